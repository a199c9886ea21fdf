import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { isObject } from '../request/rows';

/** A state as it lies in the node's own data. */
export interface OwnSlot<State> {
	state: State;
	/** Counts the replacements. */
	revision: number;
	/** The node that wrote it, and its name then. Absent in data of version 0.1. */
	node?: { id: string; name: string };
}

/** The same state as it lies in the workflow's data, by node id. */
export interface SharedSlot<State> {
	/** As the trigger was armed, until that has been seen to survive in the node's own data. */
	armed?: State;
	/** As the node has last left it. */
	latest?: State;
	revision: number;
	/** The node's name then. */
	name?: string;
}

/** Where the state of one node lies: twice, for the reasons that `chooseState` gives. */
export interface Slots<State> {
	own?: OwnSlot<State>;
	shared?: SharedSlot<State>;
}

const NODE_SLOT = 'poll';
const sharedKey = (nodeId: string): string => `poll:${nodeId}`;

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/**
 * Reads both places. What is in neither form is passed over.
 *
 * @param read gives a copy of a kept state, or undefined for anything that is none of this kind
 */
export function readSlots<State>(
	context: IPollFunctions,
	read: (kept: unknown) => State | undefined,
): Slots<State> {
	const { id } = context.getNode();
	return {
		own: readOwn(context.getWorkflowStaticData('node')[NODE_SLOT], id, read),
		shared: readShared(context.getWorkflowStaticData('global')[sharedKey(id)], read),
	};
}

function readOwn<State>(
	kept: unknown,
	nodeId: string,
	read: (kept: unknown) => State | undefined,
): OwnSlot<State> | undefined {
	if (!isObject(kept)) return undefined;
	const { state: inner, revision, id, name } = kept;
	if (inner === undefined) {
		const bare = read(kept);
		return bare && { state: bare, revision: 0 };
	}
	// Names can be swapped: then this is what another node has left.
	const state = id === nodeId ? read(inner) : undefined;
	return state && { state, revision: countOf(revision), node: { id: nodeId, name: String(name) } };
}

function readShared<State>(
	kept: unknown,
	read: (kept: unknown) => State | undefined,
): SharedSlot<State> | undefined {
	if (!isObject(kept)) return undefined;
	const { armed, latest, revision, name } = kept;
	if (armed === undefined && latest === undefined) {
		const bare = read(kept);
		return bare && { armed: bare, revision: 0 };
	}
	return {
		armed: read(armed),
		latest: read(latest),
		revision: countOf(revision),
		name: typeof name === 'string' ? name : undefined,
	};
}

/** What was found to be right. */
export interface Choice<State> {
	state?: State;
	/** Whether the node's own data holds it, so that it has survived. */
	isOwn: boolean;
	revision: number;
}

/**
 * Decides which of the two kept states is right. n8n's three engines differ:
 *
 * - in memory and with the scheduler, both places are saved together, and the node's own is found by its *name*: after
 *   renaming it is empty or old, and the workflow's is right;
 * - with durable cursors the node's own is found by its id and saved in one transaction with the execution, while the
 *   workflow's is saved a moment before and must not be believed further than the node's own. But what the poll at
 *   activation wrote to the node's own is dropped if it returned nothing: then the state as it was armed is right.
 */
export function chooseState<State extends { generation: number }>(
	{ own, shared }: Slots<State>,
	nodeName: string,
): Choice<State> {
	const { armed, latest, revision = 0, name } = shared ?? {};
	const wasRenamed = name !== undefined && name !== nodeName;
	if (!own) {
		const state = wasRenamed ? (latest ?? armed) : (armed ?? latest);
		return { state, isOwn: false, revision };
	}
	if (armed && armed.generation > own.state.generation) {
		return { state: armed, isOwn: false, revision };
	}
	const isById = own.node !== undefined && own.node.name !== nodeName;
	// With durable cursors the workflow's data can be one step ahead; more means that the engine was changed.
	const mayBeAhead = wasRenamed ? 0 : 1;
	const isOld = !isById && revision - own.revision > mayBeAhead;
	return isOld && latest
		? { state: latest, isOwn: false, revision }
		: { state: own.state, isOwn: true, revision: own.revision };
}

/** Writes both places. Synchronous; the state is plain JSON without anything shared. */
export function writeSlots(
	context: IPollFunctions,
	slots: { state: IDataObject; armed?: IDataObject; revision: number },
): void {
	const { id, name } = context.getNode();
	const { state, armed, revision } = slots;
	context.getWorkflowStaticData('node')[NODE_SLOT] = { state, revision, id, name };
	const isAsArmed = armed !== undefined && JSON.stringify(armed) === JSON.stringify(state);
	context.getWorkflowStaticData('global')[sharedKey(id)] = {
		...(armed ? { armed } : {}),
		...(isAsArmed ? {} : { latest: JSON.parse(JSON.stringify(state)) as IDataObject }),
		revision,
		name,
	};
}

/** The node's own data as it lies there, to see whether somebody else has written meanwhile. */
export const ownData = (context: IPollFunctions): unknown =>
	context.getWorkflowStaticData('node')[NODE_SLOT];
