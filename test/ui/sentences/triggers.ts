import { expectThat } from '../../e2e/expectThat';
import { execute } from '../editor/form';
import { openTrigger, type Service } from '../editor/nodes';
import type { Sentence } from '../sentences';

interface Row {
	service: Service;
	name: string;
	parameters: Record<string, unknown>;
	/** What the test event has to show. */
	shows: RegExp;
}

const rows: Row[] = [
	{
		...{ service: 'insightly', name: 'Insightly' },
		parameters: { triggerOn: 'contact.createdOrUpdated' },
		shows: /CONTACT_ID/,
	},
	{
		...{ service: 'spotler', name: 'Spotler CRM' },
		parameters: { triggerOn: 'account.createdOrUpdated' },
		shows: /name/,
	},
	{
		...{ service: 'postHog', name: 'PostHog' },
		parameters: { event: 'insightCreated' },
		shows: /insight|name/,
	},
];

/** The button *Fetch Test Event* of each trigger. */
export const triggerSentences: Sentence[] = rows.map(({ service, name, parameters, shows }) => ({
	says: `the ${name} trigger shows a test event`,
	see: async (world) => {
		await openTrigger(world, service, parameters);
		const output = await execute(world.page);
		const text = await output.innerText();
		await world.picture(`trigger-${service}`);
		expectThat(shows.test(text), `the output reads "${text.slice(0, 400)}"`);
	},
}));
