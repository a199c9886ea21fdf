import { join } from '../../../scripts/start/machine';
import { writeNodes } from '../../support/customNodes';
import { benchDir } from '../machine';

/** n8n finds nodes by the names of their files. */
const FILES = { gauge: 'gauge', benchStart: 'BenchStart.node', benchEnd: 'BenchEnd.node' };

/** Writes the measuring nodes into a folder that n8n loads nodes from (`CUSTOM.benchStart`, `CUSTOM.benchEnd`). */
export function installMeter(dir: string): void {
	writeNodes(join(benchDir, 'meter'), FILES, dir);
}
