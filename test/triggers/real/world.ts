import type { Endings } from '../../../scripts/start/bringUp';
import { cacheDir, temporaryHomeDir } from '../../../scripts/start/cache';
import { leaveHome, openHome, type Home } from '../../../scripts/start/home';
import { fs, join } from '../../../scripts/start/machine';
import { readOptions } from '../../../scripts/start/options';
import { installPackage } from '../../../scripts/start/packageUnderTest';
import { settlePorts } from '../../../scripts/start/ports';
import { startSandboxes, type Sandboxes } from '../../../scripts/start/sandboxes';
import { installSinkNode, openSink, type Sink } from './sink';
import { openStreams, type Stream } from './streams';

/** Everything around n8n: the three services, the changes in them, and where workflows end. */
export interface World {
	home: Home;
	packageName: string;
	sandboxes: Sandboxes;
	streams: Stream[];
	sink: Sink;
	/** Settings by which n8n finds the sink node. */
	env: Record<string, string>;
}

/** Records of each stream that are there when the workflows are switched on: each is changed once. */
const BEFORE = 900;

/** What `installPackage` leaves in a home. */
const PACKAGE_PARTS = [join('.n8n', 'nodes'), 'package.stamp'];

const copyPackage = (from: string, to: string): void => {
	for (const part of PACKAGE_PARTS) {
		if (fs.existsSync(join(from, part))) {
			fs.cpSync(join(from, part), join(to, part), { recursive: true });
		}
	}
};

/**
 * Opens a user folder of its own with the package in it; it is removed at the end. A copy of the built package stays in the
 * cache, for the next folder and the next run: `installPackage` looks whether it is still what the sources make.
 */
export async function openTestHome(endings: Endings): Promise<{ home: Home; packageName: string }> {
	const home = openHome(temporaryHomeDir(), false);
	endings.push(async () => {
		leaveHome(home);
		fs.rmSync(home.dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});
	const kept = join(cacheDir(), 'test-package');
	copyPackage(kept, home.dir);
	const packageName = await installPackage(home.dir);
	fs.rmSync(kept, { recursive: true, force: true });
	copyPackage(home.dir, kept);
	return { home, packageName };
}

/** Starts what n8n will talk to and makes the records that are there from the beginning. */
export async function openWorld(endings: Endings): Promise<World> {
	const { home, packageName } = await openTestHome(endings);
	const sandboxes = await startSandboxes(home.keys, await freePorts(), endings);
	const sink = await openSink();
	endings.unshift(async () => await sink.close());
	const nodes = join(home.dir, 'sink');
	installSinkNode(nodes);
	const streams = openStreams(sandboxes);
	for (const stream of streams) stream.prepare(BEFORE);
	const env = {
		N8N_CUSTOM_EXTENSIONS: nodes,
		// n8n is started again and again, and nobody looks at its editor.
		N8N_DISABLE_UI: 'true',
		NODE_COMPILE_CACHE: join(home.dir, 'compiled'),
	};
	return { home, packageName, sandboxes, streams, sink, env };
}

/** Ports that are free now, for one n8n and the sandboxes. */
export const freePorts = async () => await settlePorts(readOptions(['--check'], {}));
