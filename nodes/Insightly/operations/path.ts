import type { ItemContext } from '../../shared/form/itemContext';
import { inAccount } from '../resources/customObjects';
import { nameInText, type RecordType } from '../resources/types';
import { readId } from '../../shared/form/recordId';

/** Reads one variable part of a path from the form. */
export interface PathPart {
	/** Keys in the parameter pool of what it is read from. */
	parameters: readonly string[];
	read(item: ItemContext, about: RecordType | undefined): string | number;
}

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
	fieldName: requiredText('imageFieldName', 'image field', 'Pick it from the list.'),
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

function requiredText(parameter: string, what: string, advice: string): PathPart {
	return {
		parameters: [parameter],
		read: (item) => {
			const text = item.text(parameter);
			if (text !== '') return text;
			throw item.refuse(`The ${what} is missing`, advice);
		},
	};
}

/** Name of the parameter that says below which kind of record an operation works. */
export const RECORD_TYPE = 'recordType';

/**
 * The record type that the form names, out of those below which the operation works.
 * @throws NodeOperationError for any other, with the possible ones.
 */
export function readParentType(item: ItemContext, parents: readonly RecordType[]): RecordType {
	if (parents.length === 1) return inAccount(item, parents[0]);
	const wanted = item.text(RECORD_TYPE);
	const found = parents.find(({ value }) => value === wanted);
	if (found) return inAccount(item, found);
	throw item.refuse(
		`This is not possible for the record type "${wanted.slice(0, 60)}"`,
		`Possible are: ${parents.map(({ value }) => value).join(', ')}.`,
	);
}

/** The ID of the record below which an operation works. */
export const readParentId = (item: ItemContext, parent: RecordType): number =>
	readId(item, 'parentId', nameInText(parent));

/** Names of the variable parts in a path template. */
export const partsOf = (template: string): string[] =>
	[...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** A path template with its variable parts filled in, URL-encoded. */
export const fillPath = (template: string, valueOf: (part: string) => string | number): string =>
	template.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(valueOf(part)));
