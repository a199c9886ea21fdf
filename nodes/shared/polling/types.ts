import type { IDataObject } from 'n8n-workflow';

import type { FieldChange, KeptFields } from './fieldMemory';

/** Which changes a trigger reports. */
export type PollEvent = 'created' | 'updated' | 'createdOrUpdated';

/** What happened to one record. */
export type Happened = Exclude<PollEvent, 'createdOrUpdated'>;

/**
 * One record as a change feed delivers it. All times are milliseconds since 1970 in UTC.
 */
export interface ChangeRow {
	/** The record's id; numeric ids are compared as numbers. */
	id: string;
	/** When the record was created, where the service says so. */
	createdAt?: number;
	/** When the record was last changed, as the service says. */
	changedAt: number;
	/** Differs whenever the record differs: see `rowVersion`. */
	version: string;
	/** What the workflow receives. */
	json: IDataObject;
	/** What happened to it, on rows that are handed out, where that is told. */
	happened?: Happened;
	/** What has changed of the watched fields, on rows that are handed out. */
	change?: FieldChange;
}

/** One answer of a change feed. */
export interface ChangePage {
	rows: ChangeRow[];
	/** Where the next page starts; absent on the last page. Must stay usable in a later poll. */
	next?: string;
	/** The service's own clock when it gave this answer (its `Date` header), in ms UTC. */
	serverNow?: number;
	/**
	 * What a time on this page would plausibly not exceed, for feeds without a clock: see `newestPlausible`. A single row
	 * beyond is handed out but does not move the watermark.
	 */
	plausibleUntil?: number;
}

/**
 * The order in which a feed's pages deliver rows:
 * `id` = ascending record id; `ascending` = by `changedAt`, then id; `descending` = newest first.
 */
export type FeedOrder = 'id' | 'ascending' | 'descending';

/**
 * Everything the polling engine needs to know about a service: "rows changed since X", page by page.
 *
 * For the `created` event a feed ordered by time must be ordered by the time of creation and give it as
 * `changedAt` too: a record that moves within the list while it is read could be passed by otherwise.
 * Feeds ordered by id need no such care.
 */
export interface ChangeFeed {
	order: FeedOrder;
	/**
	 * How long after its `changedAt` a row may still be missing from answers: the service's indexing
	 * delay, plus the resolution of its timestamps, plus how far its clocks may disagree. In ms.
	 */
	overlapMs: number;
	/**
	 * How far the timestamps of rows may lag behind `serverNow`, in ms. Matters only at the moment the
	 * trigger is armed. Default 2 s.
	 */
	clockSkewMs?: number;
	/**
	 * Reads one page of the rows with `changedAt >= since` (inclusive, ms UTC). Older rows may be among
	 * them; the engine ignores those. Throws an error that is already readable for the user.
	 */
	page(since: number, cursor?: string): Promise<ChangePage>;
	/** The service's clock in ms UTC, or undefined where it does not tell. Asked once, when arming. */
	now(): Promise<number | undefined>;
	/** The newest rows, newest first, at most `limit`: for manual runs, and to arm without a clock. */
	newest(limit: number): Promise<ChangeRow[]>;
	/** False where `now` is not a clock that could be held against another one. */
	hasClock?: boolean;
}

/** All records of a type, page by page: what the fields to watch hold before the first change. */
export interface RecordWalk {
	/** One page by rising ID; `next` must stay usable in a later poll. */
	page(cursor?: string): Promise<Pick<ChangePage, 'rows' | 'next'>>;
}

/** The user's wish to hear only of changes of certain fields. */
export interface FieldsToWatch {
	/** Names, in the user's order. */
	names: string[];
	/** The values by name, from a row as the service sent it. */
	read(row: ChangeRow): IDataObject;
	all: RecordWalk;
}

