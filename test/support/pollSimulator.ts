import './n8n/environment';

import {
	PollContext,
	PollTriggerExecutor,
	TriggersAndPollers,
	commitStagedCursor,
	runPollInStagingScope,
} from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	ICredentialType,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';

import { forgetPollsUnderWay } from '../../nodes/shared/polling/singleFlight';
import { forgetNewest } from '../../nodes/shared/polling/newest';
import { forgetProgress } from '../../nodes/shared/polling/progress';
import { forgetRounds } from '../../nodes/shared/polling/rounds';
import type { CredentialValues, TestCredentialsHelper } from './n8n/credentialsHelper';
import { createAdditionalData, createNode, createNodeTypes, createWorkflow } from './n8n/host';
import { SimulatedDatabase, StagedCursor } from './pollSimulatorDatabase';
import type { CrashPoint, PollEngine } from './pollSimulatorDatabase';
import { quietExecutorParts } from './pollSimulatorParts';

export type { CrashPoint, PollEngine } from './pollSimulatorDatabase';
export { pollEngines } from './pollSimulatorDatabase';

export interface PollSimulatorOptions {
	engine: PollEngine;
	/** The trigger node under test. */
	nodeType: INodeType;
	/** What its form holds; the rest gets its defaults. */
	parameters?: INodeParameters;
	credentials?: CredentialValues;
	/** Credential types by default those of the package. */
	credentialTypes?: ICredentialType[];
	/** What `getPollBudgetMs` answers, in ms; by default as the engine does. */
	budgetMs?: number;
	/** Answers requests in place of the network. */
	transport?: (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;
	/** A second trigger in the same workflow, with the same form. */
	hasTwin?: boolean;
}

/** Time limits of n8n 2.41: five minutes in memory, 80 % of 45 s under the scheduler. */
const engineBudgetMs: Record<PollEngine, number> = {
	memory: 300_000,
	scheduler: 36_000,
	durableCursors: 36_000,
};

/** Two simulators of one test are two triggers of one process. */
let created = 0;

/**
 * One workflow with one polling trigger, run as one of n8n's three polling engines runs it: what is kept
 * between two polls, when it is saved, and what a crash leaves behind. Uses n8n's own poll context,
 * executor and workflow class; only the database is a stand-in.
 */
export class PollSimulator {
	readonly database = new SimulatedDatabase();

	/** What polls threw while the workflow was active. */
	readonly errors: Error[] = [];

	/** Test runs that changed the workflow's data, which none may. */
	testRunsThatWrote = 0;

	private readonly nodeTypes: INodeTypes;

	private readonly pollers = new TriggersAndPollers();

	private readonly executor = new PollTriggerExecutor(...quietExecutorParts(this.pollers));

	/** The in-memory engine keeps the workflow of the activation. */
	private registered?: { workflow: Workflow; runs: Array<(testing?: boolean) => Promise<void>> };

	/** The second trigger, if there is one. */
	private twin?: INode;

	private constructor(
		private readonly options: PollSimulatorOptions,
		private readonly additionalData: IWorkflowExecuteAdditionalData,
		private node: INode,
	) {
		this.nodeTypes = createNodeTypes(options.nodeType);
		if (options.hasTwin) this.twin = { ...node, id: 'twin', name: 'Twin' };
	}

	/** A workflow that has never been active, in a freshly started n8n. */
	static async create(options: PollSimulatorOptions): Promise<PollSimulator> {
		forgetProcessMemory();
		const { nodeType, parameters = {}, credentials, credentialTypes } = options;
		const additionalData = await createAdditionalData({ credentials, credentialTypes });
		const node = createNode(nodeType, parameters, credentials);
		return new PollSimulator(options, additionalData, { ...node, id: `trigger-${++created}` });
	}

	/** What n8n knows the trigger by. */
	get nodeId(): string {
		return this.node.id;
	}

	/** All items that executions were started with, in order. */
	get items(): IDataObject[] {
		return this.database.executions.flat(2).map((item) => item.json);
	}

	/** Items of the second trigger. */
	get twinItems(): IDataObject[] {
		return this.database.twinExecutions.flat(2).map((item) => item.json);
	}

	/** Items that the trigger handed over and that n8n lost when it crashed. */
	get lostItems(): IDataObject[] {
		return this.database.lost.flat(2).map((item) => item.json);
	}

	/** The same of the second trigger. */
	get twinLostItems(): IDataObject[] {
		return this.database.twinLost.flat(2).map((item) => item.json);
	}

	/** Items of executions that began although the state was not saved. */
	get unsavedItems(): IDataObject[] {
		return this.database.unsaved.flat(2).map((item) => item.json);
	}

	/** The same of the second trigger. */
	get twinUnsavedItems(): IDataObject[] {
		return this.database.twinUnsaved.flat(2).map((item) => item.json);
	}

	/** Changes the form of the node, and of the second one; takes effect with the next activation. */
	configure(parameters: INodeParameters): void {
		const { name, id } = this.node;
		const { nodeType, credentials } = this.options;
		this.node = { ...createNode(nodeType, parameters, credentials, { name }), id };
		if (this.twin) this.twin = { ...this.node, id: this.twin.id, name: this.twin.name };
	}

	/** Puts other values into the credential, such as those of another account. */
	changeCredentials(values: CredentialValues): void {
		const helper = this.additionalData.credentialsHelper as TestCredentialsHelper;
		Object.assign(helper.values, values);
	}

	/** Gives the node another name; takes effect at once, as n8n publishes the workflow again. */
	async rename(name: string): Promise<void> {
		this.node = { ...this.node, name };
		await this.republish();
	}

