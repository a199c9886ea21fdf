import { lookAt, type Fact, type Finding, type Wish } from './fact';
import { InsightlyAccount } from './insightly/account';
import { insightlyFacts } from './insightly/facts';
import { PostHogAccount } from './postHogInsights/account';
import { postHogFacts } from './postHogInsights/facts';
import type { Target } from './probe';
import type { Scratch } from './scratch';
import { SpotlerAccount } from './spotlerCrm/account';
import { spotlerFacts } from './spotlerCrm/facts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Verified {
	findings: Finding[];
	/** Throw-away records that could not be removed. */
	stayed: string[];
}

/** Looks at every fact; limits come last, when what was made for the others has been removed again. */
export async function verify<Account extends { scratch: Scratch }>(
	facts: ReadonlyArray<Fact<Account>>,
	account: Account,
	wish: Wish,
): Promise<Verified> {
	const isLast = ({ needs }: Fact<Account>) => needs === 'limits';
	const first = facts.filter((fact) => !isLast(fact));
	const findings = await lookAt(first, account, wish);
	const stayed = await account.scratch.clean();
	return {
		findings: [...findings, ...(await lookAt(facts.filter(isLast), account, wish))],
		stayed,
	};
}

export interface Service {
	name: string;
	/** The check of the account that the environment names; undefined where it names none. */
	open(
		environment: Environment,
		wait: Target['wait'],
	): ((wish: Wish) => Promise<Verified>) | undefined;
}

function service<Account extends { scratch: Scratch }>(
	name: string,
	facts: ReadonlyArray<Fact<Account>>,
	fromEnvironment: (environment: Environment, wait: Target['wait']) => Account | undefined,
): Service {
	return {
		name,
		open(environment, wait) {
			const account = fromEnvironment(environment, wait);
			return account && (async (wish) => await verify(facts, account, wish));
		},
	};
}

/** The three services, in the order in which they are looked at. */
export const services: readonly Service[] = [
	service('Insightly', insightlyFacts, (...given) => InsightlyAccount.fromEnvironment(...given)),
	service('Spotler CRM', spotlerFacts, (...given) => SpotlerAccount.fromEnvironment(...given)),
	service('PostHog', postHogFacts, (...given) => PostHogAccount.fromEnvironment(...given)),
];
