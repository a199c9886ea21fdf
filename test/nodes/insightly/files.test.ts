import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import {
	contentOf,
	itemWithFile,
	useBinaryStorage,
	type BinaryStorage,
} from '../../support/n8n/binaryStorage';
import { BOTH_DOORS, byId, openAccount, type InsightlyAccount } from './account';

const CONTENT = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));

const storages: BinaryStorage[] = ['default', 'filesystem'];

const onContact = (id: unknown, more: INodeParameters): INodeParameters => ({
	recordType: 'contact',
	parentId: byId(id),
	binaryPropertyName: 'data',
	...more,
});

const upload = (id: unknown, options: INodeParameters = {}): INodeParameters =>
	onContact(id, { resource: 'fileAttachment', operation: 'upload', options });

const download = (id: unknown): INodeParameters => ({
	resource: 'fileAttachment',
	operation: 'download',
	fileId: String(id),
	outputBinaryField: 'file',
});

const pdf = async (content = CONTENT): Promise<INodeExecutionData> =>
	await itemWithFile(content, {
		mimeType: 'application/pdf',
		fileName: 'Größe "1".pdf',
		fileExtension: 'pdf',
	});

async function openWithContact(options = {}): Promise<InsightlyAccount & { contactId: number }> {
	const account = await openAccount(options);
	const { CONTACT_ID } = account.sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada' });
	return { ...account, contactId: Number(CONTACT_ID) };
}

afterEach(async () => await useBinaryStorage('default'));

