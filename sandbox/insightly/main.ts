import { runByHand } from '../shared/byHand';
import { createInsightlySandbox } from './sandbox';

runByHand({
	name: 'Insightly',
	usage:
		'npx tsx sandbox/insightly/main.ts [--port 4010] [--key KEY] [--seed company|empty] [--contacts 400] [--no-limit]',
	flags: { contacts: { type: 'string' }, 'no-limit': { type: 'boolean' } },
	defaultPort: 4010,
	create: ({ key, seed, contacts, 'no-limit': noLimit }) =>
		createInsightlySandbox({
			apiKey: key,
			seed,
			records: contacts === undefined ? {} : { contacts: Number(contacts) },
			rateLimit: noLimit ? false : undefined,
		}),
});
