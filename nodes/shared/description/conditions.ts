import type { Resource } from '../operations/types';

/** One operation of one resource. */
export interface Pair {
	resource: string;
	operation: string;
}

/** A condition of a form: every combination of these resources and operations. */
export interface Shown {
	resources: Set<string>;
	operations: Set<string>;
}

/** All operations of these resources. */
export const pairsOf = (resources: readonly Resource[]): Pair[] =>
	resources.flatMap((resource) =>
		resource.operations.map(({ value }) => ({ resource: resource.value, operation: value })),
	);

/**
 * As few conditions as possible that hold for all of `users` and for none of the other pairs. Joining starts from one
 * condition per operation, and from one per resource: which of them ends with fewer depends on the tables.
 */
export function conditions(users: readonly Pair[], all: readonly Pair[]): Shown[] {
	const byOperation = joined(grouped(users, 'operation'), users, all);
	const byResource = joined(grouped(users, 'resource'), users, all);
	return byResource.length < byOperation.length ? byResource : byOperation;
}

function grouped(users: readonly Pair[], by: keyof Pair): Shown[] {
	const keys = [...new Set(users.map((user) => user[by]))];
	return keys.map((key) => {
		const mine = users.filter((user) => user[by] === key);
		return {
			resources: new Set(mine.map(({ resource }) => resource)),
			operations: new Set(mine.map(({ operation }) => operation)),
		};
	});
}

/** Joins two conditions whenever the join covers no existing pair that is not meant. */
function joined(alone: Shown[], users: readonly Pair[], all: readonly Pair[]): Shown[] {
	const strangers = withoutPairs(all, users);
	const isRight = (shown: Shown): boolean => !strangers.some((pair) => holdsFor(shown, pair));
	const hosts: Shown[] = [];
	for (const guest of alone) {
		const host = hosts.find((shown) => isRight(union(shown, guest)));
		if (host) Object.assign(host, union(host, guest));
		else hosts.push(guest);
	}
	return hosts;
}

/** Whether a condition holds for an operation. */
export const holdsFor = ({ resources, operations }: Shown, { resource, operation }: Pair) =>
	resources.has(resource) && operations.has(operation);

const union = (a: Shown, b: Shown): Shown => ({
	resources: new Set([...a.resources, ...b.resources]),
	operations: new Set([...a.operations, ...b.operations]),
});

/** Those of `all` that are not among `users`. */
export function withoutPairs(all: readonly Pair[], users: readonly Pair[]): Pair[] {
	const known = new Set(users.map(keyOf));
	return all.filter((pair) => !known.has(keyOf(pair)));
}

const keyOf = ({ resource, operation }: Pair): string => `${resource} ${operation}`;
