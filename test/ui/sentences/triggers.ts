import { execute, shows } from '../editor/form';
import { openTrigger, type Service } from '../editor/nodes';
import type { Sentence } from '../sentences';

interface Row {
	service: Service;
	name: string;
	parameters: Record<string, unknown>;
	/** What the test event has to show. */
	event: RegExp;
}

const rows: Row[] = [
	{
		...{ service: 'insightly', name: 'Insightly' },
		parameters: { triggerOn: 'contact.createdOrUpdated' },
		event: /CONTACT_ID/,
	},
	{
		...{ service: 'spotler', name: 'Spotler CRM' },
		parameters: { triggerOn: 'account.createdOrUpdated' },
		event: /name/,
	},
	{
		...{ service: 'postHog', name: 'PostHog' },
		parameters: { event: 'insightCreated' },
		event: /insight|name/,
	},
];

/** The button *Fetch Test Event* of each trigger. */
export const triggerSentences: Sentence[] = rows.map(({ service, name, parameters, event }) => ({
	says: `the ${name} trigger shows a test event`,
	see: async (world) => {
		await openTrigger(world, service, parameters);
		const output = await execute(world.page);
		await shows(output, event);
		await world.picture(`trigger-${service}`);
	},
}));
