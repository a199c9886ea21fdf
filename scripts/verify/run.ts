import { readOptions, USAGE } from './options';
import type { Target } from './probe';
import { reportOf } from './report';
import { services, type Environment } from './services';

/**
 * Looks at every account that the environment names and tells what was found.
 * @returns whether all is as the sandboxes have it, and nothing was left behind
 */
export async function run(
	args: readonly string[],
	environment: Environment,
	wait: Target['wait'],
	say: (line: string) => void,
): Promise<boolean> {
	const { service: wanted, only, allowed } = readOptions(args);
	let [seen, isFine] = [0, true];
	for (const { name, open } of services) {
		if (!name.toLowerCase().includes(wanted)) continue;
		const look = open(environment, wait);
		if (!look) continue;
		seen += 1;
		const { findings, stayed } = await look({ allowed, only });
		reportOf(name, findings).forEach(say);
		for (const what of stayed) say(`  NOT REMOVED: ${what}. Please remove it by hand.`);
		isFine &&= stayed.length === 0 && findings.every(({ verdict }) => verdict !== 'differs');
	}
	if (seen === 0) say(USAGE);
	return isFine && seen > 0;
}
