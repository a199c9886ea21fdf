import { expectThat } from './expectThat';
import type { Check } from './checks';
import { readSandbox } from '../../scripts/start/contacts';
import { fs, join, projectDir } from '../../scripts/start/machine';
import { offeredFields } from '../../scripts/start/mapperSchema';

interface Named {
	name: string;
}

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** What n8n makes of the installed package: page, node types, credentials, forms. */
export const nodeListChecks: Check[] = [
	{
		says: 'the editor page answers',
		see: async ({ client }) => {
			const { status, text } = await client.page('/');
			expectThat(status === 200, `it answered ${status}`);
			expectThat(/<div id="?app/.test(text), 'it answered something that is not the editor');
		},
	},
	{
		says: 'n8n lists all nodes of the installed package, three with a trigger each',
		see: async ({ client, packageName }) => {
			const { text } = await client.page('/types/nodes.json');
			const names = (JSON.parse(text) as Named[]).map(({ name }) => name);
			const wanted = namesIn('nodes', '.node.js');
			expectThat(wanted.length === 6, `the package declares ${wanted.length} nodes`);
			for (const node of wanted) {
				expectThat(names.includes(`${packageName}.${node}`), `${node} is not in the list`);
			}
		},
	},
	{
		says: 'n8n lists all credentials of the installed package',
		see: async ({ client }) => {
			const { text } = await client.page('/types/credentials.json');
			const names = (JSON.parse(text) as Named[]).map(({ name }) => name);
			const wanted = namesIn('credentials', '.credentials.js');
			expectThat(wanted.length === 4, `the package declares ${wanted.length} credentials`);
			for (const one of wanted) expectThat(names.includes(one), `${one} is not in the list`);
		},
	},
	{
		says: "the form for a new contact offers the account's own fields beside the standard ones",
		see: async ({ client, packageName, insightly, credentials }) => {
			const own = await readSandbox<Array<{ FIELD_NAME: string }>>(
				insightly.account,
				'/CustomFields/CONTACT',
			);
			const { id, name, type } = credentials.insightly;
			const offered = await offeredFields(client, {
				type: `${packageName}.insightly`,
				typeVersion: 1,
				parameters: { resource: 'contact', operation: 'create' },
				credentials: { [type]: { id, name } },
			});
			const ids = offered.map((field) => field.id);
			const ownOffered = own.filter(({ FIELD_NAME }) => ids.includes(FIELD_NAME));
			expectThat(ids.includes('FIRST_NAME'), 'FIRST_NAME is not offered');
			expectThat(ownOffered.length > 0, `none of its own is among ${ids.join(', ')}`);
		},
	},
];

/** "dist/nodes/SpotlerCrm/SpotlerCrmTrigger.node.js" declares spotlerCrmTrigger. */
function namesIn(kind: keyof Manifest['n8n'], ending: string): string[] {
	const manifest = JSON.parse(
		fs.readFileSync(join(projectDir, 'package.json'), 'utf8'),
	) as Manifest;
	return manifest.n8n[kind].map((path) => {
		const name = path.slice(path.lastIndexOf('/') + 1).replace(ending, '');
		return name.charAt(0).toLowerCase() + name.slice(1);
	});
}
