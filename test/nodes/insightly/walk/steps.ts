import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../../../nodes/Insightly/resources';
import type { InsightlyOperation } from '../../../../nodes/Insightly/operations/types';
import { hasFeature } from '../../../../nodes/Insightly/resources/types';
import { mapped } from '../../../support/formValues';
import type { Step } from './parameters';

/** Every operation of every resource, once for each record type below which it works, and in each of its ways. */
export function everyStep(): Step[] {
	return resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap((operation) =>
			placesOf(operation).flatMap((parent) =>
				waysOf(operation).map(([way, variant]) => ({
					...{ resource, operation, parent, variant },
					name: [resource, operation.value, parent?.value, way].filter(Boolean).join(' '),
				})),
			),
		),
	);
}

function placesOf({ parents }: InsightlyOperation): Array<Step['parent']> {
	return parents && parents.length > 1 ? [...parents] : [undefined];
}

type Way = [name: string, variant: Step['variant']];

/** Operations that send different requests for different wishes. */
function waysOf({ value, about, parents }: InsightlyOperation): Way[] {
	if (value === 'getMany' && about && !parents) {
		const ways: Way[] = [['', undefined]];
		const by = (condition: INodeParameters) => ({ filters: { conditions: [condition] } });
		if (about.isSearchable) {
			const [known] = about.titleKeys;
			ways.push(['by field', by({ field: about.matchKey ?? known, value: 'Walked' })]);
		}
		if (about.isSearchable && about.updatedKey) {
			const since = { operator: 'greaterThanOrEqual', value: '2026-01-01' };
			ways.push(['by date', by({ field: about.updatedKey, ...since })]);
		}
		if (hasFeature(about, 'tags')) ways.push(['by tag', by({ field: 'TAGS', value: 'VIP' })]);
		return ways;
	}
	if (value === 'upsert' && about?.value === 'contact') {
		const found = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'walk@example.com' };
		const fields = mapped(found, 'EMAIL_ADDRESS');
		return [
			['new', { fields }],
			['known', { fields }],
		];
	}
	return [['', undefined]];
}
