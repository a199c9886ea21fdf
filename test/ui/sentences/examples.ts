import { expectThat } from '../../e2e/expectThat';
import { environment, fs, join, projectDir } from '../../../scripts/start/machine';
import { importExample, readExample } from '../../../scripts/start/workflows';
import { openWorkflow } from '../editor/canvas';
import type { Sentence, World } from '../sentences';

/** Only these where it is set, to take some pictures anew. */
const wanted = new RegExp(environment.UI_EXAMPLES || '.');

const files = fs
	.readdirSync(join(projectDir, 'examples'))
	.filter((file) => file.endsWith('.json') && wanted.test(file));

/** Every example as the editor shows it. Their pages have these pictures: docs/pictures/examples. */
export const exampleSentences: Sentence[] = files.map((file) => ({
	says: `${file} shows its nodes on the canvas, and none that the editor does not know`,
	see: async (world) => await seeCanvas(world, file),
}));

async function seeCanvas(world: World, file: string): Promise<void> {
	const { page, client, credentials } = world;
	const example = readExample(file);
	const { id } = await importExample(client, example, Object.values(credentials));
	await openWorkflow(world, id);
	const nodes = page.getByTestId('canvas-node');
	await nodes.nth(example.nodes.length - 2).waitFor();
	const unknown = await page.getByText(/install this node|unknown node/i).count();
	expectThat(unknown === 0, `${unknown} nodes of ${file} are unknown to the editor`);
	await page.getByTestId('canvas-wrapper').click({ position: { x: 5, y: 5 } });
	await page.keyboard.press('1');
	await page.waitForTimeout(1500);
	await world.picture(file.replace('.json', ''));
}
