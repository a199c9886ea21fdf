import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Door } from './runNode';

/** A resource mapper as the form stores it. */
export const mapped = (value: IDataObject, matchOn?: string): INodeParameters =>
	({
		mappingMode: 'defineBelow',
		value,
		matchingColumns: matchOn ? [matchOn] : [],
		schema: [],
	}) as unknown as INodeParameters;

/** A mapper that takes the fields of the input item. */
export const automatic = (matchOn?: string): INodeParameters =>
	({
		mappingMode: 'autoMapInputData',
		value: null,
		matchingColumns: matchOn ? [matchOn] : [],
		schema: [],
	}) as unknown as INodeParameters;

/** A resource locator filled in by ID. */
export const byId = (id: unknown): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value: String(id),
});

export const itemsOf = (...rows: IDataObject[]): INodeExecutionData[] =>
	rows.map((json) => ({ json }));

export const BOTH_DOORS: Door[] = ['custom', 'routing'];
