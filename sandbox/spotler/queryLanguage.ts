import type { JsonObject, JsonValue } from '../shared/json';
import { isJsonObject } from '../shared/json';
import { isApiDate } from './dates';
import type { FieldSpec, ObjectSpec } from './objects';
import { badRequest } from './refusal';
import type { SpotlerSwitches } from './switches';

type Test = (row: JsonObject) => boolean;

/** What reading a filter needs. */
export interface FilterContext {
	spec: ObjectSpec;
	switches: SpotlerSwitches;
	/** Notes a field that the object does not have. */
	unknownField(name: string): void;
}

const COMPARISONS = ['$gt', '$gte', '$lt', '$lte'];
const LISTS = ['$in', '$nin'];
const TEXTS = ['$sw', '$ew', '$con'];

/**
 * `q` as a test for records. Several keys have to hold together; `$or` stands at the top level only.
 * @throws Refusal 400 for anything that the document does not show
 */
export function readFilter(text: string, context: FilterContext): Test {
	const query = parseObject('q', text);
	const tests = Object.entries(query).map(([name, value]) =>
		name === '$or' ? readOr(value, query, context) : readField(name, value, context),
	);
	return (row) => tests.every((test) => test(row));
}

export function parseObject(parameter: string, text: string): JsonObject {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw badRequest('bad JSON', `${parameter} is not valid JSON`);
	}
	if (!isJsonObject(parsed)) throw badRequest('bad JSON', `${parameter} is not a JSON object`);
	return parsed;
}

/** Undocumented beside other keys and with several keys in a branch, so neither is let through. */
function readOr(value: JsonValue, query: JsonObject, context: FilterContext): Test {
	if (!Array.isArray(value) || value.length === 0 || !value.every(isJsonObject)) {
		throw badRequest('bad filter', '$or takes a list of conditions');
	}
	if (Object.keys(query).length > 1) {
		throw badRequest('bad filter', '$or beside other keys is not documented');
	}
	const tests = value.map((branch: JsonObject) => {
		const entries = Object.entries(branch);
		if (entries.length !== 1) throw badRequest('bad filter', 'One field per branch of $or');
		return readField(entries[0][0], entries[0][1], context);
	});
	return (row) => tests.some((test: Test) => test(row));
}

function readField(name: string, value: JsonValue, context: FilterContext): Test {
	const field = context.spec.fields.find((one) => one.name === name);
	if (!field) {
		context.unknownField(name);
		return () => true;
	}
	if (!isJsonObject(value)) {
		checkOperand(field, value);
		return (row) => isEqual(row[name], value, context);
	}
	const entries = Object.entries(value);
	if (entries.length !== 1) throw badRequest('bad filter', `One operator per field: ${name}`);
	return readOperator(field, entries[0][0], entries[0][1], context);
}

function readOperator(
	field: FieldSpec,
	operator: string,
	operand: JsonValue,
	context: FilterContext,
): Test {
	const { name } = field;
	if (LISTS.includes(operator)) {
		const list = listOperand(field, operator, operand);
		const isIn = (row: JsonObject) => list.some((one) => isEqual(row[name], one, context));
		return operator === '$in' ? isIn : (row) => !isIn(row);
	}
	if (operator === '$bt') {
		const [from, to] = listOperand(field, operator, operand, 2);
		return (row) => compare(field, row[name], from) >= 0 && compare(field, row[name], to) <= 0;
	}
	if (typeof operand === 'object') throw badRequest('bad filter', `${operator} takes one value`);
	if (operator === '$not') {
		checkOperand(field, operand);
		return (row) => !isEqual(row[name], operand, context);
	}
	if (TEXTS.includes(operator)) return readText(name, operator, String(operand), context);
	if (!COMPARISONS.includes(operator)) throw badRequest('bad filter', `No operator ${operator}`);
	checkOperand(field, operand);
	if (name === 'id' && context.switches.idComparison === 'ignore') return () => true;
	return (row) => {
		const order = compare(field, row[name], operand);
		if (operator === '$gt') return order > 0;
		if (operator === '$gte') return order >= 0;
		return operator === '$lt' ? order < 0 : order <= 0;
	};
}

function listOperand(
	field: FieldSpec,
	operator: string,
	operand: JsonValue,
	length?: number,
): readonly JsonValue[] {
	if (!Array.isArray(operand) || operand.length === 0 || (length && operand.length !== length)) {
		throw badRequest('bad filter', `${operator} takes a list of ${length ?? 'some'} values`);
	}
	operand.forEach((one: JsonValue) => checkOperand(field, one));
	return operand as readonly JsonValue[];
}

/** Stricter than the service may be: numbers compared with numbers, dates with dates in the API's spelling. */
function checkOperand({ name, type }: FieldSpec, operand: JsonValue): void {
	if (operand === null || operand === '') return;
	const isNumber = ['number', 'reference', 'flag'].includes(type);
	if (isNumber && typeof operand !== 'number') {
		throw badRequest('bad operand', `${name} holds numbers, not ${JSON.stringify(operand)}`);
	}
	if ((type === 'date' || type === 'datetime') && !isApiDate(operand, type)) {
		throw badRequest('bad operand', `${name} holds dates, not ${JSON.stringify(operand)}`);
	}
}

function readText(
	name: string,
	operator: string,
	wanted: string,
	{ switches }: FilterContext,
): Test {
	const fold = (text: string) => (switches.caseSensitive ? text : text.toLowerCase());
	return (row) => {
		const found = fold(String(row[name] ?? ''));
		if (operator === '$sw') return found.startsWith(fold(wanted));
		return operator === '$ew' ? found.endsWith(fold(wanted)) : found.includes(fold(wanted));
	};
}

function isEqual(found: JsonValue | undefined, wanted: JsonValue, { switches }: FilterContext) {
	const fold = (value: JsonValue | undefined) => {
		const text = String(value ?? '');
		return switches.caseSensitive ? text : text.toLowerCase();
	};
	return fold(found) === fold(wanted);
}

/** Negative, zero, positive; records without a value come before all others. */
export function compare(
	{ type }: FieldSpec,
	a: JsonValue | undefined,
	b: JsonValue | undefined,
): number {
	const isEmpty = (value: JsonValue | undefined) => value === null || value === undefined;
	if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(b)) - Number(isEmpty(a));
	if (['number', 'reference', 'flag'].includes(type)) return Number(a) - Number(b);
	const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
	return left === right ? 0 : left < right ? -1 : 1;
}
