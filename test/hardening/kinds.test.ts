/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { NodeOperationError, type INodeParameters } from 'n8n-workflow';

import { readRequestSettings } from '../../nodes/shared/form/requestOptions';
import type { ItemContext } from '../../nodes/shared/form/itemContext';
import { simplifyRecord } from '../../nodes/Insightly/output/records';
import { faults, type Fault } from './server/faults';
import { rawAnswer } from './server/raw';
import { FaultyDoor } from './server/door';
import { byId, mapped, openAccount, type InsightlyAccount } from '../nodes/insightly/account';

const fault = (name: string): Fault => {
	const found = faults.find((one) => one.name === name);
	if (!found) throw new Error(`There is no fault "${name}"`);
	return found;
};

const doors: FaultyDoor[] = [];

afterEach(async () => {
	await Promise.all(doors.splice(0).map(async (door) => await door.close()));
});

async function behindDoor() {
	const account = await openAccount();
	const refusalBody = (status: number) => ({ type: 'text/plain', text: `Refused ${status}` });
	const door = await FaultyDoor.open(account.url, refusalBody);
	doors.push(door);
	const { insightlyApi } = account.credentials;
	const credentials = { insightlyApi: { ...insightlyApi, apiUrl: door.url } };
	const run: InsightlyAccount['run'] = async (parameters, more) =>
		await account.run(parameters, { credentials, ...more });
	return { ...account, door, run };
}

const create: INodeParameters = {
	resource: 'contact',
	operation: 'create',
	fields: mapped({ FIRST_NAME: 'Ada' }),
};

const get: INodeParameters = { resource: 'contact', operation: 'get', recordId: byId(1) };

const quickly: INodeParameters = { requestOptions: { timeout: 200 } };

const textOf = (error: unknown): string => {
	const { message, description } = error as { message: string; description?: string };
	return `${message} | ${description}`;
};

describe('a write whose answer is lost', () => {
	it.each(['empty 200', 'empty 201', 'null', 'an empty list', 'an empty object', 'cut JSON'])(
		'says that the change was taken: %s',
		async (name) => {
			const { run, door } = await behindDoor();
			await door.set(fault(name), 1, 9);
			const { error, items } = await run(create);
			expect(items).toEqual([]);
			expect(error?.message).toBe('Insightly took the change, but its answer was lost on its way');
			expect(door.seen).toHaveLength(1);
		},
	);

	it.each(['closed in the body', 'gzip that is none', 'reset in the body'])(
		'does not count as done, not even a deletion: %s',
		async (name) => {
			const { run, door } = await behindDoor();
			await door.set(fault(name), 1, 9);
			const { error } = await run({ ...get, operation: 'delete' });
			expect(textOf(error)).toContain('may or may not have been made');
			expect(door.seen).toHaveLength(1);
		},
	);
});

describe('a write whose answer is of another kind', () => {
	const changes: ReadonlyArray<[name: string, parameters: INodeParameters]> = [
		['create', create],
		['update', { ...get, operation: 'update', fields: mapped({ FIRST_NAME: 'Eve' }) }],
		['delete', { ...get, operation: 'delete' }],
	];
	const kinds = [
		'a message instead of data',
		'a detail instead of data',
		'a list of nothing',
		'null for a list',
		'a count without a list',
		'a number',
	];

	it.each(changes.flatMap(([name, parameters]) => kinds.map((kind) => [name, kind, parameters])))(
		'does not count as done: %s, %s',
		async (_name, kind, parameters) => {
			const { run, door } = await behindDoor();
			await door.set(fault(kind as string), 1, 9);
			const { error, items } = await run(parameters as INodeParameters);
			expect(items).toEqual([]);
			expect(textOf(error)).toMatch(/says nothing of the change|took the change, but its answer/);
			expect(textOf(error)).toContain('Look at the record before you repeat it');
			expect(door.seen).toHaveLength(1);
		},
	);

	it('is not taken for the record when it is another one', async () => {
		const { run, sandbox } = await openAccount();
		const [one, other] = ['Ada', 'Eve'].map((FIRST_NAME) =>
			sandbox.store.insert('Contacts', { FIRST_NAME }),
		);
		sandbox.faults.next({
			fault: { kind: 'status', status: 200, text: JSON.stringify({ ...other }) },
		});
		const { error } = await run({
			...get,
			operation: 'update',
			recordId: byId(one.CONTACT_ID),
			fields: mapped({ FIRST_NAME: 'Ada' }),
		});
		expect(error?.message).toBe('Insightly answered, but its answer says nothing of the change');
	});
});

