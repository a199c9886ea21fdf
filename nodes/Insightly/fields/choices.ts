import type { FieldChoice } from '../../shared/fields/types';

/**
 * No published specification lists these; the words come from the descriptions of API v2.2, the upper-case spelling was
 * *observed* for some of them. So no list is closed: other values are sent as they are.
 */
const choices = (...values: string[]): FieldChoice[] =>
	values.map((value) => ({
		name: value
			.toLowerCase()
			.split(' ')
			.map((word) => word[0].toUpperCase() + word.slice(1))
			.join(' '),
		value,
	}));

export const OPPORTUNITY_STATES = choices('OPEN', 'WON', 'LOST', 'SUSPENDED', 'ABANDONED');

export const BID_TYPES = [
	'Fixed Bid',
	'Per Hour',
	'Per Day',
	'Per Week',
	'Per Month',
	'Per Year',
].map((value) => ({ name: value, value }));

export const PROJECT_STATUSES = choices(
	'NOT STARTED',
	'IN PROGRESS',
	'DEFERRED',
	'CANCELLED',
	'ABANDONED',
	'COMPLETED',
);

export const TASK_STATUSES = choices(
	'NOT STARTED',
	'IN PROGRESS',
	'WAITING',
	'DEFERRED',
	'COMPLETED',
);

export const TASK_PRIORITIES: FieldChoice[] = [
	{ name: 'Low', value: 1 },
	{ name: 'Normal', value: 2 },
	{ name: 'High', value: 3 },
];

export const VISIBILITIES = choices('EVERYONE', 'OWNER', 'TEAM', 'INDIVIDUALS');
