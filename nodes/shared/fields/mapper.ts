import type {
	FieldType,
	IDataObject,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperValue,
} from 'n8n-workflow';

import type { ItemContext } from '../form/itemContext';
import { isEmpty } from './blank';
import { checkValue, emailDoubt, type CheckedValue, type ValueLayout } from './check';
import type { Field } from './types';

/** What a mapper is filled in for. */
export type MapperPurpose = 'create' | 'update' | 'upsert';

const MAPPER_TYPES: Record<Field['kind'], FieldType> = {
	text: 'string',
	integer: 'number',
	decimal: 'number',
	boolean: 'boolean',
	date: 'dateTime',
	dateTime: 'dateTime',
	choice: 'options',
	// As a list, n8n's form refuses every text that a person can type.
	choices: 'string',
	json: 'object',
};

/** Whether a field can be sent for this purpose. */
export const isSent = (field: Field, purpose: MapperPurpose): boolean =>
	!field.readOnly && (field.in === undefined || purpose === 'upsert' || field.in === purpose);

/** What a form knows besides the field table. */
export interface MapperForm {
	purpose: MapperPurpose;
	/** The loaded entries of the account's own lists; a field whose list could not be loaded takes a plain ID. */
	lists?: Readonly<Record<string, INodePropertyOptions[] | undefined>>;
	/** Which fields records can be found by. */
	matchable?(field: Field): boolean;
	/** The field that records are found by unless told otherwise. */
	matchKey?: string;
	/** What nearly everybody fills in: shown at once, in this order, besides what a new record needs. */
	shown?: readonly string[];
}

/**
 * Rows of a field table as the entries of a resource mapper: what a new record needs and what nearly everybody fills in
 * shown, the rest there to be added. An update shows nothing at first: what is not added stays as it is. The field that is
 * matched on by default is called required, since n8n then shows it first; other fields are not insisted on there, so that
 * another one can be chosen.
 */
export function mapperFields(fields: readonly Field[], form: MapperForm): ResourceMapperField[] {
	const { purpose, shown = [] } = form;
	const place = ({ name, required }: Field): number => {
		if (purpose === 'upsert' && name === form.matchKey) return -2;
		if (purpose !== 'update' && required) return -1;
		const at = purpose === 'update' ? -1 : shown.indexOf(name);
		return at < 0 ? Number.POSITIVE_INFINITY : at;
	};
	return fields
		.filter((field) => isSent(field, purpose))
		.map((field, index) => ({ field, index, at: place(field) }))
		.sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
		.map(({ field, at }) => ({
			...mapperField(field, form),
			removed: at === Number.POSITIVE_INFINITY,
		}));
}

function mapperField(
	field: Field,
	{ purpose, lists = {}, matchable, matchKey }: MapperForm,
): ResourceMapperField {
	const options = field.list ? lists[field.list] : field.choices?.map((one) => ({ ...one }));
	const isChoice = field.kind === 'choice' && options !== undefined && options.length > 0;
	const isDefaultMatch = purpose === 'upsert' && field.name === matchKey;
	return {
		id: field.name,
		displayName: labelIn(field, isChoice),
		required: purpose === 'create' ? field.required === true : isDefaultMatch,
		defaultMatch: isDefaultMatch,
		canBeUsedToMatch: purpose === 'upsert' && (matchable?.(field) ?? false),
		display: true,
		type: isChoice ? 'options' : plainType(field),
		...(isChoice ? { options } : {}),
	};
}

