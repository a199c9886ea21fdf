/** Type of a field as the sandbox's data dictionary names it; the vendor's own words are not known. */
export type FieldType = 'text' | 'number' | 'date' | 'datetime' | 'flag' | 'lookup' | 'reference';

export interface FieldSpec {
	name: string;
	type: FieldType;
	/** POST without it is refused. */
	required?: boolean;
	/** Set by the server; refused in bodies. */
	serverSet?: boolean;
	/** Left out of lists, as far as the documented samples show. */
	onlyInSingle?: boolean;
	/** Values that a `lookup` field starts with. */
	values?: readonly string[];
}

/** One object of the API. */
export interface ObjectSpec {
	/** As it stands in addresses. */
	name: string;
	/** `record_type` in answers. */
	recordType: string;
	/** The address that list answers give of themselves: singular, and not to be relied on. */
	listUrl: string;
	fields: readonly FieldSpec[];
	/** Which verbs exist besides GET. */
	isReadOnly?: boolean;
	/** Only reachable below another object or by multipart. */
	takesFiles?: boolean;
	isCustom?: boolean;
}

const text = (...names: string[]): FieldSpec[] => names.map((name) => ({ name, type: 'text' }));
const numbers = (...names: string[]): FieldSpec[] =>
	names.map((name) => ({ name, type: 'number' }));
const references = (...names: string[]): FieldSpec[] =>
	names.map((name) => ({ name, type: 'reference' }));
const flags = (...names: string[]): FieldSpec[] => names.map((name) => ({ name, type: 'flag' }));
const list = (name: string, ...values: string[]): FieldSpec => ({ name, type: 'lookup', values });
const must = (field: FieldSpec): FieldSpec => ({ ...field, required: true });

const STAMP_TYPES: Record<string, FieldType> = {
	id: 'number',
	createdby: 'reference',
	modifiedby: 'reference',
	createddate: 'datetime',
	modifieddate: 'datetime',
};

const stamps = (...names: string[]): FieldSpec[] =>
	names.map((name) => ({ name, type: STAMP_TYPES[name], serverSet: true }));

const ADDRESS = text('addresscity', 'addresscounty/state', 'addresspostcode/zip', 'addresscountry');
const PERSONS_AND_DATES = stamps('createdby', 'modifiedby', 'createddate', 'modifieddate');

const object = (
	name: string,
	recordType: string,
	fields: FieldSpec[],
	more: Partial<ObjectSpec> = {},
): ObjectSpec => ({
	name,
	recordType,
	listUrl: `/${recordType}`,
	fields: [...stamps('id'), ...fields],
	...more,
});

/** Fields as they were seen in live records; what nobody has shown is made up and marked so. */
export const objects: readonly ObjectSpec[] = [
	object('accounts', 'account', [
		must({ name: 'name', type: 'text' }),
		...text('addressline'),
		...ADDRESS,
		...references('ownerid'),
		{ name: 'campaignid', type: 'reference', onlyInSingle: true },
		list('source', 'Web', 'Referral', 'Exhibition'),
		...text('notes'),
		{ name: 'slaid', type: 'reference', onlyInSingle: true },
		...text('phone', 'website'),
		list('type', 'Customer', 'Prospect', 'Partner'),
		list('sector', 'Design', 'Retail', 'Software'),
		...numbers('leadscore'),
		// Custom fields of this account: at the top level, and one begins with a digit.
		...text('abn'),
		...flags('2yearpolicy'),
		list('incomecategory', 'Low', 'High'),
		{ name: 'renewal', type: 'date' },
		...PERSONS_AND_DATES,
	]),
	object('contacts', 'contact', [
		must({ name: 'accountid', type: 'reference' }),
		...text('salutation', 'first', 'middle', 'last', 'jobtitle', 'department'),
		...text('email', 'phone', 'mobile', 'direct'),
		...ADDRESS,
		...flags('decisionmaker', 'leftcompany'),
		...numbers('hold', 'leadscore'),
		// A custom field of this account: the ID of the same person in another system.
		...text('insightlyid'),
		...PERSONS_AND_DATES,
	]),
	object('opportunities', 'opportunity', [
		must({ name: 'accountid', type: 'reference' }),
		...text('name'),
		{ name: 'closedate', type: 'date' },
		...text('forecast', 'nextstep'),
		...numbers('probability'),
		...text('repeat', 'source', 'status'),
		...PERSONS_AND_DATES,
	]),
	object('opportunity_lines', 'opportunity_line', [
		must({ name: 'opportunityid', type: 'reference' }),
		...text('product'),
		...numbers('quantity', 'unitprice'),
		...stamps('createdby', 'modifiedby'),
	]),
	object('opportunityhistories', 'opportunityhistory', [
		{ name: 'closedate', type: 'date' },
		...text('forecast', 'opportunitystatus'),
		...numbers('probability', 'value'),
		...stamps('modifiedby', 'modifieddate'),
	]),
	object('activities', 'activity', [
		...references('accountid', 'contactid', 'caseid'),
		{ name: 'date', type: 'datetime' },
		...text('type'),
		...numbers('priority'),
		...text('status'),
		...flags('allday'),
		...text('description', 'emailsubject', 'emailfrom', 'emailto', 'emailcc'),
		...stamps('createdby', 'createddate', 'modifieddate'),
	]),
	object('cases', 'case', [
		...references('accountid', 'caselevelid', 'ownerid'),
		{ name: 'opened', type: 'datetime' },
		...text('status', 'subject', 'type'),
		...PERSONS_AND_DATES,
	]),
	object('campaigns', 'campaign', [
		must({ name: 'name', type: 'text' }),
		...text('type', 'status'),
		...flags('active'),
		...text('dripfeed'),
		...numbers('members', 'opportunities', 'sales'),
		...references('ownerid'),
	]),
	// Made up: no public source shows a record of these two.
	object('campaigndetails', 'campaigndetail', [
		...references('campaignid', 'contactid'),
		...text('status'),
	]),
	object('campaignstages', 'campaignstage', [...references('campaignid'), ...text('name')]),
	object(
		'documents',
		'document',
		[
			...text('name', 'description'),
			...stampsLike('size', 'number'),
			...stampsLike('modified', 'datetime'),
			...stampsLike('parentid', 'reference'),
			...stampsLike('parentobject', 'text'),
		],
		{ takesFiles: true },
	),
	object('users', 'user', [...text('first', 'last'), ...flags('live')], { isReadOnly: true }),
	object(
		'policies',
		'policy',
		[
			must({ name: 'accountid', type: 'reference' }),
			...text('name', 'policynumber'),
			...numbers('premium'),
			...PERSONS_AND_DATES,
		],
		{ isCustom: true },
	),
];

function stampsLike(name: string, type: FieldType): FieldSpec[] {
	return [{ name, type, serverSet: true }];
}

/** The object of a name in an address; undefined when there is none. */
export const objectNamed = (name: string): ObjectSpec | undefined =>
	objects.find((one) => one.name === name);

/** The object whose record type is named in `ParentObject`: singular, with a capital letter. */
export const objectOfParent = (name: string): ObjectSpec | undefined =>
	objects.find(({ recordType }) => recordType.toLowerCase() === name.toLowerCase());
