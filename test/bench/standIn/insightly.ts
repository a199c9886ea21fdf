import { contact, contactId, placeOfEmail } from './contacts';
import { ok, type Call, type Ledger, type Reply, type StandInSettings } from './settings';

/** New contacts by their e-mail address. */
export interface InsightlyState {
	created: Map<string, number>;
}

export const newInsightlyState = (): InsightlyState => ({ created: new Map() });

const LARGEST_PAGE = 500;

/** The part of Insightly's API that the rows use; undefined for anything else. */
export function insightly(
	call: Call,
	settings: StandInSettings,
	state: InsightlyState,
	ledger: Ledger,
): Reply | undefined {
	const { method, path } = call;
	if (method === 'GET' && path === '/v3.1/Contacts') return list(call, settings);
	if (method === 'GET' && path === '/v3.1/Contacts/Search') return search(call, settings, state);
	if (method === 'POST' && path === '/v3.1/Contacts') return create(call, settings, state, ledger);
	if (method === 'PUT' && path === '/v3.1/Contacts') return update(call, ledger);
	const id = /^\/v3\.1\/Contacts\/(\d+)$/.exec(path)?.[1];
	return method === 'GET' && id ? ok(contact(Number(id))) : undefined;
}

function list({ query }: Call, { records }: StandInSettings): Reply {
	const skip = Number(query.get('skip') ?? 0);
	const top = Math.min(LARGEST_PAGE, Number(query.get('top') ?? 100));
	const length = Math.max(0, Math.min(top, records - skip));
	const rows = Array.from({ length }, (_, index) => contact(contactId(skip + index)));
	const isCounted = query.get('count_total') === 'true';
	return ok(rows, isCounted ? { 'X-Total-Count': String(records) } : undefined);
}

/** By e-mail address, or (as the trigger asks) by the last change: nothing ever changes. */
function search({ query }: Call, { records }: StandInSettings, state: InsightlyState): Reply {
	const email = query.get('field_value');
	if (email === null) return ok([], { 'X-Total-Count': '0' });
	const place = placeOfEmail(email, records);
	const id = place === undefined ? state.created.get(email) : contactId(place);
	return ok(id === undefined ? [] : [contact(id, { EMAIL_ADDRESS: email })]);
}

function create(
	{ body }: Call,
	{ records }: StandInSettings,
	{ created }: InsightlyState,
	ledger: Ledger,
): Reply {
	const email = String(body.EMAIL_ADDRESS);
	const id = contactId(records + created.size);
	ledger.wrote(email);
	created.set(email, id);
	return { ...ok(contact(id, body)), status: 201 };
}

function update({ body }: Call, ledger: Ledger): Reply {
	const id = Number(body.CONTACT_ID);
	ledger.wrote(String(id));
	return ok(contact(id, body));
}
