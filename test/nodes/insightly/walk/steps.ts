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
		if (about.isSearchable) {
			ways.push(['by date', { filters: { updatedSince: '2026-01-01' } }]);
		}
		if (hasFeature(about, 'tags')) ways.push(['by tag', { filters: { tag: 'VIP' } }]);
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