	/** Another credential with the same key. */
	async swapCredential(id: string): Promise<void> {
		const types = Object.keys(this.node.credentials ?? {});
		const credentials = types.map((type) => [type, { id, name: `Credential ${id}` }]);
		this.node = { ...this.node, credentials: Object.fromEntries(credentials) };
		await this.republish();
	}

	/** The user activates the workflow. @throws what the first poll throws */
	async activate(crash?: CrashPoint): Promise<void> {
		await this.register('activate', true, crash);
	}

	/** The polling time has come. */
	async tick(crash?: CrashPoint): Promise<void> {
		if (this.options.engine === 'memory') {
			this.database.crash = crash;
			await Promise.all((this.registered?.runs ?? []).map(async (run) => await run()));
		} else {
			await Promise.all(
				this.pollingNodes.map(async (node) => await this.scheduledTick(node, crash)),
			);
		}
		if (crash) await this.restart();
	}

	/** Two polling times are due at once: n8n reads the state for both, and calls the second when the first has ended. */
	async tickTwiceAtOnce(): Promise<void> {
		const late =
			this.options.engine === 'memory'
				? [async () => await this.tick()]
				: this.pollingNodes.map((node) => this.openScheduledPoll(node));
		await this.tick();
		for (const poll of late) await poll();
	}

	/** n8n ends and starts again; the in-memory engine polls at once, the scheduler does not. */
	async restart(): Promise<void> {
		forgetProcessMemory();
		this.database.crash = undefined;
		this.registered = undefined;
		if (this.options.engine === 'memory') await this.register('init', true);
	}

	/** The workflow is published again: a new workflow object from the database, without a restart. */
	async republish(): Promise<void> {
		await this.register('update', this.options.engine === 'memory');
	}

	/** The user presses "Fetch test event". @throws what the poll throws */
	async fetchTestEvent(): Promise<INodeExecutionData[][] | null> {
		const workflow = this.workflowFromDatabase();
		const context = new PollContext(
			workflow,
			this.nodeOf(workflow),
			this.additionalData,
			'manual',
			'manual',
		);
		this.connect(context);
		const before = JSON.stringify(workflow.staticData);
		try {
			return await this.pollers.runPollFunction(workflow, this.nodeOf(workflow), context);
		} finally {
			if (JSON.stringify(workflow.staticData) !== before) this.testRunsThatWrote += 1;
		}
	}

	private async register(
		activation: WorkflowActivateMode,
		pollsAtOnce: boolean,
		crash?: CrashPoint,
	): Promise<void> {
		const workflow = this.workflowFromDatabase();
		const isCurrent = () => this.registered?.workflow === workflow;
		const runs = this.pollingNodes.map((node) => {
			const context = this.contextFor(workflow, activation, node);
			return this.executor.create(workflow, this.nodeOf(workflow, node), context, isCurrent);
		});
		this.registered = { workflow, runs };
		this.database.crash = crash;
		if (pollsAtOnce) for (const run of runs) await run(true);
		if (crash) return await this.restart();
		this.database.saveStaticData(workflow);
	}

	private async scheduledTick(node: INode, crash?: CrashPoint): Promise<void> {
		this.database.crash = crash;
		await this.openScheduledPoll(node)();
	}

	/** As n8n's poll task does it: a fresh workflow and the state are read at once; then poll, and emit, commit or report. */
	private openScheduledPoll(node: INode): () => Promise<void> {
		const workflow = this.workflowFromDatabase();
		const context = this.contextFor(workflow, 'update', node);
		return async () =>
			await runPollInStagingScope(context, async () => {
				try {
					const result = await this.pollers.runPollFunction(
						workflow,
						this.nodeOf(workflow, node),
						context,
					);
					if (result !== null) context.__emit(result);
					else await commitStagedCursor(context);
				} catch (error) {
					context.__emitError(error instanceof Error ? error : new Error(String(error)));
				}
			});
	}

	private contextFor(
		workflow: Workflow,
		activation: WorkflowActivateMode,
		which: INode,
	): PollContext {
		const { engine, budgetMs = engineBudgetMs[engine] } = this.options;
		const node = this.nodeOf(workflow, which);
		const staged =
			engine === 'durableCursors'
				? new StagedCursor(this.database, node.id, activation === 'update')
				: undefined;
		const context = new PollContext(
			workflow,
			node,
			this.additionalData,
			'trigger',
			activation,
			(data) => this.database.emit(workflow, data, staged?.take(), which === this.twin),
			(error) => this.errors.push(error),
			async () => this.database.commit(staged?.take()),
			async (poll) =>
				await (staged ? staged.open(workflow.getStaticData('node', node), poll) : poll()),
			() => staged?.current() ?? workflow.getStaticData('node', node),
			() => budgetMs,
		);
		this.connect(context);
		return context;
	}

	/** Puts the test's own transport in place of the network. */
	private connect(context: PollContext): void {
		const { transport } = this.options;
		if (!transport) return;
		context.helpers.httpRequestWithAuthentication = async (_type, options) =>
			(await transport(options)) as never;
	}

	private get pollingNodes(): INode[] {
		return this.twin ? [this.node, this.twin] : [this.node];
	}

	private workflowFromDatabase(): Workflow {
		return createWorkflow(this.nodeTypes, this.node, {
			staticData: this.database.readStaticData(),
			others: this.twin ? [this.twin] : [],
		});
	}

	private nodeOf(workflow: Workflow, node = this.node): INode {
		return workflow.getNode(node.name) ?? node;
	}
}

function forgetProcessMemory(): void {
	forgetPollsUnderWay();
	forgetProgress();
	forgetNewest();
	forgetRounds();
}
