/** The parts of the campaign. */
export const PARTS = ['faults', 'triggers', 'hostile'] as const;

export type Part = (typeof PARTS)[number];

export interface Options {
	parts: readonly Part[];
	/** Part of a service's name. */
	service: string;
	/** Which share of the cases is tried: 1 is all of them; undefined is a sample of the usual size. */
	share: number | undefined;
}

/** About so many cases (of hostile values: parameters) are tried of each service: some four minutes on one core. */
const SAMPLE: Readonly<Record<Part, number>> = { faults: 250, triggers: 30, hostile: 24 };

/** Which share of so many cases is tried. */
export const shareOf = ({ share }: Pick<Options, 'share'>, part: Part, cases: number): number =>
	share ?? Math.min(1, SAMPLE[part] / Math.max(1, cases));

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
	const isShare = share > 0 && share <= 1;
	const isWrongPart = part !== undefined && !PARTS.includes(part as Part);
	if (unknown !== undefined || isWrongPart || (given.has('share') && !isShare)) {
		throw new Error(USAGE);
	}
	return {
		parts: part === undefined ? PARTS : [part as Part],
		service: given.get('service')?.toLowerCase() ?? '',
		share: isShare ? share : undefined,
	};
}
