import type { IDataObject, INodeParameters } from 'n8n-workflow';

import workflow from '../../examples/keep-two-crms-in-step.json';
import { InsightlyTrigger } from '../../nodes/Insightly/InsightlyTrigger.node';
import { SpotlerCrmTrigger } from '../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import { createClock, type SandboxClock } from '../../sandbox/shared/clock';
import { openAccount as openInsightly, type InsightlyAccount } from '../nodes/insightly/account';
import { openAccount as openSpotler, type SpotlerAccount } from '../nodes/spotlerCrm/account';
import { PollSimulator } from '../support/pollSimulator';
import { companies } from './companies';

/** One direction of the example: what its trigger reports, and its way into the other CRM. */
export interface Direction {
	/** Polls once; gives the items that are new. */
	poll(): Promise<IDataObject[]>;
	/** Sends items the rest of the way. Throws what a node throws. */
	pass(items: IDataObject[]): Promise<IDataObject[]>;
}

/** Both CRMs with the example between them, both directions active, by a clock that only the test moves. */
export interface SyncedCrms {
	clock: SandboxClock;
	insightly: InsightlyAccount;
	spotler: SpotlerAccount;
	toSpotler: Direction;
	toInsightly: Direction;
	/** Requests so far that wrote something. */
	writes(): number;
}

/** Opens two accounts with the same companies and no contacts, and activates both triggers. */
export async function openCrms(): Promise<SyncedCrms> {
	const clock = createClock('2026-03-02T09:00:00Z');
	const insightly = await openInsightly({ clock });
	const spotler = await openSpotler({ clock });
	for (const name of companies) {
		insightly.sandbox.store.insert('Organisations', { ORGANISATION_NAME: name });
		spotler.sandbox.store.insert('accounts', { name });
	}
	clock.advance(60_000);
	const ofInsightly = await activated(new InsightlyTrigger(), insightlyStart, insightly);
	const ofSpotler = await activated(new SpotlerCrmTrigger(), spotlerStart, spotler);
	const requests = () => [...insightly.sandbox.requests, ...spotler.sandbox.requests];
	return {
		...{ clock, insightly, spotler },
		toSpotler: { poll: newItemsOf(ofInsightly), pass: passToSpotler(insightly, spotler) },
		toInsightly: { poll: newItemsOf(ofSpotler), pass: passToInsightly(insightly, spotler) },
		writes: () => requests().filter(({ method }) => method !== 'GET').length,
	};
}

const insightlyStart = 'Insightly Contact Changed';
const spotlerStart = 'Spotler Contact Changed';

/** Parameters of a node of the example; what it takes from its trigger comes from the test's own start node. */
function parametersOf(name: string, trigger = ''): INodeParameters {
	const node = workflow.nodes.find((one) => one.name === name);
	if (!node) throw new Error(`The example has no node "${name}"`);
	const text = JSON.stringify(node.parameters);
	return JSON.parse(trigger ? text.replaceAll(trigger, 'Start') : text) as INodeParameters;
}

async function activated(
	nodeType: InsightlyTrigger | SpotlerCrmTrigger,
	name: string,
	{ credentials }: InsightlyAccount | SpotlerAccount,
): Promise<PollSimulator> {
	const parameters = parametersOf(name);
	delete parameters.pollTimes;
	const simulator = await PollSimulator.create({
		...{ engine: 'durableCursors', nodeType, parameters, credentials },
	});
	await simulator.activate();
	return simulator;
}

function newItemsOf(simulator: PollSimulator): Direction['poll'] {
	let seen = 0;
	return async () => {
		await simulator.tick();
		const [error] = simulator.errors;
		if (error) throw error;
		const fresh = simulator.items.slice(seen);
		seen = simulator.items.length;
		return fresh;
	};
}

const passToSpotler =
	(insightly: InsightlyAccount, spotler: SpotlerAccount): Direction['pass'] =>
	async (items) => {
		const contacts = items.filter(({ ORGANISATION_ID }) => ORGANISATION_ID);
		if (contacts.length === 0) return [];
		const companiesOf = await insightly.rows(parametersOf('Get Organisation'), {
			items: contacts.map((json) => ({ json })),
		});
		return await spotler.rows(parametersOf('Write to Spotler CRM', insightlyStart), {
			items: contacts.map((contact, index) => ({
				json: { ...contact, ORGANISATION_NAME: companiesOf[index].ORGANISATION_NAME },
			})),
		});
	};

const passToInsightly =
	(insightly: InsightlyAccount, spotler: SpotlerAccount): Direction['pass'] =>
	async (items) => {
		const contacts = items.filter(({ accountid, first }) => accountid && first);
		if (contacts.length === 0) return [];
		const accounts = await spotler.rows(parametersOf('Get Account'), {
			items: contacts.map((json) => ({ json })),
		});
		return await insightly.rows(parametersOf('Write to Insightly', spotlerStart), {
			items: contacts.map((contact, index) => ({
				json: { ...contact, name: accounts[index].name },
			})),
		});
	};
