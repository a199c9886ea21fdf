import type { IDataObject } from 'n8n-workflow';

import type { Field } from './types';
import { locatorValue, type FormReader } from '../form/formReader';
import { idInAddress } from '../form/recordId';

/** Name of the collection with the locators that a form does not show at once. */
export const RELATED = 'related';

/** Whether a form asks for the field with a list of the records that it can name. */
export const isReference = ({ refersTo, readOnly }: Field): boolean =>
	refersTo !== undefined && !readOnly;

/**
 * The IDs of the records that a form picks by name, by field: each has a locator of the field's name, at once or among the
 * related records.
 * @throws NodeOperationError for what is none
 */
export function referenceValues(form: FormReader, fields: readonly Field[]): IDataObject {
	const references = fields.filter(isReference);
	if (references.length === 0) return {};
	const related = form.collection(RELATED);
	const picked = references.map(({ name, label }): [string, number] | undefined => {
		const text = idInAddress(
			form.locator(name) || String(locatorValue(related[name]) ?? '').trim(),
		);
		if (text === '') return undefined;
		if (/^[0-9]{1,18}$/.test(text)) return [name, Number(text)];
		throw form.refuse(
			`"${text.slice(0, 60)}" is not a valid ${label}`,
			'Pick the record from the list, or give its ID: a whole number, such as 123456789.',
		);
	});
	return Object.fromEntries(picked.filter((one) => one !== undefined));
}
