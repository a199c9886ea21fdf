import { placeOfEmail, presentEmail } from './contacts';
import { ok, type Call, type Ledger, type Reply, type StandInSettings } from './settings';

export interface SpotlerState {
	/** ID of each new contact by its e-mail address. */
	created: Map<string, number>;
}

export const newSpotlerState = (): SpotlerState => ({ created: new Map() });

const FIRST_ID = 95_000_000;

const LARGEST_PAGE = 100;

/** The part of Spotler CRM's API v4 that the rows use, with pages counted from one; undefined for anything else. */
export function spotler(
	call: Call,
	settings: StandInSettings,
	state: SpotlerState,
	ledger: Ledger,
): Reply | undefined {
	const { method, path } = call;
	if (method === 'GET' && path === '/contacts') return list(call, settings, state);
	if (method === 'POST' && path === '/contacts') return create(call, settings, state, ledger);
	const id = /^\/contacts\/(\d+)$/.exec(path)?.[1];
	return method === 'PATCH' && id ? update(Number(id), call, ledger) : undefined;
}

function list({ query }: Call, settings: StandInSettings, state: SpotlerState): Reply {
	const filter = JSON.parse(query.get('q') ?? '{}') as { email?: unknown };
	if (filter.email !== undefined) return found(emailsIn(filter.email), settings, state);
	const limit = Math.min(LARGEST_PAGE, Number(query.get('limit') ?? 10));
	const skip = (Math.max(1, Number(query.get('page') ?? 1)) - 1) * limit;
	const length = Math.max(0, Math.min(limit, settings.records - skip));
	const rows = Array.from({ length }, (_, index) => record(FIRST_ID + skip + index));
	return listed(rows, settings.records, skip + length < settings.records);
}

/** `{email: value}`, `{email: {$eq: value}}` or `{email: {$in: [values]}}`. */
function emailsIn(condition: unknown): string[] {
	const value =
		typeof condition === 'object' && condition !== null ? Object.values(condition)[0] : condition;
	return [value].flat().map(String);
}

function found(emails: string[], { records }: StandInSettings, { created }: SpotlerState): Reply {
	const rows = emails.flatMap((email) => {
		const place = placeOfEmail(email, records);
		const id = place === undefined ? created.get(email) : FIRST_ID + place;
		return id === undefined ? [] : [record(id, { email })];
	});
	return listed(rows, rows.length, false);
}

const listed = (rows: unknown[], total: number, hasMore: boolean): Reply =>
	ok({
		metadata: { url: '/contact', object_type: 'list', total_count: total, has_more: hasMore },
		list: rows,
	});

function create(
	{ body }: Call,
	{ records }: StandInSettings,
	{ created }: SpotlerState,
	ledger: Ledger,
): Reply {
	const email = String(body.email);
	const id = FIRST_ID + records + created.size;
	ledger.wrote(email);
	created.set(email, id);
	return { ...ok(record(id, body)), status: 201 };
}

function update(id: number, { body }: Call, ledger: Ledger): Reply {
	ledger.wrote(String(id));
	return ok(record(id, body));
}

/** A contact in its envelope, about as the API's samples show it. */
const record = (id: number, values: Record<string, unknown> = {}) => ({
	metadata: {
		url: `/contacts/${id}`,
		list_url: '/contacts',
		parent: '/',
		object_type: 'record',
		record_type: 'contact',
	},
	record: {
		id,
		accountid: 95_000_005,
		title: null,
		first: 'Grace',
		last: `Hopper ${id - FIRST_ID}`,
		jobtitle: 'Managing Director',
		email: presentEmail(id - FIRST_ID),
		directphone: null,
		mobile: '07700 900123',
		addressline: '1 High Street',
		addresscity: 'Leeds',
		'addresscounty/state': '',
		'addresspostcode/zip': 'LS1 4AB',
		addresscountry: 'United Kingdom',
		ownerid: 90_505,
		source: null,
		notes: null,
		leadscore: null,
		createdby: 90_505,
		modifiedby: 90_505,
		createddate: '2026-01-23 22:56:22',
		modifieddate: '2026-01-23 22:56:22',
		...values,
	},
});