describe.each(storages)('files, with n8n’s %s storage', (storage) => {
	beforeEach(async () => await useBinaryStorage(storage));

	it.each(BOTH_DOORS)(
		'go up and come down again byte by byte, through the %s door',
		async (door) => {
			const { rows, run, sandbox, contactId } = await openWithContact();
			const [stored] = await rows(upload(contactId), { door, items: [await pdf()] });
			expect(stored).toMatchObject({ CONTENT_TYPE: 'application/pdf', FILE_SIZE: CONTENT.length });

			const { items, error } = await run(download(stored.FILE_ID), { door });
			expect(error).toBeUndefined();
			const file = items[0].binary?.file;
			expect(items[0].json).toMatchObject({ mimeType: 'application/pdf' });
			expect(file && (await contentOf(file)).equals(CONTENT)).toBe(true);
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('are told in length before they are sent, so that the server can refuse early', async () => {
		const { rows, sandbox, contactId } = await openWithContact();
		await rows(upload(contactId), { items: [await pdf()] });
		const headers: Readonly<Record<string, string>> = sandbox.requests.at(-1)?.headers ?? {};
		expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(Number(headers['content-length'])).toBeGreaterThan(CONTENT.length);
	});

	it('are sent whole again after the server asked to wait', async () => {
		const { rows, sandbox, contactId } = await openWithContact();
		sandbox.faults.next({
			fault: { kind: 'status', status: 429, headers: { 'Retry-After': '0' } },
		});
		const [stored] = await rows(upload(contactId), { items: [await pdf()] });
		expect(stored.FILE_SIZE).toBe(CONTENT.length);
		expect(sandbox.store.all('FileAttachments')).toHaveLength(1);
	});

	it('that are cut off on their way down are asked for again', async () => {
		const { rows, run, sandbox, contactId } = await openWithContact();
		const [stored] = await rows(upload(contactId), { items: [await pdf()] });
		sandbox.faults.next({ fault: { kind: 'truncate' } });
		const { items } = await run(download(stored.FILE_ID));
		const file = items[0].binary?.file;
		expect(file && (await contentOf(file)).equals(CONTENT)).toBe(true);
	});

	it('that are cut off again and again are said to be, instead of kept', async () => {
		const { rows, run, sandbox, contactId } = await openWithContact();
		const [stored] = await rows(upload(contactId), { items: [await pdf()] });
		sandbox.faults.next({ times: 3, fault: { kind: 'truncate' } });
		const { error, items } = await run(download(stored.FILE_ID));
		expect(error).toMatchObject({ message: 'The file was cut off on its way' });
		expect(items).toEqual([]);
	});
});

describe('an upload', () => {
	it('takes another name, another type and a category', async () => {
		const { rows, sandbox, contactId } = await openWithContact();
		const [category] = sandbox.store.all('FileCategories');
		const [stored] = await rows(
			upload(contactId, {
				fileName: 'offer.pdf',
				contentType: 'text/plain',
				fileCategoryId: category.CATEGORY_ID as number,
			}),
			{ items: [await pdf()] },
		);
		expect(stored).toMatchObject({
			FILE_NAME: 'offer.pdf',
			CONTENT_TYPE: 'text/plain',
			FILE_CATEGORY_ID: category.CATEGORY_ID,
		});
		expect(sandbox.violations).toEqual([]);
	});

	it('without a file is refused before anything is sent', async () => {
		const { run, sandbox, contactId } = await openWithContact();
		const { error } = await run(upload(contactId), { items: [{ json: {} }] });
		expect(`${error?.message} ${error?.description}`).toContain('binary');
		expect(sandbox.requests).toEqual([]);
	});

	it('that Insightly refuses by its kind says so in one clear message', async () => {
		const { run, contactId } = await openWithContact();
		const { error } = await run(upload(contactId, { fileName: 'virus.exe' }), {
			items: [await pdf()],
		});
		expect(error).toMatchObject({
			message: 'Insightly could not delete or store it',
			httpCode: '417',
		});
		expect(error?.description).toContain('File Attachment insert failed');
	});

	it('beyond what the plan holds says that a limit of the plan is reached', async () => {
		const { run, contactId } = await openWithContact({ switches: { planFull: true } });
		const { error } = await run(upload(contactId), { items: [await pdf()] });
		expect(error?.message).toBe('Insightly refused because a limit of your plan is reached');
	});
});

describe('a download', () => {
	it('of a file that is not there shows what Insightly said, although a stream was asked for', async () => {
		const { run } = await openAccount();
		const { error } = await run(download(4711));
		expect(error).toMatchObject({ message: 'Insightly has no such record', httpCode: '404' });
		expect(error?.description).toContain('Record not found');
	});

	it('is asked for as it is, so that it can be told whether it came whole', async () => {
		const { rows, run, sandbox, contactId } = await openWithContact();
		const text = Buffer.from('the same line again\n'.repeat(5_000));
		const [stored] = await rows(upload(contactId), { items: [await pdf(text)] });
		const { items } = await run(download(stored.FILE_ID));
		expect(sandbox.requests.at(-1)?.headers['accept-encoding']).toBe('identity');
		const file = items[0].binary?.file;
		expect(file && (await contentOf(file)).equals(text)).toBe(true);
	});
});

describe('pictures', () => {
	const picture = (operation: string, id: unknown, more: INodeParameters = {}): INodeParameters =>
		onContact(id, { resource: 'image', operation, outputBinaryField: 'picture', ...more });

	it('are sent raw under their file name, come down again and can be removed', async () => {
		const { rows, run, sandbox, contactId } = await openWithContact();
		const item = await itemWithFile(CONTENT, {
			mimeType: 'image/png',
			fileName: 'Ada & Co.png',
			fileExtension: 'png',
		});
		await rows(picture('upload', contactId), { items: [item] });
		expect(sandbox.requests.at(-1)).toMatchObject({
			method: 'PUT',
			path: `/Contacts/${contactId}/Image/Ada%20%26%20Co.png`,
			body: `${CONTENT.length} bytes of application/octet-stream`,
		});
		const { items } = await run(picture('download', contactId));
		const down = items[0].binary?.picture;
		expect(down && (await contentOf(down)).equals(CONTENT)).toBe(true);
		await rows(picture('delete', contactId));
		expect(sandbox.account.files.size).toBe(0);
		expect(sandbox.violations).toEqual([]);
	});
});
