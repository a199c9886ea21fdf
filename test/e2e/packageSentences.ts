import { running } from './running';
import { readSandbox } from '../../scripts/start/contacts';
import { fs, join, projectDir } from '../../scripts/start/machine';
import { offeredFields } from '../../scripts/start/mapperSchema';

interface Named {
	name: string;
}

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/** Page, node types, credentials, forms. */
export function packageSentences(): void {
	it('the editor page answers', async () => {
		const { status, text } = await running().client.page('/');
		expect(status).toBe(200);
		expect(text).toMatch(/<div id="?app/);
	});

	it('n8n lists all nodes of the package, three with a trigger each', async () => {
		const { client, packageName } = running();
		const wanted = namesIn('nodes', '.node.js').map((name) => `${packageName}.${name}`);
		expect(wanted).toHaveLength(6);
		expect(await namesAt(client, '/types/nodes.json')).toEqual(expect.arrayContaining(wanted));
	});

	it('n8n lists all credentials of the package', async () => {
		const wanted = namesIn('credentials', '.credentials.js');
		expect(wanted).toHaveLength(4);
		const listed = await namesAt(running().client, '/types/credentials.json');
		expect(listed).toEqual(expect.arrayContaining(wanted));
	});

	it("the form for a new contact offers the account's own fields beside the standard ones", async () => {
		const { client, packageName, insightly, credentials } = running();
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
		expect(ids).toContain('FIRST_NAME');
		expect(own.filter(({ FIELD_NAME }) => ids.includes(FIELD_NAME))).not.toEqual([]);
	});
}

async function namesAt(
	client: ReturnType<typeof running>['client'],
	path: string,
): Promise<string[]> {
	const { text } = await client.page(path);
	return (JSON.parse(text) as Named[]).map(({ name }) => name);
}

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
