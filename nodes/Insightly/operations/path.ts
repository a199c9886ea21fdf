import { readId } from '../../shared/form/recordId';
import { requiredText } from '../../shared/form/requiredText';
import { pathSegment } from '../../shared/request/safeRequest';
import { nameInText, type PathPart } from '../resources/types';

/** An ID that stands in a parameter of its own. `what` is what it names, within a sentence. */
export const idPart = (parameter: string, what: string): PathPart => ({
	parameters: [parameter],
	read: (item) => readId(item, parameter, what),
});

/** The ID of the record that the operation is about. */
const ownId: PathPart = {
	parameters: ['record'],
	read: (item, about) => readId(item, 'recordId', about ? nameInText(about) : 'record'),
};

/** Language codes as the API's own articles carry them: `de`, `pt-BR`. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{2,4})?$/i;

/** The variable parts of paths, as the API's reference calls them; `{id}` is the parent's where there is one. */
export const PATH_PARTS: Readonly<Record<string, PathPart>> = {
	id: ownId,
	childEntityId: ownId,
	milestoneId: ownId,
	permissionId: ownId,
	linkId: idPart('linkId', 'link'),
	documentTemplateId: idPart('documentTemplateId', 'document template'),
	fieldName: {
		parameters: ['imageFieldName'],
		read: (item) => requiredText(item, 'imageFieldName', 'image field', 'Pick it from the list.'),
	},
	language: {
		parameters: ['language'],
		read: (item) => {
			const language = item.text('language');
			if (LANGUAGE.test(language)) return language;
			throw item.refuse(
				`"${language.slice(0, 60)}" is not a language code`,
				'Write it like de or pt-BR.',
			);
		},
	},
};

/** Names of the variable parts in a path template. */
export const partsOf = (template: string): string[] =>
	[...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** A path template with its variable parts filled in, URL-encoded. */
export const fillPath = (template: string, valueOf: (part: string) => string | number): string =>
	template.replace(/\{(\w+)\}/g, (_, part: string) => pathSegment(valueOf(part)));
