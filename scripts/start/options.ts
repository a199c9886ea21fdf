import { Stop } from './stop';

/** How the launcher was asked to run. A port of 0 means: any free one. */
export interface Options {
	check: boolean;
	summary: boolean;
	fresh: boolean;
	help: boolean;
	port: number;
	sandboxPort: number;
	spotlerPort: number;
	postHogPort: number;
	brokerPort: number;
	/** Checks in a browser instead, those whose group has this word in its name; undefined: not in a browser. */
	ui?: string;
	/** Seconds between two contacts that are created or changed by themselves; undefined: none are. */
	demoEverySeconds?: number;
}

export type PortName = 'port' | 'sandboxPort' | 'spotlerPort' | 'postHogPort' | 'brokerPort';

/** Each port: its flag, its environment variable, its usual number and what it is for. */
export const ports: Record<
	PortName,
	{ flag: string; variable: string; usual: number; use: string }
> = {
	port: { flag: '--port', variable: 'START_PORT', usual: 5678, use: "n8n's editor" },
	sandboxPort: {
		flag: '--sandbox-port',
		variable: 'START_SANDBOX_PORT',
		usual: 4010,
		use: 'the Insightly sandbox',
	},
	spotlerPort: {
		flag: '--spotler-port',
		variable: 'START_SPOTLER_PORT',
		usual: 4011,
		use: 'the Spotler CRM sandbox',
	},
	postHogPort: {
		flag: '--posthog-port',
		variable: 'START_POSTHOG_PORT',
		usual: 4012,
		use: 'the PostHog sandbox',
	},
	brokerPort: {
		flag: '--broker-port',
		variable: 'START_BROKER_PORT',
		usual: 5679,
		use: "n8n's task broker",
	},
};
export const portNames = Object.keys(ports) as PortName[];

export const helpText = `npm start                  n8n with this package, sandboxes of the three services and demo workflows, until Ctrl-C
npm start -- --check       the same without staying: a contact must pass through, among other things, then it ends
npm run test:e2e           the same as --check, with a summary line
npm run test:ui [word]     the editor in a browser: clicks, forms, messages; with a word only the groups that have it

  --demo [seconds]         create or change a contact by itself, every 60 seconds unless said otherwise
  --fresh                  forget the workflows, executions and log-in of earlier starts
  --port N                 n8n's editor             (5678, or START_PORT)
  --sandbox-port N         the Insightly sandbox    (4010, or START_SANDBOX_PORT)
  --spotler-port N         the Spotler CRM sandbox  (4011, or START_SPOTLER_PORT)
  --posthog-port N         the PostHog sandbox      (4012, or START_POSTHOG_PORT)
  --broker-port N          n8n's task broker        (5679, or START_BROKER_PORT)

  START_CACHE_DIR          folder that keeps n8n itself (2 GB); ~/.cache/n8n-nodes-insightly-spotler by default`;

/**
 * Reads the command line (without `node` and the script) and the environment. A check takes free ports unless a flag
 * names one. Throws `Stop` for a flag it does not know and for a number that is none.
 */
export function readOptions(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): Options {
	const check = args.includes('--check');
	const options: Options = {
		check,
		summary: false,
		fresh: false,
		help: false,
		...defaultPorts(check, environment),
	};
	const rest = [...args];
	while (rest.length > 0) readFlag(rest, options);
	return options;
}

function defaultPorts(
	check: boolean,
	environment: Readonly<Record<string, string | undefined>>,
): Record<PortName, number> {
	const pick = (name: PortName) => {
		const { variable, usual } = ports[name];
		const given = environment[variable];
		if (given) return portNumber(variable, given);
		return check ? 0 : usual;
	};
	return Object.fromEntries(portNames.map((name) => [name, pick(name)])) as Record<
		PortName,
		number
	>;
}

function readFlag(rest: string[], options: Options): void {
	const [flag, inlineValue] = splitOnce(rest.shift() ?? '');
	const portName = portNames.find((name) => ports[name].flag === flag);
	if (portName) {
		options[portName] = portNumber(flag, inlineValue ?? rest.shift());
	} else if (flag === '--demo') {
		const value = inlineValue ?? (/^\d/.test(rest[0] ?? '') ? rest.shift() : '60');
		options.demoEverySeconds = wholeNumber(flag, value, 1, 86_400);
	} else if (flag === '--ui') {
		options.ui = inlineValue ?? (rest[0]?.startsWith('--') === false ? (rest.shift() ?? '') : '');
	} else if (
		flag === '--check' ||
		flag === '--summary' ||
		flag === '--fresh' ||
		flag === '--help'
	) {
		options[flag.slice(2) as 'check' | 'summary' | 'fresh' | 'help'] = true;
	} else {
		throw new Stop(`"${flag}" is not a flag of npm start. Known are:\n\n${helpText}`);
	}
}

function splitOnce(argument: string): [string, string | undefined] {
	const at = argument.indexOf('=');
	return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function portNumber(name: string, value: string | undefined): number {
	return wholeNumber(name, value, 0, 65_535);
}

function wholeNumber(name: string, value: string | undefined, least: number, most: number): number {
	const number = /^\d+$/.test(value ?? '') ? Number(value) : Number.NaN;
	if (number >= least && number <= most) return number;
	throw new Stop(`${name} needs a whole number from ${least} to ${most}, not "${value ?? ''}".`);
}
