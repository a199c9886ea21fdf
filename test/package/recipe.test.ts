/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @typescript-eslint/no-require-imports, @n8n/community-nodes/no-dangerous-functions */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

import { recordResource as insightlyResource } from '../../nodes/Insightly/operations';
import { insightlyParameters } from '../../nodes/Insightly/parameters';
import type { RecordType as InsightlyType } from '../../nodes/Insightly/resources/types';
import { resourceProperties } from '../../nodes/shared/description/properties';
import type { Operation, Resource } from '../../nodes/shared/operations/types';
import { recordResource as spotlerResource } from '../../nodes/SpotlerCrm/operations';
import type { RecordType as SpotlerType } from '../../nodes/SpotlerCrm/resources/types';

const root = join(__dirname, '..', '..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The code of a recipe, run as if it stood in `folder`. */
function built<T>(recipe: string, folder: string, name: string): T {
	const code = new RegExp(`\`\`\`ts ${recipe}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? '';
	const { outputText } = transpileModule(code, {
		compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
	});
	const exports: Record<string, T> = {};
	const load = (path: string): unknown => require(join(root, folder, path));
	new Function('exports', 'require', outputText)(exports, load);
	return exports[name];
}

const verbsOf = ({ operations }: Resource): string[] => operations.map(({ value }) => value).sort();

describe('the recipe for a new record type in CONTRIBUTING', () => {
	it('gives an Insightly type every operation from one file of facts', () => {
		const widget = built<InsightlyType>('insightly', 'nodes/Insightly/resources', 'widget');
		const resource = insightlyResource(widget);
		expect(verbsOf(resource)).toEqual(
			['create', 'delete', 'findOrCreate', 'get', 'getMany', 'update', 'upsert'].sort(),
		);
		expect(resource.operations.find(({ value }) => value === 'getMany')?.endpoints).toEqual([
			'GET /Widgets',
			'GET /Widgets/Search',
			'GET /Widgets/SearchByTag',
		]);
		const [, operation, ...form] = resourceProperties(
			[resource],
			insightlyParameters,
			{},
			'widget',
		);
		expect(operation.options).toHaveLength(7);
		expect(form.map(({ name }) => name)).toEqual(expect.arrayContaining(['recordId', 'fields']));
	});

	it('gives a Spotler CRM type every operation from one file of facts', () => {
		const policy = built<SpotlerType>('spotler', 'nodes/SpotlerCrm/resources', 'policy');
		expect(verbsOf(spotlerResource(policy))).toEqual(
			['create', 'delete', 'get', 'getMany', 'update', 'upsert'].sort(),
		);
	});

	it('makes a PostHog operation out of one file', () => {
		const folder = 'nodes/PostHogInsights/operations';
		const operation = built<Operation>('posthog', folder, 'getPlain');
		expect(operation).toMatchObject({ value: 'getPlain', outputFields: expect.any(Array) });
	});
});
