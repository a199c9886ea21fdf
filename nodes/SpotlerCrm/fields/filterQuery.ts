import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/form/shown';
import { isEmpty } from '../../shared/fields/blank';
import { checkValue } from '../../shared/fields/check';
import { listEntries } from '../../shared/fields/lists';
import type { Field } from '../../shared/fields/types';
import { conditionField } from '../../shared/form/conditions';
import type { FormReader } from '../../shared/form/formReader';
import { COMPARISONS, TEXT_OPERATORS, type Comparison } from '../api/queryOperators';
import { spotlerLayout } from '../api/formats';

/** How conditions are read and joined. */
export interface QueryOptions {
	/** Whether one condition is enough; default: all have to hold. */
	isAnyEnough?: boolean;
	/** Known fields by name. Values of others are sent as they were given. */
	fields: ReadonlyMap<string, Field>;
	/** Zone that the CRM's dates are written in. */
	timezone: string;
}

interface QueryContext extends QueryOptions {
	refuse: FormReader['refuse'];
}

interface Term {
	field: string;
	comparison: Comparison;
	value: unknown;
}

/**
 * Rows of the filter builder as the value of `q`; undefined when there are none.
 *
 * `{"type": "Customer", "leadscore": {"$gt": 30}}` or `{"$or": [{"type": "Customer"}, {"leadscore": {"$gt": 30}}]}`
 * @throws NodeOperationError for a row that cannot be right, before anything is sent
 */
export function buildQuery(
	{ refuse }: FormReader,
	rows: readonly IDataObject[],
	options: QueryOptions,
): IDataObject | undefined {
	const context = { refuse, ...options };
	const terms = rows.map((row) => readTerm(row, context));
	if (terms.length === 0) return undefined;
	if (options.isAnyEnough && terms.length > 1) return { $or: terms.map(written) };
	return joined(terms, context);
}

function readTerm(row: IDataObject, context: QueryContext): Term {
	const field = conditionField(context, row);
	const comparison = COMPARISONS.find(({ value }) => value === (row.operator ?? 'equals'));
	if (!comparison) {
		throw context.refuse(
			`"${shown(row.operator)}" is not a comparison`,
			`Choose one of: ${COMPARISONS.map(({ value }) => value).join(', ')}.`,
		);
	}
	const several = Array.isArray(row.values) ? row.values : [];
	const given = [located(row.value), row.from, row.to, ...several];
	if (!given.some(isNested)) {
		return { field, comparison, value: readValue(row, field, comparison, context) };
	}
	throw context.refuse(
		`The filter on ${field} has an object or a list where it needs a single value`,
		'Give a text, a number or a date, for instance one field of the object.',
	);
}

/** What would pass for an operator of the query language. Dates are objects too, in n8n's expressions. */
const isNested = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !(value instanceof Date) && !('toISO' in value);

function readValue(
	row: IDataObject,
	field: string,
	{ takes, operator }: Comparison,
	context: QueryContext,
): unknown {
	const typed = (value: unknown) =>
		TEXT_OPERATORS.includes(operator ?? '') ? String(value) : typedValue(value, field, context);
	if (takes === 'range') return [row.from, row.to].map((end) => typed(given(end, field, context)));
	if (takes !== 'several') return typed(trimmed(located(row.value) ?? ''));
	const several = listEntries(row.values, /,/).map(typed);
	if (several.length > 0) return several;
	throw context.refuse(
		`The filter on ${field} has no values`,
		'Give at least one value, several with commas between them.',
	);
}

function given(value: unknown, field: string, context: QueryContext): unknown {
	if (!isEmpty(value)) return trimmed(value);
	throw context.refuse(
		`The filter on ${field} needs two values`,
		'Between takes a lower and an upper end, and both count.',
	);
}

/** Blanks around a value are no part of what is looked for. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** A value may come from a locator (picked or typed in) or plainly. */
const located = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** A value as its field holds it: numbers as numbers, moments in the CRM's zone and spelling. */
function typedValue(value: unknown, name: string, context: QueryContext): unknown {
	const field = context.fields.get(name);
	if (!field || value === '') return value;
	const isOpen: Field = { ...field, choices: undefined, closed: false, maxLength: undefined };
	const layout = spotlerLayout(context.timezone);
	// A day in a filter on a moment stays a day: the server compares text with text.
	if (field.kind === 'dateTime' && /^\d{4}-\d\d-\d\d$/.test(String(value))) return value;
	const checked = checkValue(isOpen, value, layout, context.timezone);
	if ('value' in checked) return checked.value;
	throw context.refuse(
		`The filter on ${field.label} cannot be right`,
		`${name}: ${checked.complaint}`,
	);
}

const written = ({ field, comparison: { operator }, value }: Term): IDataObject =>
	({ [field]: operator === undefined ? value : { [operator]: value } }) as IDataObject;

/**
 * Several conditions that all have to hold: keys of one object. A field can be a key only once, and whether two operators
 * on one field work is not documented; what can be said with one operator is.
 */
function joined(terms: readonly Term[], context: QueryContext): IDataObject {
	const fields = [...new Set(terms.map((term) => term.field))];
	// Whatever a field is called, it becomes a key of its own: an assignment would lose `__proto__`, and its condition.
	return Object.fromEntries(
		fields.flatMap((field) => {
			const own = terms.filter((term) => term.field === field);
			return Object.entries(written(own.length === 1 ? own[0] : merged(own, context)));
		}),
	);
}

function merged(terms: readonly Term[], { refuse }: QueryContext): Term {
	const [{ field }] = terms;
	const by = (operator: string) =>
		terms.filter(({ comparison }) => comparison.operator === operator).map(({ value }) => value);
	const [from, to, not] = [by('$gte'), by('$lte'), by('$not')];
	if (terms.length === 2 && from.length === 1 && to.length === 1) {
		return { field, comparison: named('$bt'), value: [from[0], to[0]] };
	}
	if (not.length === terms.length) return { field, comparison: named('$nin'), value: not };
	throw refuse(
		`Two conditions on ${field} cannot be combined`,
		'Spotler CRM takes one condition per field. Use Between for a range, Not One Of for several exclusions, or match any of the conditions instead of all.',
	);
}

const named = (operator: string): Comparison =>
	COMPARISONS.find((one) => one.operator === operator) as Comparison;
