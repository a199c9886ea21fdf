import type { IDataObject, INodeExecutionData, Workflow } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

/** n8n's polling engines: in memory, durable scheduler, durable scheduler with durable cursors. */
export type PollEngine = 'memory' | 'scheduler' | 'durableCursors';
export const pollEngines: PollEngine[] = ['memory', 'scheduler', 'durableCursors'];

/**
 * Where the process dies in a poll: before anything of it is saved; between the saving of the workflow's
 * data and the execution; between the execution and the saving of the data (the two race each other).
 */
export type CrashPoint = 'beforeSaving' | 'afterState' | 'afterExecution';

/** What survives a crash. Everything is kept as text, so that nothing is shared by reference. */
export class SimulatedDatabase {
	/** What executions were started with. */
	readonly executions: INodeExecutionData[][][] = [];

	/** What executions of the second trigger were started with. */
	readonly twinExecutions: INodeExecutionData[][][] = [];

	/** What n8n was given and lost in a crash. */
	readonly lost: INodeExecutionData[][][] = [];

	/** The same of the second trigger. */
	readonly twinLost: INodeExecutionData[][][] = [];

	/** Executions that began although the state was not saved: their items come again. */
	readonly unsaved: INodeExecutionData[][][] = [];

	/** The same of the second trigger. */
	readonly twinUnsaved: INodeExecutionData[][][] = [];

	/** Set while a poll runs that the process does not survive. */
	crash?: CrashPoint;

	private staticData = '{}';

	private cursors = new Map<string, string>();

	readStaticData(): IDataObject {
		return JSON.parse(this.staticData) as IDataObject;
	}

	saveStaticData(workflow: Workflow): void {
		const data = workflow.staticData;
		if (data.__dataChanged !== true) return;
		this.staticData = JSON.stringify(data);
		data.__dataChanged = false;
	}

	/** The cursor of a node; made from its data when durable cursors meet it for the first time. */
	cursorOf(nodeId: string, nodeData: IDataObject): IDataObject {
		const stored = this.cursors.get(nodeId) ?? JSON.stringify(nodeData);
		this.cursors.set(nodeId, stored);
		return JSON.parse(stored) as IDataObject;
	}

	/** The cursor of a node, if it has one. */
	knownCursor(nodeId: string): IDataObject | undefined {
		const stored = this.cursors.get(nodeId);
		return stored === undefined ? undefined : (JSON.parse(stored) as IDataObject);
	}

	/** Keeps a cursor after a poll without items. */
	commit(staged?: { nodeId: string; cursor: IDataObject }): void {
		if (staged && !this.crash) this.cursors.set(staged.nodeId, JSON.stringify(staged.cursor));
	}

	/** Starts an execution. With a cursor, both are one transaction; without, two saves that race. */
	emit(
		workflow: Workflow,
		data: INodeExecutionData[][],
		staged?: { nodeId: string; cursor: IDataObject },
		isTwin = false,
	): void {
		if (data.flat().length === 0) throw new Error('An execution was started without items');
		if (this.crash === 'beforeSaving') return;
		if (this.crash !== 'afterExecution') this.saveStaticData(workflow);
		if (this.crash === 'afterState') {
			if (!staged) (isTwin ? this.twinLost : this.lost).push(deepCopy(data));
			return;
		}
		const isUnsaved = this.crash === 'afterExecution' && !staged;
		if (isUnsaved) (isTwin ? this.twinUnsaved : this.unsaved).push(deepCopy(data));
		if (staged) this.cursors.set(staged.nodeId, JSON.stringify(staged.cursor));
		(isTwin ? this.twinExecutions : this.executions).push(deepCopy(data));
	}
}

/** A node's cursor while one poll runs: a copy that counts only once it has been taken and committed. */
export class StagedCursor {
	private snapshot?: IDataObject;

	private seed?: IDataObject;

	constructor(
		private readonly database: SimulatedDatabase,
		private readonly nodeId: string,
		/** Scheduled polls get what was there when they became due; there is nothing before the first. */
		isRead: boolean,
	) {
		this.seed = isRead ? database.knownCursor(nodeId) : undefined;
	}

	async open<T>(nodeData: IDataObject, poll: () => Promise<T>): Promise<T> {
		this.seed ??= this.database.cursorOf(this.nodeId, nodeData);
		this.snapshot = deepCopy(this.seed);
		return await poll();
	}

	current(): IDataObject | undefined {
		return this.snapshot;
	}

	/** The cursor if the poll has changed it. */
	take(): { nodeId: string; cursor: IDataObject } | undefined {
		if (!this.snapshot || JSON.stringify(this.snapshot) === JSON.stringify(this.seed))
			return undefined;
		this.seed = deepCopy(this.snapshot);
		return { nodeId: this.nodeId, cursor: deepCopy(this.snapshot) };
	}
}