describe('a write that may have been made', () => {
	it.each([
		'status 500',
		'status 502 with a page',
		'status 503',
		'status 504',
		'status 200 with a page',
	])('does not lead to the same write once more: %s', async (name) => {
		const { run, door } = await behindDoor();
		await door.set(fault(name), 1, 9);
		const { error } = await run(create);
		expect(textOf(error)).toContain('may or may not have been made');
		expect(textOf(error)).not.toMatch(/try again/i);
		expect(door.seen).toHaveLength(1);
	});
});

describe('a read of one record', () => {
	it('does not take another record for it', async () => {
		const { run, sandbox } = await openAccount();
		const [one, other] = ['Ada', 'Eve'].map((FIRST_NAME) =>
			sandbox.store.insert('Contacts', { FIRST_NAME }),
		);
		sandbox.faults.next({
			fault: { kind: 'status', status: 200, text: JSON.stringify({ ...other }) },
		});
		const { error } = await run({ ...get, recordId: byId(one.CONTACT_ID) });
		expect(error?.message).toBe('Insightly answered with something other than what was asked for');
	});
});

describe('a list', () => {
	it.each(['null for a list', 'a message instead of data', 'a list of nothing', 'a number'])(
		'is not quietly shorter: %s',
		async (name) => {
			const { run, door } = await behindDoor();
			await door.set(fault(name), 1, 9);
			const { error } = await run({ resource: 'contact', operation: 'getMany' });
			expect(error?.message).toContain('answered with something other than');
		},
	);
});

describe('an answer that never ends', () => {
	it('is given up when it drips', async () => {
		const { run, door } = await behindDoor();
		const drip: Fault = { ...fault('silence'), answer: () => DRIP };
		await door.set(drip, 1, 9);
		const { error } = await run({ ...create, requestOptions: { timeout: 100 } });
		expect(textOf(error)).toContain('did not answer in time');
	});

	const DRIP = {
		bytes: [
			...rawAnswer({ status: 200, announced: 10_000 }).bytes,
			...Array.from({ length: 200 }, () => Buffer.from(' ')),
		],
		end: 'stall' as const,
	};

	it('is given up when it is a refusal of a download', async () => {
		const { run, door } = await behindDoor();
		await door.set(fault('refusal that falls silent'), 1, 9);
		const download = { resource: 'fileAttachment', operation: 'download', fileId: '7' };
		const { error } = await run({ ...download, ...quickly });
		expect(error?.message).toBe('Insightly has no such record');
	}, 20_000);
});

describe('a file', () => {
	const download = { resource: 'fileAttachment', operation: 'download', fileId: '7' };

	it.each([
		['status 200 with a page', 'A web page came instead of the file'],
		['gzip that is cut', 'The file was cut off on its way'],
	])('is not kept: %s', async (name, message) => {
		const { run, door } = await behindDoor();
		await door.set(fault(name), 1, 9);
		const { error, items } = await run(download);
		expect(items).toEqual([]);
		expect(error?.message).toBe(message);
	});
});

describe('a document that is made out of a template', () => {
	const merge: INodeParameters = {
		resource: 'documentTemplate',
		operation: 'merge',
		documentTemplateId: '1',
		parentId: byId(1),
	};

	it.each([
		['an empty list', 'Data came instead of the file'],
		['a message instead of data', 'Data came instead of the file'],
		['empty 200', 'came instead of the file|cut off on its way'],
	])('is not kept when it is none: %s', async (name, message) => {
		const { run, door } = await behindDoor();
		await door.set(fault(name), 1, 9);
		const { error, items } = await run(merge);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(new RegExp(message));
		expect(door.seen).toHaveLength(1);
	});
});

