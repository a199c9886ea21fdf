/** The parts of the campaign. */
export const PARTS = ['faults', 'triggers', 'hostile'] as const;

export type Part = (typeof PARTS)[number];

export interface Options {
	parts: readonly Part[];
	/** Part of a service's name. */
	service: string;
	/** Which share of the cases is tried, by part: 1 is all of them. */
	share: Readonly<Record<Part, number>>;
}

/** About four minutes on one core. */
const SAMPLE: Options['share'] = { faults: 0.02, triggers: 0.02, hostile: 0.04 };

export const USAGE = `npm run test:hardening -- [--all] [--share=0.1] [--part=${PARTS.join('|')}] [--service=insightly]
Without --all, a sample that is always the same is tried.`;

/**
 * What the command line asks for.
 * @throws Error with the usage for anything that it does not know
 */
export function readOptions(args: readonly string[]): Options {
	const given = new Map(
		args.map((arg) => {
			const [name, value = ''] = arg.replace(/^--/, '').split('=');
			return [name, value] as const;
		}),
	);
	const unknown = [...given.keys()].find(
		(name) => !['all', 'share', 'part', 'service'].includes(name),
	);
	const part = given.get('part');
	const share = given.has('all') ? 1 : Number(given.get('share') ?? NaN);
	if (unknown !== undefined || (part !== undefined && !PARTS.includes(part as Part))) {
		throw new Error(USAGE);
	}
	return {
		parts: part === undefined ? PARTS : [part as Part],
		service: given.get('service')?.toLowerCase() ?? '',
		share: Number.isNaN(share) ? SAMPLE : { faults: share, triggers: share, hostile: share },
	};
}
