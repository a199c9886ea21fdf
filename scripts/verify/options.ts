import type { Need } from './fact';

export const USAGE = `npm run verify:live [-- --service=insightly|spotler|posthog] [--fact=name] [--write] [--limits]
Asks real accounts how their API behaves where its documentation leaves it open, and compares that with the sandbox.
Accounts come from the environment; a service without a key is left out:
  INSIGHTLY_API_KEY, INSIGHTLY_API_URL (pod or API URL)
  SPOTLER_ACCESS_TOKEN, SPOTLER_BASE_URL (only if it is not the public one)
  POSTHOG_API_KEY, POSTHOG_URL (or us, eu), POSTHOG_PROJECT (default: the key owner's current one)
Without options it only reads. --write makes throw-away records and removes them again; --limits goes over the
request limit once. Some questions ask for what is refused; Spotler CRM can send its administrator a mail about that.`;

export interface Options {
	/** Part of a service's name. */
	service: string;
	/** Names of facts; undefined for all. */
	only?: string[];
	allowed: Need[];
}

/** What the command line asks for. @throws Error with the usage for anything that it does not know */
export function readOptions(args: readonly string[]): Options {
	const options: Options = { service: '', allowed: [] };
	for (const arg of args) {
		const [name, value = ''] = arg.split('=');
		if (name === '--service') options.service = value.toLowerCase();
		else if (name === '--fact') options.only = [...(options.only ?? []), value];
		else if (name === '--write' || name === '--limits') {
			options.allowed.push(name.slice(2) as Need);
		} else throw new Error(USAGE);
	}
	return options;
}
