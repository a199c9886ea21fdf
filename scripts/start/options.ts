import { parseArgs } from './machine';
import { Stop } from './stop';

/** How the launcher was asked to run. A port of 0 means: any free one. */
export interface Options {
	check: boolean;
	summary: boolean;
	fresh: boolean;
	/** Checks only that two CRMs with the example between them rest, in the real n8n. */
	sync: boolean;
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
npm run test:e2e -- --sync  two CRMs in step in the real n8n, 200 random edits: some ten minutes
npm run test:ui [word]     the editor in a browser: clicks, forms, messages; with a word only the groups that have it

  --demo [seconds]         create or change a contact by itself, every 60 seconds unless said otherwise
  --fresh                  forget the workflows, executions and log-in of earlier starts
  --port N                 n8n's editor             (5678, or START_PORT)
  --sandbox-port N         the Insightly sandbox    (4010, or START_SANDBOX_PORT)
  --spotler-port N         the Spotler CRM sandbox  (4011, or START_SPOTLER_PORT)
  --posthog-port N         the PostHog sandbox      (4012, or START_POSTHOG_PORT)
  --broker-port N          n8n's task broker        (5679, or START_BROKER_PORT)

  START_CACHE_DIR          folder that keeps n8n itself (2 GB); ~/.cache/n8n-nodes-insightly-spotler by default`;

type Environment = Readonly<Record<string, string | undefined>>;

const flags = ['check', 'summary', 'fresh', 'help', 'sync'] as const;
const flagOptions = Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }]));
const textNames = ['demo', 'ui', ...portNames.map((name) => ports[name].flag.slice(2))];
const textOptions = Object.fromEntries(
	textNames.map((name) => [name, { type: 'string' as const }]),
);

/**
 * Reads the command line (without `node` and the script) and the environment. A check takes free ports unless a flag
 * names one. Throws `Stop` for a flag it does not know and for a number that is none.
 */
export function readOptions(args: readonly string[], environment: Environment): Options {
	const given = readFlags(args);
	const check = given.check === true;
	const { demo, ui } = given as { demo?: string; ui?: string };
	return {
		check,
		summary: given.summary === true,
		fresh: given.fresh === true,
		sync: given.sync === true,
		help: given.help === true,
		...readPorts(given, environment, check),
		...(ui === undefined ? {} : { ui }),
		...(demo === undefined ? {} : { demoEverySeconds: wholeNumber('--demo', demo, 1, 86_400) }),
	};
}

/** What these flags mean without a value, which parseArgs does not know. */
const alone: Record<string, { value: RegExp; otherwise: string }> = {
	'--demo': { value: /^\d/, otherwise: '60' },
	'--ui': { value: /^[^-]/, otherwise: '' },
};

function withValue(arg: string, at: number, args: readonly string[]): string {
	const flag = alone[arg];
	return flag === undefined || flag.value.test(args[at + 1] ?? '')
		? arg
		: `${arg}=${flag.otherwise}`;
}

type Given = Record<string, string | boolean | undefined>;

/** What is given, by the flag's name without its dashes. A value that is missing is an empty text. */
function readFlags(args: readonly string[]): Given {
	const { values, positionals } = parseArgs({
		args: args.map(withValue),
		options: { ...flagOptions, ...textOptions },
		strict: false,
	});
	const strange = Object.keys(values).find((name) => !(name in flagOptions || name in textOptions));
	if (strange !== undefined || positionals.length > 0) {
		const what = strange === undefined ? positionals[0] : `--${strange}`;
		throw new Stop(`"${what}" is not a flag of npm start. Known are:\n\n${helpText}`);
	}
	const entries = Object.entries(values).map(([name, value]) => [
		name,
		name in textOptions && value === true ? '' : value,
	]);
	return Object.fromEntries(entries) as Given;
}

function readPorts(
	given: Given,
	environment: Environment,
	check: boolean,
): Record<PortName, number> {
	const pick = (name: PortName) => {
		const { flag, variable, usual } = ports[name];
		const chosen = given[flag.slice(2)];
		if (chosen !== undefined) return portNumber(flag, String(chosen));
		if (environment[variable]) return portNumber(variable, environment[variable]);
		return check ? 0 : usual;
	};
	return Object.fromEntries(portNames.map((name) => [name, pick(name)])) as Record<
		PortName,
		number
	>;
}

function portNumber(name: string, value: string): number {
	return wholeNumber(name, value, 0, 65_535);
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
	const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
	if (number >= least && number <= most) return number;
	throw new Stop(`${name} needs a whole number from ${least} to ${most}, not "${value}".`);
}
