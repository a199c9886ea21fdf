import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isExpression, itemPath, readPath, UNSURE } from './itemPaths';

/** Makes a parameter from the values of an item; UNSURE where n8n has to say. */
type Maker = (json: IDataObject) => unknown;

/**
 * How a parameter is worked out: once for all items, because it has no expression; from the values of the item, because
 * it has no other expressions; or by n8n for each item.
 */
type Plan = { constant: unknown } | { make: Maker } | 'n8n';

/**
 * The parameters of all items of a run. n8n evaluates each expression in an isolate, half a millisecond or more each,
 * and copies what has none anew for every item. So only that is left to n8n whose result is not certain anyway. The
 * first item is always worked out by n8n too, and only if both agree is a plan kept.
 */
export class RunParameters {
	private readonly plans = new Map<string, Plan>();

	constructor(private readonly functions: IExecuteFunctions) {}

	/** A parameter for one item, as `getNodeParameter` gives it. Throws what that throws. */
	resolve(name: string, index: number, fallback: unknown): unknown {
		const plan = this.plans.get(name);
		if (plan === undefined) return this.resolveFirst(name, index, fallback);
		if (plan === 'n8n') return this.functions.getNodeParameter(name, index, fallback);
		if ('constant' in plan) return plan.constant;
		const made = plan.make(this.jsonOf(index));
		return made === UNSURE ? this.functions.getNodeParameter(name, index, fallback) : made;
	}

	private resolveFirst(name: string, index: number, fallback: unknown): unknown {
		const value: unknown = this.functions.getNodeParameter(name, index, fallback);
		const raw: unknown = this.functions.getNodeParameter(name, index, fallback, {
			rawExpressions: true,
		});
		this.plans.set(name, planFor(raw, value, this.jsonOf(index)));
		return value;
	}

	private jsonOf(index: number): IDataObject {
		return this.functions.getInputData()[index].json;
	}
}

function planFor(raw: unknown, value: unknown, json: IDataObject): Plan {
	if (!hasExpression(raw)) return { constant: value };
	const make = makerOf(raw, value);
	return make && isSame(make(json), value) ? { make } : 'n8n';
}

function hasExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return isExpression(raw);
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(hasExpression);
}

/**
 * Undefined when a part can only be worked out by n8n.
 * @param value what n8n made of the parameter for one item: its constant parts are used again
 */
function makerOf(raw: unknown, value: unknown): Maker | undefined {
	if (typeof raw === 'string' && isExpression(raw)) {
		const path = itemPath(raw);
		return path && ((json) => readPath(json, path));
	}
	if (!hasExpression(raw)) return () => value;
	const parts = makersOf(raw as IDataObject, value);
	return parts && (Array.isArray(raw) ? listMaker(parts) : objectMaker(parts));
}

type Parts = Array<readonly [key: string, make: Maker]>;

function makersOf(raw: object, value: unknown): Parts | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const parts: Parts = [];
	for (const [key, part] of Object.entries(raw)) {
		const make = makerOf(part, (value as IDataObject)[key]);
		if (!make) return undefined;
		parts.push([key, make]);
	}
	return parts;
}

const listMaker =
	(parts: Parts): Maker =>
	(json) => {
		const list = parts.map(([, make]) => make(json));
		return list.includes(UNSURE) ? UNSURE : list;
	};

const objectMaker =
	(parts: Parts): Maker =>
	(json) => {
		const made: Record<string, unknown> = {};
		for (const [key, make] of parts) {
			const value = make(json);
			if (value === UNSURE) return UNSURE;
			made[key] = value;
		}
		return made;
	};

/** The same values of the same types, all the way down. */
function isSame(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => isSame((one as IDataObject)[key], (other as IDataObject)[key]))
	);
}
