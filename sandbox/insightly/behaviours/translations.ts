import type { Reply } from '../../shared/http';
import { jsonReply } from '../../shared/http';
import type { Call } from '../call';
import { parentKey, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { invalid, notFound } from '../refusal';

/** Where the translation that a path speaks of is kept. */
function keyOf(call: Call): string {
	recordInPath(call);
	const { language } = call.params;
	if (!/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(language)) throw invalid(`${language} is not a language`);
	return `${parentKey(call)}/${language.toLowerCase()}`;
}

function readTranslation(call: Call): Reply {
	const translation = call.account.translations.get(keyOf(call));
	if (!translation) throw notFound();
	return jsonReply(200, translation);
}

/** POST …/Translations/{language} */
function addTranslation(call: Call): Reply {
	const key = keyOf(call);
	const { account, resource } = call;
	const rules = { type: resource.type, mode: 'create', collection: resource.path } as const;
	const values = readBody(account, singleBody(call), rules);
	const translation = { ...recordInPath(call), ...values, ...languageOf(call) };
	account.translations.set(key, translation);
	return jsonReply(201, translation);
}

/** PUT …/Translations/{language} */
function changeTranslation(call: Call): Reply {
	const key = keyOf(call);
	const { account, resource } = call;
	const before = account.translations.get(key);
	if (!before) throw notFound();
	const rules = { type: resource.type, mode: 'update', collection: resource.path } as const;
	const translation = { ...before, ...readBody(account, singleBody(call), rules) };
	account.translations.set(key, translation);
	return jsonReply(account.switches.putStatus, translation);
}

/** Articles say which language they are in; custom objects do not. */
function languageOf({ resource, params }: Call): { Language?: string } {
	return resource.path === 'KnowledgeArticle' ? { Language: params.language } : {};
}

export const translationBehaviours = {
	'GET /*/{id}/Translations/{language}': readTranslation,
	'POST /*/{id}/Translations/{language}': addTranslation,
	'PUT /*/{id}/Translations/{language}': changeTranslation,
};
