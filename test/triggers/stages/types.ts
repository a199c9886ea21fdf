import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import type { Reply, SandboxRequest } from '../../../sandbox/shared/http';
import type { Fault } from '../history';

export type Service = 'insightly' | 'spotler' | 'postHog';
export type Watched = 'created' | 'updated' | 'createdOrUpdated' | 'deleted';

/** What the trigger's form says. */
export interface Form {
	event: Watched;
	isWatching: boolean;
	/** A filter that lets everything through, so that only the state's belonging changes. */
	isFiltered: boolean;
	maxRows: number;
	zone: string;
}

/** A record as the history knows it. */
export interface Known {
	id: number;
	/** Counts the changes that have to be told apart. */
	revision: number;
	/** As the service dates it; ms of its own calendar. */
	createdAt: number;
	changedAt: number;
	/** When it was last written, by the true clock. */
	writtenAt: number;
	/** Set while it is deleted. */
	goneAt?: number;
	/** When it was deleted, each time. */
	deletions: number[];
	/** The same as the service dates them. */
	deletionDates: number[];
	/** Whether it was ever given a date in the far future. */
	isMisdated?: boolean;
	/** Whether it was ever brought back. */
	isRestored?: boolean;
	/** Whether answers showed its last state after others that are dated later. */
	isOutOfOrder?: boolean;
	/** Written, but not in answers yet. */
	isHidden?: boolean;
}

/** What a service's stand-in has to be able to do, behind the API's back. */
export interface Backstage {
	nodeType: INodeType;
	parameters(form: Form): INodeParameters;
	credentials: Record<string, IDataObject>;
	/** How far the trigger looks back: lateness and clocks are measured by it. */
	lookBackMs: number;
	/** Whether the trigger goes by the service's clock, so that dates from before the activation never count. */
	hasClock: boolean;
	/** Records that answers hold at most. */
	pageSize: number;
	/** Most that IDs may go on before a record that was made earlier is shown. */
	lateIds: number;
	/** A moment as the service dates it. */
	dated(moment: number): number;
	/** What an item tells of: see `keyFor`. */
	keyOf(item: IDataObject, event: Watched): string;
	insert(): number;
	/** A new record that answers do not show yet. Returns its ID and how to show it. */
	insertHidden(): { id: number; show(): void };
	/** Another revision; with a date of its own where one is given. */
	change(id: number, revision: number, dated?: number): void;
	/** A change of another field. */
	touch(id: number): void;
	drop(id: number, times: number): void;
	restore(id: number, revision: number): void;
	answer(request: SandboxRequest): Reply;
	authorization: string;
}

/** A stand-in of a service with the trigger's form, for one history. */
export interface Stage
	extends Omit<Backstage, 'insert' | 'insertHidden' | 'change' | 'drop' | 'restore' | 'touch'> {
	records: Known[];
	create(): void;
	createLate(afterMs: number): void;
	update(record: Known): void;
	updateLate(record: Known, afterMs: number): void;
	/** A change with a date in the far future. */
	misdate(record: Known): void;
	touch(record: Known): void;
	remove(record: Known): void;
	restore(record: Known): void;
	transport(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse>;
	/** Called after each answer: what happens while a poll runs. */
	afterAnswer?: () => void;
	/** How the service fails, after how many answers, and how often. */
	fault?: { how: Fault; after: number; count: number };
}

/** A change is a record in a revision; a creation or a deletion is the record alone. */
export const keyFor = (event: Watched, id: unknown, revision: unknown): string =>
	event === 'created' || event === 'deleted' ? String(id) : `${String(id)}@${String(revision)}`;
