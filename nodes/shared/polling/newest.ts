/** What a node of this process has last replaced its state by when it handed out items. */
interface Newest {
	/** Counts the replacements; larger than that of the state it was made from. */
	revision: number;
	state: unknown;
	/** The revision that was found in the node's data. */
	foundRevision: number;
	/** When the poll opened the state and when it replaced it, on a clock that counts both. */
	openedAt: number;
	replacedAt: number;
	/** When it was replaced by the clock of this machine, ms. */
	replacedMs: number;
	/** Whether it was found in the node's data since, so that n8n has saved it with its items. */
	isSaved: boolean;
	/** What was known to be right before, although it was not what was found. */
	before?: Newest;
}

interface Replacement {
	node: string;
	openedAt: number;
	replacedAt: number;
}

const MOST_NODES = 500;

/** Replacements remembered per workflow. */
const MOST_REPLACEMENTS = 100;

const newest = new Map<string, Newest>();
const replacements = new Map<string, Replacement[]>();
let clock = 0;

/** Counts one event of a state being opened or replaced. */
export const nextMoment = (): number => ++clock;

function keepLast<T>(map: Map<string, T>, key: string, value: T): void {
	map.delete(key);
	map.set(key, value);
	if (map.size > MOST_NODES) map.delete([...map.keys()][0]);
}

/**
 * Remembers the state that a poll with items has left, for as long as the process lives.
 *
 * n8n's scheduler engine reads the data of a whole workflow at the start of each poll and writes all of it back at the
 * end. So of two triggers in one workflow that poll at the same time, the one that ends later writes the other's older
 * state back, and that one would hand out its items again.
 */
export function rememberNewest(
	workflow: string,
	node: string,
	made: Pick<Newest, 'state' | 'revision' | 'foundRevision' | 'openedAt'>,
): void {
	const key = `${workflow}:${node}`;
	const replacedAt = nextMoment();
	const before = newestSince(workflow, node, made.foundRevision);
	keepLast(newest, key, { ...made, replacedAt, replacedMs: Date.now(), isSaved: false, before });
	const others = replacements.get(workflow) ?? [];
	others.push({ node, openedAt: made.openedAt, replacedAt });
	keepLast(replacements, workflow, others.slice(-MOST_REPLACEMENTS));
}

/**
 * The state that is newer than what was found, where n8n has certainly delivered its items: because it was seen saved
 * before, or because another trigger of the workflow has written over it. Otherwise n8n may have discarded what the poll
 * returned, and the older state is right.
 */
export function newestSince(
	workflow: string,
	node: string,
	foundRevision: number,
): Newest | undefined {
	const mine = newest.get(`${workflow}:${node}`);
	if (!mine) return undefined;
	if (mine.revision === foundRevision) {
		mine.isSaved = true;
		mine.before = undefined;
	}
	if (mine.revision <= foundRevision) return undefined;
	if (mine.isSaved || isOverwritten(mine, workflow, node, foundRevision)) return mine;
	return mine.before;
}

/** Longer than n8n takes between reading a trigger's state and calling the trigger, also when it is behind with everything. */
const LATE_MS = 30_000;

/**
 * Whether a state was probably read before this process replaced it. n8n's scheduler reads the state of a poll that is due
 * while another one of the same trigger still runs, and calls it when that one has ended: it would hand out the same items.
 * If such a state is found again later, n8n has not saved the newer one, and it is right.
 */
export function isReadTooEarly(workflow: string, node: string, revision: number): boolean {
	const mine = newest.get(`${workflow}:${node}`);
	return mine !== undefined && revision < mine.revision && Date.now() - mine.replacedMs < LATE_MS;
}

function isOverwritten(
	mine: Newest,
	workflow: string,
	node: string,
	foundRevision: number,
): boolean {
	if (mine.foundRevision !== foundRevision) return false;
	const { replacedAt } = mine;
	return (replacements.get(workflow) ?? []).some(
		(other) => other.node !== node && other.openedAt < replacedAt && other.replacedAt > replacedAt,
	);
}

/** Forgets everything, as a restart of n8n does. For tests. */
export function forgetNewest(): void {
	newest.clear();
	replacements.clear();
}
