import { rowsOrHint } from '../../shared/form/hints';
import { wantedRows } from '../../shared/form/limit';
import type { Operation } from '../../shared/operations/types';
import { pathSegment } from '../../shared/request/safeRequest';
import { readPages } from '../api/paging';
import { listQuery } from '../fields/listQuery';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { objectOf, outputOf, type RecordType } from '../resources/types';
import { withName } from './path';

/** The list, filtered and sorted by the server, as many pages as are wanted. */
export const getManyRecords = (type: RecordType): Operation => ({
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${type.plural}`,
	description: `List ${type.plural}, all of them or those that match a filter`,
	endpoints: [`GET /${type.object}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['returnAll', 'limit', ...(type.isNamedByUser ? [] : ['filters'])]),
	options: listOptionsOf(type),
	perform: async (item, client) => {
		const path = `/${pathSegment(objectOf(item, type))}`;
		const query = await listQuery(item, client, type);
		const list = await readPages(client, { method: 'GET', path, query }, wantedRows(item));
		return rowsOrHint(item.functions, 'Spotler CRM', list);
	},
	output: recordOutput(type),
});

/** The name of a custom object takes a place in the form, so its filters stand among the options. */
const listOptionsOf = ({ isNamedByUser, hasLines }: RecordType): string[] => [
	...RECORD_OPTIONS,
	...['match', 'timezone', 'filterJson', 'sort'],
	...(isNamedByUser ? ['filters'] : []),
	...(hasLines ? ['includeLines'] : []),
];