/** Where a name is picked from a list, nobody sees an ID; several choices are told where they are typed in. */
function labelIn({ label, list, kind, choices = [] }: Field, isPicked: boolean): string {
	if (list && isPicked) return label.replace(/ ID$/, '');
	if (kind !== 'choices') return label;
	const names = choices.map(({ name }) => name).join('; ');
	if (names === '') return `${label} (Semicolon-Separated)`;
	return `${label} (${names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED)}…` : names})`;
}

/** Longest enumeration of choices behind a label. */
const MOST_NAMED = 120;

/** Without entries to pick from, a choice is typed in. */
function plainType(field: Field): FieldType {
	if (field.kind !== 'choice') return MAPPER_TYPES[field.kind];
	return field.list ? 'number' : 'string';
}

/**
 * What the user mapped for one item: API name to raw value. In a form, n8n keeps null for fields that were removed or
 * never filled in, so null only counts there when an expression gave it; in automatic mapping it always does. What an
 * agent leaves out or gives as an empty text is not mapped: it has no way of saying that it wants to clear a field.
 */
export function mappedValues(
	item: ItemContext,
	parameter: string,
	fields: readonly Field[],
): IDataObject {
	const mapper = item.mapper(parameter);
	const schema = mapper.schema ?? [];
	if (mapper.mappingMode !== 'autoMapInputData') {
		const removed = new Set(schema.filter((field) => field.removed).map(({ id }) => id));
		const typed = rawValues(item, parameter);
		const entries = Object.entries((mapper.value ?? {}) as IDataObject);
		return Object.fromEntries(
			entries.filter(([name, one]) => !removed.has(name) && isMapped(one, typed[name])),
		);
	}
	const known = new Set([...schema.map(({ id }) => id), ...fields.map(({ name }) => name)]);
	return Object.fromEntries(Object.entries(item.json()).filter(([name]) => known.has(name)));
}

/** What was typed into the mapper's fields, expressions not resolved. */
function rawValues(item: ItemContext, parameter: string): Readonly<Record<string, unknown>> {
	const raw = item.raw(parameter) as Partial<ResourceMapperValue> | undefined;
	return raw?.value ?? {};
}

const BY_AGENT = /\$fromAI\s*\(/i;

function isMapped(value: unknown, typed: unknown): boolean {
	const isExpression = typeof typed === 'string' && typed.startsWith('=');
	if (isExpression && BY_AGENT.test(typed)) return !isEmpty(value);
	return value !== undefined && (value !== null || isExpression);
}

/** Fields of the account itself that the form knew when it was filled in: their types are in its frozen schema. */
export function schemaFields(item: ItemContext, parameter: string): ResourceMapperField[] {
	return item.mapper(parameter).schema ?? [];
}

/**
 * Checks mapped values against their table before anything is sent, and writes them as the service wants them. Fields that
 * cannot be written are left out, and a hint beside the output names them.
 * @throws NodeOperationError that names every field with something wrong, and what.
 */
export function checkedValues(
	item: ItemContext,
	values: IDataObject,
	fieldOf: (name: string) => Field | undefined,
	layout: ValueLayout,
	purpose: MapperPurpose,
): IDataObject {
	const complaints: string[] = [];
	const leftOut: string[] = [];
	const doubtful: string[] = [];
	const checked: IDataObject = {};
	for (const [name, raw] of Object.entries(values)) {
		const field = fieldOf(name);
		if (field && !isSent(field, purpose)) leftOut.push(name);
		if (!field || !isSent(field, purpose)) continue;
		const result = checkValue(field, raw, layout, item.timezone);
		const complaint = complaintOf(result, purpose);
		if (complaint !== undefined) complaints.push(cannotBeRight(field, complaint));
		else if ('value' in result) {
			checked[name] = result.value as IDataObject[string];
			if (result.doubt !== undefined) doubtful.push(`${field.label} (${name})`);
		}
	}
	if (complaints.length > 0) {
		throw item.refuse(
			complaints.join('; '),
			'Nothing was sent. Correct what is mapped and run the item again.',
		);
	}
	if (leftOut.length > 0) {
		item.hint(`Not sent, because these fields cannot be written here: ${leftOut.join(', ')}.`);
	}
	if (doubtful.length > 0) {
		item.hint(
			`What some items have in ${doubtful.join(', ')} is no e-mail address. It was sent as it is, because a record may hold it already.`,
		);
	}
	return checked;
}

/** A new record must not hold what one that is there may hold already: what was read can be written back. */
const complaintOf = (result: CheckedValue, purpose: MapperPurpose): string | undefined => {
	if ('complaint' in result) return result.complaint;
	return purpose === 'create' ? result.doubt : undefined;
};

const cannotBeRight = ({ label, name }: Field, complaint: string): string =>
	`${label} (${name}) cannot be right: ${complaint}`;

/**
 * Refuses a new record that lacks what it needs, or has no e-mail address where one belongs.
 * @throws NodeOperationError that names the fields.
 */
export function requireFields(
	item: ItemContext,
	values: IDataObject,
	fields: readonly Field[],
): void {
	const doubts = fields.flatMap((field) => {
		const doubt = emailDoubt(field, values[field.name]);
		return doubt === undefined ? [] : [cannotBeRight(field, doubt)];
	});
	if (doubts.length > 0) {
		throw item.refuse(doubts.join('; '), 'Correct what is mapped and run the item again.');
	}
	const missing = fields.filter(({ name, required }) => required && isEmpty(values[name]));
	if (missing.length === 0) return;
	throw item.refuse(
		`${missing.map(({ label }) => label).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
		`A new record needs ${missing.length === 1 ? 'this field' : 'these fields'}. Fill ${missing.length === 1 ? 'it' : 'them'} in and run the item again.`,
	);
}
