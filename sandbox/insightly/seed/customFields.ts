import type { JsonObject, JsonValue } from '../../shared/json';
import type { SeedContext } from './context';
import { dayAround } from './context';

type Kind =
	| 'TEXT'
	| 'MULTILINETEXT'
	| 'NUMERIC'
	| 'PERCENT'
	| 'BIT'
	| 'DATE'
	| 'DATETIME'
	| 'DROPDOWN'
	| 'MULTISELECT'
	| 'AUTONUMBER';

type FieldRow = readonly [name: string, label: string, kind: Kind, options?: readonly string[]];

/** One field of every kind that was seen in recorded answers. */
const FIELDS: readonly FieldRow[] = [
	['Nickname__c', 'Nickname', 'TEXT'],
	['Remarks__c', 'Remarks', 'MULTILINETEXT'],
	['Loyalty_Points__c', 'Loyalty points', 'NUMERIC'],
	['Discount__c', 'Discount', 'PERCENT'],
	['Newsletter__c', 'Newsletter', 'BIT'],
	['Customer_Since__c', 'Customer since', 'DATE'],
	['Last_Review__c', 'Last review', 'DATETIME'],
	['Segment__c', 'Segment', 'DROPDOWN', ['Small', 'Medium', 'Large']],
	['Interests__c', 'Interests', 'MULTISELECT', ['Hardware', 'Software', 'Training', 'Support']],
	['Reference_No__c', 'Reference number', 'AUTONUMBER'],
];

const VEHICLE_FIELDS: readonly FieldRow[] = [
	['Plate__c', 'Number plate', 'TEXT'],
	['Mileage__c', 'Mileage', 'NUMERIC'],
	['Electric__c', 'Electric', 'BIT'],
	['Bought__c', 'Bought on', 'DATE'],
	['Condition__c', 'Condition', 'DROPDOWN', ['New', 'Used', 'Scrap']],
];

const OBJECTS_WITH_ALL_KINDS = [
	'CONTACT',
	'ORGANISATION',
	'LEAD',
	'OPPORTUNITY',
	'PROJECT',
	'TASK',
];

/** Describes the account's custom fields and its one custom object. */
export function seedCustomFields({ account: { store } }: SeedContext): void {
	store.insert('CustomObjects', {
		OBJECT_NAME: 'Vehicle__c',
		SINGULAR_LABEL: 'Vehicle',
		PLURAL_LABEL: 'Vehicles',
		DESCRIPTION: 'Cars and vans of the fleet',
		RECORD_NAME_LABEL: 'Vehicle name',
		RECORD_NAME_TYPE: 'TEXT',
		ENABLE_NAVBAR: true,
	});
	const all = OBJECTS_WITH_ALL_KINDS.flatMap((object) =>
		FIELDS.map((row) => describe(object, row)),
	);
	const partner = describe('CONTACT', ['Spotler_ID__c', 'Spotler ID', 'TEXT']);
	const vehicle = VEHICLE_FIELDS.map((row) => describe('VEHICLE__C', row));
	const logo = describe('EVENT', ['Room__c', 'Room', 'TEXT']);
	[...all, ...vehicle, logo, partner].forEach((field, index) =>
		store.insert('CustomFields', { ...field, FIELD_ORDER: index + 1 }),
	);
}

function describe(
	FIELD_FOR: string,
	[FIELD_NAME, FIELD_LABEL, FIELD_TYPE, options = []]: FieldRow,
): JsonObject {
	return {
		...{ FIELD_NAME, FIELD_FOR, FIELD_LABEL, FIELD_TYPE },
		EDITABLE: FIELD_TYPE !== 'AUTONUMBER',
		VISIBLE: true,
		CUSTOM_FIELD_OPTIONS: options.map((OPTION_VALUE, index) => ({
			OPTION_ID: index + 1,
			OPTION_VALUE,
			OPTION_DEFAULT: index === 0,
		})),
	};
}

/** Values for some of the custom fields; the automatic number always has one. */
export function someCustomFields(context: SeedContext, index: number): JsonObject[] {
	return FIELDS.filter(([, , kind]) => kind === 'AUTONUMBER' || context.chance.happens(0.4)).map(
		([FIELD_NAME, , kind, options = []]) => ({
			FIELD_NAME,
			FIELD_VALUE: valueOf(context, kind, options, index),
		}),
	);
}

function valueOf(
	context: SeedContext,
	kind: Kind,
	options: readonly string[],
	index: number,
): JsonValue {
	const { chance, words } = context;
	switch (kind) {
		case 'TEXT':
			return chance.pick(words.firstNames);
		case 'MULTILINETEXT':
			return `${chance.pick(words.phrases)}\n${chance.pick(words.phrases)}`;
		case 'NUMERIC':
			return chance.below(5000);
		case 'PERCENT':
			return chance.below(41) / 2;
		case 'BIT':
			return chance.happens(0.5);
		case 'DATE':
			return dayAround(context, 700, 0);
		case 'DATETIME':
			return dayAround(context, 300, 0).replace('00:00:00', '14:30:00');
		case 'DROPDOWN':
			return chance.pick(options);
		case 'MULTISELECT':
			return options.filter(() => chance.happens(0.5)).join(';') || options[0];
		case 'AUTONUMBER':
			return `REF-${String(index + 1).padStart(5, '0')}`;
	}
}

/** Values for a vehicle. */
export function vehicleFields(context: SeedContext): JsonObject[] {
	const { chance } = context;
	return [
		{ FIELD_NAME: 'Plate__c', FIELD_VALUE: `SB-${100 + chance.below(900)}` },
		{ FIELD_NAME: 'Mileage__c', FIELD_VALUE: chance.below(200_000) },
		{ FIELD_NAME: 'Electric__c', FIELD_VALUE: chance.happens(0.3) },
		{ FIELD_NAME: 'Bought__c', FIELD_VALUE: dayAround(context, 900, 0) },
		{ FIELD_NAME: 'Condition__c', FIELD_VALUE: chance.pick(['New', 'Used']) },
	];
}
