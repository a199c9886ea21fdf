import { expectThat } from '../../e2e/expectThat';
import { credentialRows } from '../../../scripts/start/credentials';
import type { Sandboxes } from '../../../scripts/start/sandboxes';
import {
	closeCredential,
	fillCredential,
	openNewCredential,
	saveAndRead,
} from '../editor/credential';
import type { Sentence, World } from '../sentences';
import { createInsightlySandbox } from '../../../sandbox/insightly';

type Service = keyof Sandboxes;

interface Row {
	service: Service;
	name: string;
	credential: string;
	/** A word that a refusal of the key has to have. */
	keyWord: RegExp;
	/** What the form needs besides, or under other names, to reach the sandbox. */
	fields(values: Record<string, string>): Record<string, string>;
}

const same = (values: Record<string, string>) => values;

const rows: Row[] = [
	{
		...{ service: 'insightly', name: 'Insightly', credential: 'Insightly API' },
		...{ keyWord: /key/i, fields: same },
	},
	{
		...{ service: 'spotler', name: 'Spotler CRM', credential: 'Spotler CRM API' },
		...{ keyWord: /access token/i, fields: same },
	},
	{
		...{ service: 'postHog', name: 'PostHog', credential: 'PostHog Insights API' },
		keyWord: /key/i,
		fields: (values) => ({ ...values, region: 'Self-Hosted' }),
	},
];

const wrongKey = 'not-the-key-of-anybody';

/** What nobody should read: leftovers of a program instead of words. */
const unreadable = /undefined|\[object|<html|<!doctype|ECONN|ENOTFOUND|\n\s+at /i;

async function tryOut(
	world: World,
	{ service, credential, fields }: Row,
	account: { key?: string; url?: string },
): Promise<string> {
	const right = world[service].account;
	const data = credentialRows[service].data({ ...right, ...account });
	const { region, ...others } = fields(data);
	await openNewCredential(world, credential);
	await fillCredential(world, region === undefined ? others : { region, ...others });
	const said = await saveAndRead(world);
	if (/tested successfully/.test(said)) await world.picture(`credential-${service}`);
	await closeCredential(world);
	return said;
}

function expectRefusal(text: string, speaksOf: RegExp): void {
	expectThat(/Couldn’t connect/.test(text), `the form says "${text.slice(0, 400)}"`);
	expectThat(
		speaksOf.test(text),
		`the form does not speak of ${speaksOf}: "${text.slice(0, 600)}"`,
	);
	expectThat(!unreadable.test(text), `the form reads "${text.slice(0, 600)}"`);
	expectThat(!text.includes(wrongKey), 'the form repeats the key');
}

/** The key belongs to an account that lives at another address. */
const wrongPod: Sentence = {
	says: 'a new Insightly credential says in words that the key may belong to another pod',
	see: async (world) => {
		const elsewhere = createInsightlySandbox({ apiKey: 'the-key-of-somebody-else' });
		try {
			const { url } = await elsewhere.start(0);
			expectRefusal(await tryOut(world, rows[0], { url }), /only works at its own address/);
		} finally {
			await elsewhere.close();
		}
	},
};

const eachService: Sentence[] = rows.flatMap((row) => [
	{
		says: `a new ${row.name} credential tests well with the right key`,
		see: async (world) => {
			const text = await tryOut(world, row, {});
			expectThat(/tested successfully/.test(text), `the form says "${text.slice(0, 400)}"`);
		},
	},
	{
		says: `a new ${row.name} credential says in words that the key is wrong`,
		see: async (world) => expectRefusal(await tryOut(world, row, { key: wrongKey }), row.keyWord),
	},
	{
		says: `a new ${row.name} credential says in words that a web page answered`,
		see: async (world) => {
			const { sandbox } = world[row.service];
			sandbox.faults.next({ times: 100, fault: { kind: 'html' } });
			try {
				expectRefusal(await tryOut(world, row, {}), /web page|not the API|address/i);
			} finally {
				sandbox.faults.clear();
			}
		},
	},
	{
		says: `a new ${row.name} credential says in words that nobody answers at its address`,
		see: async (world) => {
			const text = await tryOut(world, row, { url: 'http://127.0.0.1:9/v3.1' });
			expectRefusal(text, /127\.0\.0\.1:9 refused the connection/);
		},
	},
]);

export const credentialSentences: Sentence[] = [...eachService, wrongPod];
