/** What the fact costs the account: reads only, a throw-away record, or going over its limits once. */
export type Need = 'write' | 'limits';

/** Something about an API that its documentation leaves open, tells two ways, or tells otherwise than what was seen. */
export interface Fact<World> {
	/** Name of the sandbox's switch, or a name of its own. */
	name: string;
	/** The question, in a few words. */
	about: string;
	/** What the documentation says; undefined where it says nothing. */
	documented?: string;
	/** What the sandbox does unless it is switched. */
	sandbox: string;
	needs?: Need;
	/** What the service does, in the words of the switch; undefined where this account has nothing to tell it from. */
	look(world: World): Promise<string | undefined>;
}

export type Question<World> = Omit<Fact<World>, 'name' | 'sandbox'>;

/** A fact for each switch of a sandbox; a test looks that none is forgotten. */
export type SwitchQuestions<Switches, World> = Readonly<
	Partial<Record<keyof Switches & string, Question<World>>>
>;

/** The facts behind a sandbox's switches; the sandbox's own reading is its default. */
export function factsOf<Switches extends object, World>(
	questions: SwitchQuestions<Switches, World>,
	defaults: Switches,
): Array<Fact<World>> {
	const entries = Object.entries(questions) as Array<[keyof Switches & string, Question<World>]>;
	return entries.map(([name, question]) => ({
		...{ name, sandbox: reading(defaults[name]) },
		...question,
	}));
}

/** A switch's value as a report says it. */
export function reading(value: unknown): string {
	if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
	return String(value);
}

/** What became of one fact. */
export interface Finding {
	name: string;
	about: string;
	documented?: string;
	sandbox: string;
	/** What the service does; undefined where it was not asked or cannot be told. */
	service?: string;
	verdict: 'as the sandbox' | 'differs' | 'cannot be told' | 'not asked';
	/** Why it was not asked or cannot be told. */
	why?: string;
}

export interface Wish {
	/** What may be done besides reading. */
	allowed: readonly Need[];
	/** Names of facts; all of them unless given. */
	only?: readonly string[];
}

/** Looks at one fact after the other; none of them keeps the others from being looked at. */
export async function lookAt<World>(
	facts: ReadonlyArray<Fact<World>>,
	world: World,
	{ allowed, only }: Wish,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const fact of facts) {
		if (only && !only.includes(fact.name)) continue;
		findings.push(await findOut(fact, world, allowed));
	}
	return findings;
}

async function findOut<World>(
	{ look, needs, ...fact }: Fact<World>,
	world: World,
	allowed: readonly Need[],
): Promise<Finding> {
	if (needs && !allowed.includes(needs)) {
		return { ...fact, verdict: 'not asked', why: `needs --${needs}` };
	}
	try {
		const service = await look(world);
		if (service === undefined) {
			return { ...fact, verdict: 'cannot be told', why: 'nothing in this account shows it' };
		}
		const verdict = service === fact.sandbox ? 'as the sandbox' : 'differs';
		return { ...fact, service, verdict };
	} catch (error) {
		return { ...fact, verdict: 'cannot be told', why: (error as Error).message };
	}
}

/** The value that `make` gives, made at most once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return async () => await (made ??= make());
}
