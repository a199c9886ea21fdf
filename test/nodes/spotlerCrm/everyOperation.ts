import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { resources } from '../../../nodes/SpotlerCrm/resources';
import { objects, type ObjectSpec, type SpotlerSandbox } from '../../../sandbox/spotler';
import { byId, mapped } from '../../support/formValues';

/** A file that comes with an item. */
export const FILE = {
	data: {
		data: Buffer.from('a text').toString('base64'),
		mimeType: 'text/plain',
		fileName: 'a.txt',
		fileExtension: 'txt',
	},
};

/** Name of a resource's object in addresses. */
export const objectOf = (resource: string): string =>
	resources
		.find(({ value }) => value === resource)
		?.operations[0].endpoints[0].split('/')[1]
		.replace('{object}', 'policies') ?? '';

/** A value that a field takes, for a body that the strict sandbox accepts. */
function body(spec: ObjectSpec): IDataObject {
	const fields = spec.fields.filter(({ serverSet }) => !serverSet);
	const wanted = fields.filter(({ required, type }) => required || type === 'text').slice(0, 3);
	const chosen = wanted.length > 0 ? wanted : fields.slice(0, 1);
	return Object.fromEntries(
		chosen.map(({ name, type }) => [name, ['reference', 'number'].includes(type) ? 7 : 'value']),
	);
}

/** The same with values that no record has. */
const unmatched = (values: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, value === 7 ? 8 : 'another value']),
	);

/** Valid values for every parameter of an operation, with the records that they name. */
export function parametersOf(
	store: SpotlerSandbox['store'],
	resource: string,
	operation: string,
): INodeParameters {
	const name = objectOf(resource);
	const spec = objects.find((one) => one.name === name);
	const base = { resource, operation };
	if (!spec) {
		const lookup = { fieldName: 'type', listName: 'accounts_type', values: 'One\nTwo' };
		return { ...base, objectName: 'accounts', ...lookup };
	}
	const { id } = spec.isReadOnly ? { id: store.me } : store.insert(name, body(spec) as never);
	store.files.set(Number(id), { name: 'a.txt', type: 'text/plain', content: Buffer.from('x') });
	const { id: parent } = store.insert('accounts', { name: 'Parent' });
	return {
		...base,
		...(resource === 'customObject' ? { objectName: name } : {}),
		recordId: byId(id),
		fields: mapped(
			operation === 'upsert' ? unmatched(body(spec)) : body(spec),
			Object.keys(body(spec))[0],
		),
		parentObject: 'Account',
		parentId: String(parent),
	};
}