describe('a file that stalls', () => {
	/** A minute passes in a fifth of a second, for the clock and for time limits. */
	const FASTER = 300;

	beforeEach(() => {
		const { now } = Date;
		const { timeout } = AbortSignal;
		const startedAt = now();
		jest.spyOn(Date, 'now').mockImplementation(() => startedAt + (now() - startedAt) * FASTER);
		jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((ms) => timeout.call(AbortSignal, Math.ceil(ms / FASTER)));
	});

	afterEach(() => jest.restoreAllMocks());

	it('is broken off, tried again, and not kept', async () => {
		const { run, door } = await behindDoor();
		const stalled: Fault = {
			...fault('silence in the body'),
			answer: () =>
				rawAnswer({
					status: 200,
					headers: { 'Content-Type': 'image/png' },
					body: 'the first half',
					announced: 900,
					end: 'stall',
				}),
		};
		await door.set(stalled, 1, 9);
		const download = { resource: 'fileAttachment', operation: 'download', fileId: '7' };
		const { error, items } = await run(download);
		expect(items).toEqual([]);
		expect(error?.message).toBe('The file was cut off on its way');
		expect(door.seen).toHaveLength(3);
	});
});

describe('a refusal for an hour', () => {
	it('is remembered: the other items hear of it without asking', async () => {
		const { run, door } = await behindDoor();
		await door.set(fault('status 429 for an hour'), 1, 1_000);
		const items = Array.from({ length: 100 }, () => ({ json: {} }));
		const { items: out } = await run(get, { items, continueOnFail: true });
		expect(out).toHaveLength(100);
		expect(new Set(out.map(({ json }) => json.error))).toEqual(
			new Set(['Insightly is receiving too many requests']),
		);
		expect(door.seen.length).toBeLessThan(10);
		const before = door.seen.length;
		await run(get, { continueOnFail: true });
		expect(door.seen).toHaveLength(before);
	});
});

describe('a stop', () => {
	it('ends the wait that a service asked for', async () => {
		const { run, door } = await behindDoor();
		const slow: Fault = {
			...fault('status 503 with Retry-After'),
			answer: () => rawAnswer({ status: 503, headers: { 'Retry-After': '50' } }),
		};
		await door.set(slow, 1, 9);
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 300);
		await run(get, { abortSignal: stop.signal });
		expect(door.seen).toHaveLength(1);
	}, 20_000);
});

describe('texts', () => {
	it('never show the key that a server says back, and quote it shortly', async () => {
		const { run, door, sandbox } = await behindDoor();
		await door.set(fault('status 400 that says the key'), 1, 9);
		const { error } = await run(get);
		const basic = Buffer.from(`${sandbox.apiKey}:`).toString('base64');
		expect(textOf(error)).not.toContain(sandbox.apiKey);
		expect(textOf(error)).not.toContain(basic);
	});

	it('say that an ID was given an object', async () => {
		const { run, sandbox } = await openAccount();
		const recordId = { __rl: true, mode: 'id', value: '={{ $json }}' };
		const { error } = await run({ ...get, recordId }, { items: [{ json: { id: 1 } }] });
		expect(error?.message).toContain('was given an object, but it expects an ID');
		expect(sandbox.requests).toEqual([]);
	});

	it('do not claim repetitions that were none', async () => {
		const { run, door } = await behindDoor();
		await door.set(fault('status 429 for an hour'), 1, 9);
		const { error } = await run(get);
		expect(textOf(error)).not.toMatch(/repeated|several times|It was tried/);
	});
});

describe('a proxy', () => {
	const proxied = (proxy: string): ItemContext =>
		({
			collection: () => ({ proxy }),
			refuse: (message: string) => new NodeOperationError({} as never, message),
		}) as unknown as ItemContext;

	it('for SOCKS is refused, because n8n would go around it', () => {
		const read = () => readRequestSettings(proxied('socks5://127.0.0.1:1080'));
		expect(read).toThrow('A proxy of the kind "socks5" cannot be used');
	});

	it('that is dead is named', async () => {
		const { run } = await openAccount();
		const { error } = await run({
			...create,
			requestOptions: { proxy: 'http://127.0.0.1:9' },
		});
		expect(textOf(error)).toContain('127.0.0.1:9');
	}, 60_000);
});

describe('a custom field named constructor', () => {
	it('comes out with the others', () => {
		const CUSTOMFIELDS = [{ FIELD_NAME: 'constructor', FIELD_VALUE: 'x' }];
		expect(Object.entries(simplifyRecord({ CUSTOMFIELDS }))).toEqual([['constructor', 'x']]);
	});
});
