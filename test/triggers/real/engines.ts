/** n8n's polling engines: how each is switched on, and what it allows. */
export interface Engine {
	letter: EngineLetter;
	title: string;
	env: Record<string, string>;
	/** Whether it saves a trigger's state apart from the execution, so that being killed between the two loses items. */
	mayLose: boolean;
	/** How often a full run kills it. */
	kills: number;
}

export type EngineLetter = 'A' | 'B' | 'C';

/** Quicker than usual, so that minutes of a test are like hours of use: what is saved when stays as it is. */
const SCHEDULER = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '2',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '5',
	N8N_SCHEDULER_REAPER_INTERVAL: '5',
	N8N_SCHEDULER_LEASE_DURATION: '30',
	N8N_SCHEDULER_POLL_TIMEOUT: '25',
};

export const engines: Engine[] = [
	{ letter: 'A', title: 'in memory', env: {}, mayLose: true, kills: 5 },
	{ letter: 'B', title: 'scheduler', env: SCHEDULER, mayLose: true, kills: 5 },
	{
		letter: 'C',
		title: 'durable cursors',
		env: { ...SCHEDULER, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' },
		mayLose: false,
		kills: 20,
	},
];

/** The engine of that letter, which must be one. */
export const engineOf = (letter: EngineLetter): Engine =>
	engines.find((engine) => engine.letter === letter) as Engine;
