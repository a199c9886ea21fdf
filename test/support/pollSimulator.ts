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
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';

import { forgetPollsUnderWay } from '../../nodes/shared/polling/singleFlight';
import { forgetNewest } from '../../nodes/shared/polling/newest';
import { forgetProgress } from '../../nodes/shared/polling/progress';
import { forgetRounds } from '../../nodes/shared/polling/rounds';
import type { CredentialValues } from './n8n/credentialsHelper';
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
}

/** Time limits of n8n 2.41: five minutes in memory, 80 % of 45 s under the scheduler. */
const engineBudgetMs: Record<PollEngine, number> = {
	memory: 300_000,
	scheduler: 36_000,
	durableCursors: 36_000,
};

/**
 * One workflow with one polling trigger, run as one of n8n's three polling engines runs it: what is kept
 * between two polls, when it is saved, and what a crash leaves behind. Uses n8n's own poll context,
 * executor and workflow class; only the database is a stand-in.
 */
export class PollSimulator {
	readonly database = new SimulatedDatabase();

	/** What polls threw while the workflow was active. */
	readonly errors: Error[] = [];

	private readonly nodeTypes: INodeTypes;

	private readonly pollers = new TriggersAndPollers();

	private readonly executor = new PollTriggerExecutor(...quietExecutorParts(this.pollers));

	/** The in-memory engine keeps the workflow of the activation. */
	private registered?: { workflow: Workflow; run: (testing?: boolean) => Promise<void> };

	private constructor(
		private readonly options: PollSimulatorOptions,
		private readonly additionalData: IWorkflowExecuteAdditionalData,
		private node: INode,
	) {
		this.nodeTypes = createNodeTypes(options.nodeType);
	}

	/** A workflow that has never been active, in a freshly started n8n. */
	static async create(options: PollSimulatorOptions): Promise<PollSimulator> {
		forgetProcessMemory();
		const { nodeType, parameters = {}, credentials, credentialTypes } = options;
		const additionalData = await createAdditionalData({ credentials, credentialTypes });
		return new PollSimulator(
			options,
			additionalData,
			createNode(nodeType, parameters, credentials),
		);
	}

	/** All items that executions were started with, in order. */
	get items(): IDataObject[] {
		return this.database.executions.flat(2).map((item) => item.json);
	}

	/** Items that the trigger handed over and that n8n lost when it crashed. */
	get lostItems(): IDataObject[] {
		return this.database.lost.flat(2).map((item) => item.json);
	}

	/** Changes the node's form; takes effect with the next activation. */
	configure(parameters: INodeParameters): void {
		this.node = createNode(this.options.nodeType, parameters, this.options.credentials);
	}

	/** The user activates the workflow. @throws what the first poll throws */
	async activate(crash?: CrashPoint): Promise<void> {
		await this.register('activate', true, crash);
	}

	/** The polling time has come. */
	async tick(crash?: CrashPoint): Promise<void> {
		if (this.options.engine === 'memory') {
			this.database.crash = crash;
			await this.registered?.run();
		} else {
			await this.scheduledTick(crash);
		}
		if (crash) await this.restart();
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
		return await this.pollers.runPollFunction(workflow, this.nodeOf(workflow), context);
	}

	private async register(
		activation: WorkflowActivateMode,
		pollsAtOnce: boolean,
		crash?: CrashPoint,
	): Promise<void> {
		const workflow = this.workflowFromDatabase();
		const context = this.contextFor(workflow, activation);
		const isCurrent = () => this.registered?.workflow === workflow;
		const run = this.executor.create(workflow, this.nodeOf(workflow), context, isCurrent);
		this.registered = { workflow, run };
		this.database.crash = crash;
		if (pollsAtOnce) await run(true);
		if (crash) return await this.restart();
		this.database.saveStaticData(workflow);
	}

	/** As n8n's poll task does it: a fresh workflow, then emit, commit or report. */
	private async scheduledTick(crash?: CrashPoint): Promise<void> {
		this.database.crash = crash;
		const workflow = this.workflowFromDatabase();
		const context = this.contextFor(workflow, 'update');
		await runPollInStagingScope(context, async () => {
			try {
				const result = await this.pollers.runPollFunction(workflow, this.nodeOf(workflow), context);
				if (result !== null) context.__emit(result);
				else await commitStagedCursor(context);
			} catch (error) {
				context.__emitError(error instanceof Error ? error : new Error(String(error)));
			}
		});
	}

	private contextFor(workflow: Workflow, activation: WorkflowActivateMode): PollContext {
		const { engine, budgetMs = engineBudgetMs[engine] } = this.options;
		const node = this.nodeOf(workflow);
		const staged =
			engine === 'durableCursors' ? new StagedCursor(this.database, node.id) : undefined;
		return new PollContext(
			workflow,
			node,
			this.additionalData,
			'trigger',
			activation,
			(data) => this.database.emit(workflow, data, staged?.take()),
			(error) => this.errors.push(error),
			async () => this.database.commit(staged?.take()),
			async (poll) =>
				await (staged ? staged.open(workflow.getStaticData('node', node), poll) : poll()),
			() => staged?.current() ?? workflow.getStaticData('node', node),
			() => budgetMs,
		);
	}

	private workflowFromDatabase(): Workflow {
		return createWorkflow(this.nodeTypes, this.node, {
			staticData: this.database.readStaticData(),
		});
	}

	private nodeOf(workflow: Workflow): INode {
		return workflow.getNode(this.node.name) ?? this.node;
	}
}

function forgetProcessMemory(): void {
	forgetPollsUnderWay();
	forgetProgress();
	forgetNewest();
	forgetRounds();
}
