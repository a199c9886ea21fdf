import { dirname, join } from '../../../scripts/start/machine';
import { runToEnd } from '../../../scripts/start/run';
import { median, spread } from '../figures';
import type { FactRow, FactTools } from './types';

interface Loaded {
	ms: number;
	properties: number;
	bytes: number;
}

const OURS: Record<string, string> = {
	Insightly: 'dist/nodes/Insightly/Insightly.node.js',
	'Insightly Trigger': 'dist/nodes/Insightly/InsightlyTrigger.node.js',
	'Spotler CRM': 'dist/nodes/SpotlerCrm/SpotlerCrm.node.js',
	'Spotler CRM Trigger': 'dist/nodes/SpotlerCrm/SpotlerCrmTrigger.node.js',
	'PostHog Insights': 'dist/nodes/PostHogInsights/PostHogInsights.node.js',
	'PostHog Insights Trigger': 'dist/nodes/PostHogInsights/PostHogInsightsTrigger.node.js',
};

const MOST_PROPERTIES = 150;

const MOST_BYTES = 150_000;

/** How long each node takes to load in a fresh process where n8n's own modules are there already, and how large it is. */
export const loadTime: FactRow = {
	kind: 'facts',
	name: 'load-time',
	title: "Load time and size of the nodes, next to n8n's HubSpot node",
	async measure({ host, pairs }: FactTools) {
		const modules = dirname(dirname(dirname(host.installed.n8n)));
		const hubspot = join(modules, 'n8n-nodes-base', 'dist', 'nodes', 'Hubspot');
		const files: Record<string, string> = {
			...Object.fromEntries(
				Object.entries(OURS).map(([name, file]) => [name, join(host.packageDir, file)]),
			),
			"n8n's HubSpot": join(hubspot, 'Hubspot.node.js'),
			"n8n's HubSpot Trigger": join(hubspot, 'HubspotTrigger.node.js'),
		};
		const loads = new Map<string, Loaded[]>(Object.keys(files).map((name) => [name, []]));
		for (let round = 0; round < pairs; round++) {
			for (const [name, file] of Object.entries(files)) {
				loads.get(name)?.push(await load(host.installed.node, modules, file));
			}
		}
		const rows = [...loads].map(([name, all]) => {
			const { min, median: middle, max } = spread(all.map(({ ms }) => ms));
			const { properties, bytes } = all[0];
			const times = [middle, min, max].map((ms) => ms.toFixed(1));
			return [
				name,
				`${times[0]} ms (${times[1]} to ${times[2]})`,
				String(properties),
				String(bytes),
			];
		});
		const all = Object.keys(OURS).map((name) => loads.get(name)?.[0]);
		const properties = Math.max(...all.map((one) => one?.properties ?? 0));
		const bytes = Math.max(...all.map((one) => one?.bytes ?? 0));
		const ours = median((loads.get('Insightly') ?? []).map(({ ms }) => ms));
		const theirs = median((loads.get("n8n's HubSpot") ?? []).map(({ ms }) => ms));
		return {
			table: [['node', 'load time (median, min to max)', 'properties', 'bytes'], ...rows],
			verdicts: [
				{
					says: `at most ${MOST_PROPERTIES} properties`,
					shown: String(properties),
					isMet: properties <= MOST_PROPERTIES,
				},
				{
					says: `at most ${MOST_BYTES / 1_000} kB of description`,
					shown: `${(bytes / 1_000).toFixed(1)} kB`,
					isMet: bytes <= MOST_BYTES,
				},
				{
					says: "Insightly loads in no more time than n8n's HubSpot node",
					shown: `${(ours / theirs).toFixed(2)}x`,
					isMet: ours <= theirs,
				},
			],
		};
	},
};

async function load(node: string, modules: string, file: string): Promise<Loaded> {
	const script = `require('n8n-workflow');
		const file = process.argv[1];
		const began = performance.now();
		const [Node] = Object.values(require(file));
		const made = new Node();
		const ms = performance.now() - began;
		const newest = made.nodeVersions?.[made.currentVersion] ?? made;
		const { properties, ...rest } = newest.description;
		const bytes = Buffer.byteLength(JSON.stringify({ ...rest, properties }));
		process.stdout.write(JSON.stringify({ ms, properties: properties.length, bytes }));`;
	const answer = await runToEnd(node, ['-e', script, file], {
		cwd: modules,
		env: { NODE_PATH: modules },
		otherwise: `The node ${file} could not be loaded.`,
	});
	return JSON.parse(answer) as Loaded;
}
