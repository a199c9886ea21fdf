/** One invariant of the polling engine, and the change that switches it off. */
export interface Mutant {
	/** As ARCHITECTURE.md has it. */
	invariant: string;
	/** Below `nodes/`. */
	file: string;
	from: string;
	to: string;
}

const polling = (name: string): string => `shared/polling/${name}`;

export const MUTANTS: readonly Mutant[] = [
	{
		invariant: 'the watermark is what was fully drained, not what is parked',
		file: polling('watermark.ts'),
		from: 'return { ...state, seen: Object.fromEntries(kept), pass };',
		to: 'return { ...finishPass(reading), seen: Object.fromEntries(kept) };',
	},
	{
		invariant: 'the watermark is the newest source time, never the local clock',
		file: polling('watermark.ts'),
		from: 'const drained = Math.min(reading.pass.newest, passBound(reading));',
		to: 'const drained = Date.now() + 3_600_000;',
	},
	{
		invariant: "the watermark is never beyond the service's clock",
		file: polling('watermark.ts'),
		from: 'Math.min(reading.pass.newest, passBound(reading))',
		to: 'reading.pass.newest',
	},
	{
		invariant: 'a pass does not trust times newer than its own beginning',
		file: polling('watermark.ts'),
		from: 'if (pass.startedAt !== undefined) return pass.startedAt;',
		to: 'if (pass.startedAt !== undefined) return pass.startedAt + 600_000;',
	},
	{
		invariant: 'rows at the boundary are read again',
		file: polling('watermark.ts'),
		from: 'return Math.max(state.from, isCrowded ? watermark + 1 : watermark);',
		to: 'return watermark + 1_000;',
	},
	{
		invariant: 'rows that appear late are looked for',
		file: polling('watermark.ts'),
		from: 'return Math.max(state.from, watermark - rules.overlapMs);',
		to: 'return Math.max(state.from, watermark);',
	},
	{
		invariant: 'rows that were dealt with are recognised',
		file: polling('advance.ts'),
		from: 'const isNews = known?.[1] !== packMark(row.version);',
		to: 'const isNews = true;',
	},
	{
		invariant: 'rows are recognised by version, not by ID alone',
		file: polling('advance.ts'),
		from: 'const isNews = known?.[1] !== packMark(row.version);',
		to: 'const isNews = known === undefined;',
	},
	{
		invariant: 'a row that does not fit is left for the next poll',
		file: polling('advance.ts'),
		from: 'if (emit.length >= room) return { emit, next: parkPass(reading) };',
		to: 'if (emit.length >= room) continue;',
	},
	{
		invariant: 'what one poll cannot finish is parked',
		file: polling('state.ts'),
		from: 'return seen && { ...(JSON.parse(JSON.stringify(kept)) as PollState), seen };',
		to: 'return seen && { ...(JSON.parse(JSON.stringify(kept)) as PollState), seen, pass: undefined };',
	},
	{
		invariant: 'a poll that fails hands out what it had read',
		file: polling('drain.ts'),
		from: "if ('fault' in answer) return { ...drained, fault: answer.fault };",
		to: "if ('fault' in answer) return { ...drained, emit: [], fault: answer.fault };",
	},
	{
		invariant: 'the first poll only notes what is there',
		file: polling('advance.ts'),
		from: 'if (isNews && !state.arming && isWanted(news)) {',
		to: 'if (isNews && isWanted({ ...news, state: { ...state, floor: 0 } })) {',
	},
	{
		invariant: 'manual runs touch nothing',
		file: polling('poll.ts'),
		from: "if (context.getMode() === 'manual') return",
		to: 'if (Boolean(false)) return',
	},
	{
		invariant: 'state belongs to its account',
		file: polling('store.ts'),
		from: 'const isMine = youngest?.scope === scope;',
		to: 'const isMine = youngest !== undefined;',
	},
	{
		invariant: 'another filter on the same time line goes on where the old one had got to',
		file: polling('arm.ts'),
		from: 'if (options.timeline === undefined) return undefined;',
		to: 'if (options.scope !== other.scope) return undefined;',
	},
	{
		invariant: "the state is kept by the node's id",
		file: polling('slots.ts'),
		from: 'const { id } = context.getNode();',
		to: 'const { name: id } = context.getNode();',
	},
	{
		invariant: 'after renaming, the latest state is right',
		file: polling('slots.ts'),
		from: 'const state = wasRenamed ? (latest ?? armed) : (armed ?? latest);',
		to: 'const state = armed ?? latest;',
	},
	{
		invariant: 'the state of the activation survives where an engine drops it',
		file: polling('slots.ts'),
		from: 'const state = wasRenamed ? (latest ?? armed) : (armed ?? latest);',
		to: 'const state = wasRenamed ? latest : undefined;',
	},
	{
		invariant: "with durable cursors the node's state is believed, not the workflow's",
		file: polling('slots.ts'),
		from: 'const mayBeAhead = wasRenamed ? 0 : 1;',
		to: 'const mayBeAhead = -1;',
	},
	{
		invariant: 'the account is its address and key, not the credential',
		file: 'shared/request/account.ts',
		from: 'keyMark(credentials) ?? id',
		to: 'id',
	},
	{
		invariant: "of two triggers, the state that n8n's scheduler writes back is not believed",
		file: polling('newest.ts'),
		from: 'if (mine.isSaved || isOverwritten(mine, workflow, node, foundRevision)) return mine;',
		to: '',
	},
	{
		invariant: 'what a poll without items has read is gone on from',
		file: polling('progress.ts'),
		from: 'return progress?.base === base ? progress.state : undefined;',
		to: 'return undefined;',
	},
	{
		invariant: 'what was noted belongs to one revision of the state',
		file: polling('store.ts'),
		from: 'fingerprint(JSON.stringify([owner, revision, (youngest && pack(youngest)) ?? null]));',
		to: 'fingerprint(JSON.stringify([owner, (youngest && pack(youngest)) ?? null]));',
	},
	{
		invariant: 'a clock is believed when two sources agree',
		file: polling('plausible.ts'),
		from: 'if (Math.abs(told - own) <= AGREEMENT_MS) return told;',
		to: 'if (told) return own;',
	},
	{
		invariant: 'a single row from the far future moves nothing',
		file: polling('plausible.ts'),
		from: 'const believed = values.length - within.length >= ENOUGH ? values : within;',
		to: 'const believed = values;',
	},
	{
		invariant: 'two polls of one node do not run at once',
		file: polling('singleFlight.ts'),
		from: 'if (other && other.until > now) return undefined;',
		to: '',
	},
	{
		invariant: 'a record is gone only if one answer has both its neighbours',
		file: polling('deletionsByOffset.ts'),
		from: 'if (start > 0 && !(records.length > 0 && records[0].id <= stretch.above)) return undefined;',
		to: '',
	},
	{
		invariant: 'what is gone is reported once',
		file: polling('deletions.ts'),
		from: 'const rest = known.filter((id) => !gone.has(id));',
		to: 'const rest = [...known];',
	},
	{
		invariant: 'only changes of the watched fields are reported',
		file: polling('events.ts'),
		from: 'return change !== undefined && change.changedFields.length > 0;',
		to: 'return true;',
	},
	{
		invariant: 'the watched fields of every record are known before the first change',
		file: polling('watchedFields.ts'),
		from: 'this.walk = kept ? start.walk : {};',
		to: 'this.walk = undefined;',
	},
];
