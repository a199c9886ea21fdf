import type { IDataObject } from 'n8n-workflow';

import type { FormReader } from './formReader';

/** Rows of a filter builder, as a form gives them. */
export const conditionRows = ({ conditions }: IDataObject): IDataObject[] =>
	Array.isArray(conditions) ? (conditions as IDataObject[]) : [];

/**
 * The field that a row of a filter builder names.
 * @throws NodeOperationError when it names none
 */
export function conditionField(form: Pick<FormReader, 'refuse'>, row: IDataObject): string {
	const field = String(row.field ?? '').trim();
	if (field !== '') return field;
	throw form.refuse('A filter has no field', 'Choose the field, or remove the condition.');
}
