import type { Reply } from '../../shared/http';
import { jsonReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import { resources } from '../resources';

/** GET /CustomFields/{objectName}: singular or plural; an unknown name brings every field there is (observed). */
function fieldsOfObject({ account, params }: Call): Reply {
	return jsonReply(200, fieldsFor(account, params.objectName));
}

function searchField({ account, params, query }: Call): Reply {
	const wanted = query.text.fieldName.toUpperCase();
	const found = fieldsFor(account, params.objectName).filter(
		({ FIELD_NAME }) => String(FIELD_NAME).toUpperCase() === wanted,
	);
	const { customFieldSearchAnswer } = account.switches;
	return jsonReply(200, customFieldSearchAnswer === 'array' ? found : (found[0] ?? null));
}

function fieldsFor({ store }: Account, objectName: string): JsonObject[] {
	const wanted = objectName.toLowerCase();
	const custom = store.customObjectNames().find((name) => name.toLowerCase() === wanted);
	const resource = resources.find(({ path, objectName: singular }) =>
		[path.toLowerCase(), singular.toLowerCase()].includes(wanted),
	);
	const name = custom ?? resource?.path;
	return name === undefined ? store.all('CustomFields') : store.customFieldsOf(name);
}

/** GET /CustomObjects/{customObjectName} */
function customObject({ account, params }: Call): Reply {
	const wanted = params.customObjectName.toLowerCase();
	const found = account.store
		.all('CustomObjects')
		.find(({ OBJECT_NAME }) => String(OBJECT_NAME).toLowerCase() === wanted);
	return jsonReply(200, found ?? null);
}

export const customFieldBehaviours = {
	'GET /CustomFields/{objectName}': fieldsOfObject,
	'GET /CustomFields/{objectName}/Search': searchField,
	'GET /CustomObjects/{customObjectName}': customObject,
};