/** What the user asked a trigger for, and the limits of one poll. */
export interface PollOptions {
	/**
	 * Everything that decides which rows belong to this trigger (account, resource, event, filters) as one
	 * string: see `pollScope`. State kept under another scope is not used.
	 */
	scope: string;
	/**
	 * What decides which rows the service sends (account, resource, filters of the service), where that is less than the
	 * scope. When only the rest of the scope changes, the trigger goes on as if nothing had happened.
	 */
	feed?: string;
	/**
	 * Names what the feed's times are measured by (host, kind of time). A state of another scope on the same time line is
	 * gone on from, so that what happens between two activations is not lost.
	 */
	timeline?: string;
	event: PollEvent;
	/** The user's own filter. Rows that do not match are remembered but not handed out. */
	matches?: (row: ChangeRow) => boolean;
	/**
	 * Hand out what changed since this moment (ms UTC) when first armed. Default: nothing old. A function is only called
	 * then, for feeds that have to ask the service where the moment lies.
	 */
	backlogSince?: number | (() => Promise<number>);
	/** Changes whenever the user changes `backlogSince`: then the trigger goes back to that moment once. */
	backlogKey?: string;
	/** Hands out only changes of these fields; new records all the same where the event says so. */
	fields?: FieldsToWatch;
	/** Makes the item from what the service sent. Default: as it is. */
	present?: (json: IDataObject) => IDataObject;
	/** Most rows handed out by one poll; the next poll continues. Default 500. */
	maxRows?: number;
	/** Most pages read by one poll; the next poll continues. Default 20. */
	maxPages?: number;
	/** Whether items say what happened to the record: `event`, created or updated. */
	tellsEvent?: boolean;
	/** A change this soon after the creation is the creation itself, in ms. Default 2 s. */
	creationToleranceMs?: number;
	/** Most rows a manual run shows. Default 1. */
	manualLimit?: number;
	/** What the rows are called in texts for the user, plural. Default "records". */
	rowsName?: string;
}

/** What is remembered of a row that has been dealt with: its time (ms UTC) and its version. */
export type SeenRow = [at: number, version: string];

/** A pass over the feed that is under way; parked in the state when one poll could not finish it. */
export interface Pass {
	/** The pass covers every row with `changedAt >= since`. */
	since: number;
	/** The page to read next; absent while the first page is not finished. */
	cursor?: string;
	/** Pages finished so far. */
	pages: number;
	/** The service's clock at the first page. */
	startedAt?: number;
	/** What a time would plausibly not exceed when the pass began, where there is no clock. */
	plausibleUntil?: number;
	/** Newest `changedAt` on the first page: stands in for a missing clock. */
	firstPageNewest: number;
	/** Newest `changedAt` dealt with in this pass. */
	newest: number;
	/** The last row dealt with: rows up to here are not handed out again by this pass. */
	last?: Position;
	/** Set once rows came out of the promised order: `last` is not relied on any more. */
	unordered?: boolean;
	/** Set once the pass has met a row or version that was not known before. */
	news?: boolean;
}

/** A place in a feed's order. */
export interface Position {
	id: string;
	/** `changedAt` of the row, ms UTC. */
	at: number;
}

/** The state of one trigger between two polls. JSON, replaced as a whole. Times are ms UTC. */
export interface PollState {
	v: 2;
	scope: string;
	/** As in the options it was made with. */
	feed?: string;
	timeline?: string;
	backlogKey?: string;
	/** Counts how often this trigger was armed; of two kept states the one armed later is right. */
	generation: number;
	/** Rows changed before this are never handed out. */
	floor: number;
	/** Newest source timestamp that was fully drained; never past the service's clock. */
	watermark: number;
	/** The next pass asks for rows from here on: the watermark less the overlap, or the watermark. */
	from: number;
	/** Newest source timestamp met so far. */
	newest: number;
	/** Rows from the overlap that have been dealt with, by id. */
	seen: Record<string, SeenRow>;
	/** Everything up to here has been looked at, by the service's clock, coarsely. For a change of scope. */
	upTo?: number;
	/** What the watched fields of each record last held. */
	fields?: KeptFields;
	/** Set while the records are read whose fields are watched, with the place to go on from. */
	walk?: { cursor?: string };
	/** Set until what was there when the trigger was armed has been noted. Nothing is handed out. */
	arming?: boolean;
	pass?: Pass;
}

/** What `advance` needs to know of the feed and of the user's wish. */
export interface AdvanceRules {
	order: FeedOrder;
	overlapMs: number;
	event: PollEvent;
	tellsEvent?: boolean;
	creationToleranceMs: number;
	matches: (row: ChangeRow) => boolean;
	/** The memory of the watched fields. `remember` changes it: the only thing here that is not a copy. */
	fields?: {
		compare(row: ChangeRow): FieldChange | undefined;
		remember(row: ChangeRow): void;
	};
}
