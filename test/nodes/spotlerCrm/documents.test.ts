import { BOTH_DOORS, byId, openAccount } from './account';

const PDF = Buffer.from('%PDF-1.7 äöü \r\n--boundary\r\n', 'utf8');

const fileItem = {
	json: {},
	binary: {
		data: { data: PDF.toString('base64'), mimeType: 'application/pdf', fileName: 'contract.pdf' },
	},
};

describe.each(BOTH_DOORS)('documents through the %s door', (door) => {
	it('are uploaded to a record and downloaded again, byte for byte', async () => {
		const account = await openAccount();
		const { id: parentId } = account.sandbox.store.insert('accounts', { name: 'Owner' });
		const [uploaded] = await account.rows(
			{
				resource: 'document',
				operation: 'upload',
				parentObject: 'Account',
				parentId: String(parentId),
				options: { description: 'Signed' },
			},
			{ door, items: [fileItem] },
		);
		const { items } = await account.run(
			{ resource: 'document', operation: 'download', recordId: byId(uploaded.id) },
			{ door },
		);

		expect(uploaded).toMatchObject({
			name: 'contract.pdf',
			description: 'Signed',
			parentid: parentId,
			parentobject: 'Account',
		});
		expect(items[0].binary?.data).toMatchObject({
			fileName: 'contract.pdf',
			mimeType: 'application/pdf',
		});
		expect(Buffer.from(items[0].binary?.data.data ?? '', 'base64')).toEqual(PDF);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('get their name from their record when the file comes without one', async () => {
		const account = await openAccount({ switches: { namesFiles: false } });
		const { store } = account.sandbox;
		const { id } = store.insert('documents', { name: 'plan.txt' });
		store.files.set(Number(id), { name: 'plan.txt', type: 'text/plain', content: PDF });
		const { items } = await account.run(
			{
				resource: 'document',
				operation: 'download',
				recordId: byId(id),
				binaryProperty: 'plan',
			},
			{ door },
		);
		expect(items[0].binary?.plan.fileName).toBe('plan.txt');
		expect(items[0].json).toMatchObject({ fileName: 'plan.txt', mimeType: 'text/plain' });
	});

	it('that are not there are named', async () => {
		const account = await openAccount();
		const complaint = await account.complaint(
			{ resource: 'document', operation: 'download', recordId: byId(12) },
			{ door },
		);
		expect(complaint).toContain('Spotler CRM has no such record');
	});

	it('are listed, renamed and deleted like other records', async () => {
		const account = await openAccount();
		const { id } = account.sandbox.store.insert('documents', { name: 'a.txt' });
		const listed = await account.rows({ resource: 'document', operation: 'getMany' }, { door });
		const deleted = await account.rows(
			{ resource: 'document', operation: 'delete', recordId: byId(id) },
			{ door },
		);
		expect(listed.map(({ name }) => name)).toEqual(['a.txt']);
		expect(deleted).toEqual([{ id, deleted: true }]);
		expect(account.sandbox.violations).toEqual([]);
	});
});
