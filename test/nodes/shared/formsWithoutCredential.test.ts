import type { INodeParameters, INodeType } from 'n8n-workflow';

import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import { loadOptions, resourceMapperFields } from '../../support/nodeMethods';

/** The editor's first request for a node that was just added comes without its credential, and no second one follows. */
describe('A form whose node has no credential yet', () => {
	it.each<[string, INodeType, INodeParameters, string]>([
		['Insightly task', new Insightly(), { resource: 'task', operation: 'create' }, 'TITLE'],
		[
			'Insightly contact',
			new Insightly(),
			{ resource: 'contact', operation: 'upsert' },
			'LAST_NAME',
		],
		['Spotler CRM contact', new SpotlerCrm(), { resource: 'contact', operation: 'create' }, 'last'],
		['Spotler CRM account', new SpotlerCrm(), { resource: 'account', operation: 'update' }, 'name'],
	])('offers the standard fields of an %s', async (_name, node, parameters, field) => {
		const { fields } = await resourceMapperFields(node, 'getFields', { parameters });
		expect(fields.map(({ id }) => id)).toContain(field);
	});

	it('says that a custom object needs one', async () => {
		const parameters = { resource: 'customObject', operation: 'create', objectName: 'policies' };
		const answer = await resourceMapperFields(new SpotlerCrm(), 'getFields', { parameters });
		expect(answer.emptyFieldsNotice).toMatch(/credential/);
	});

	it.each<[INodeType, INodeParameters]>([
		[new Insightly(), { resource: 'imageField', operation: 'delete', recordType: 'contact' }],
		[new SpotlerCrm(), { resource: 'contact', operation: 'getMany' }],
		[new PostHogInsights(), { resource: 'insight', operation: 'getMany' }],
	])('answers every drop-down list, empty where only the account knows', async (node, form) => {
		for (const name of Object.keys(node.methods?.loadOptions ?? {})) {
			// What a list is filtered by, and what comes out, is the resource's; other lists are the parent record's.
			const isOwn = /^get(Search|Filter|Output)Fields$/.test(name);
			const parameters = isOwn ? { ...form, resource: form.recordType ?? form.resource } : form;
			expect(await loadOptions(node, name, { parameters })).toBeInstanceOf(Array);
		}
	});
});
