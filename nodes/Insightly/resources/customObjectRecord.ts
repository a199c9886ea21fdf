import { choice, dateTime, integer, readOnly, reference, text } from '../../shared/fields/define';
import { VISIBILITIES } from '../fields/choices';
import type { FormReader } from '../../shared/form/formReader';
import type { RecordType } from './types';

/** Custom objects are called like `Vehicle__c` (*observed*). */
const OBJECT_NAME = /^[A-Za-z0-9_]{1,100}__c$/i;

export const customObjectRecord: RecordType = {
	value: 'customObjectRecord',
	name: 'Custom Object Record',
	plural: 'custom object records',
	path: '/{objectName}',
	idKey: 'RECORD_ID',
	titleKeys: ['RECORD_NAME'],
	matchKey: 'RECORD_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	has: ['documents', 'files', 'filesToRead', 'translations'],
	named: {
		parameter: 'customObject',
		keys: { own: 'customObject', ofParent: 'customObjectOfParent' },
		resolve: namedObject,
	},
	fields: [
		text('RECORD_NAME', undefined, { required: true }),
		reference('OWNER_USER_ID', 'users', { label: 'Owner ID' }),
		choice('VISIBLE_TO', VISIBILITIES),
		reference('VISIBLE_TEAM_ID', 'teams'),
		...readOnly(
			integer('RECORD_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			integer('CREATED_USER_ID'),
		),
	],
};

/** The custom object that the form names: a record type with its own path and fields. */
function namedObject(form: FormReader): RecordType {
	const name = form.locator('customObject');
	if (OBJECT_NAME.test(name)) {
		return { ...customObjectRecord, path: `/${name}`, customFieldsOf: name };
	}
	throw form.refuse(
		name === ''
			? 'The custom object is missing'
			: `"${name.slice(0, 60)}" is not the name of a custom object`,
		'Pick the object from the list, or give its API name, which ends with __c: Vehicle__c, for example.',
	);
}
