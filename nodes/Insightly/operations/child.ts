import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { createBody, recordValues, type KnownFromPath } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import {
	type BelowParent,
	type ChildVerb,
	type EndpointRow,
	nameInText,
	type Place,
	type RecordType,
} from '../resources/types';
import { filterQuery, pageOptions } from './listFilters';
import { updateAt } from './update';

/** Records below another record: their type, and how they are reached there. */
interface Child {
	about: RecordType;
	below: BelowParent;
}

/** What a record type offers below another record. */
export const childRows = (about: RecordType): EndpointRow[] => {
	const { below } = about;
	return below ? below.verbs.map((verb) => ROWS[verb]({ about, below })) : [];
};

const ROWS: Record<ChildVerb, (child: Child) => EndpointRow> = {
	getMany: listRow,
	create: createRow,
	update: updateRow,
	delete: deleteRow,
};

const forChild = ({ about, below }: Child): Pick<EndpointRow, 'about' | 'below'> => ({
	about,
	below: below.parents,
});

function listRow(child: Child): EndpointRow {
	const { plural, fields } = child.about;
	const { parentName, segment, isFiltered } = child.below;
	const parent = parentName.toLowerCase();
	return {
		...forChild(child),
		value: 'getManyOfParent',
		name: `Get Many of ${parentName}`,
		action: `Get many ${plural} of ${parent}`,
		description: `List the ${plural} that belong to one ${parent}`,
		endpoint: `GET /{parent}/{id}/${segment}`,
		outputFields: fields,
		isPaged: isFiltered,
		parameters: ['returnAll', 'limit'],
		options: [
			...OUTPUT_OPTIONS,
			'simplify',
			...(isFiltered ? [...pageOptions(child.about), 'updatedSince'] : []),
		],
		send: (item) => (isFiltered ? { query: filterQuery(item) } : {}),
		output: recordOutput(child.about),
	};
}

function createRow(child: Child): EndpointRow {
	const { about, below } = child;
	return {
		...forChild(child),
		...named('create', 'Create', child),
		description: `Create a new ${nameInText(about)} that belongs to one ${below.parentName.toLowerCase()}`,
		endpoint: `POST /{parent}/{id}/${below.segment}`,
		outputFields: about.fields,
		purpose: 'create',
		parameters: ['fields'],
		options: [...OUTPUT_OPTIONS, 'simplify'],
		perform: async (item, client, place) => {
			const values = await recordValues(item, client, about, 'create');
			const body = await createBody(item, client, about, values, knownFrom(place, child));
			return await client.send({ method: 'POST', path: place.path, body });
		},
		output: recordOutput(child.about),
	};
}

function updateRow(child: Child): EndpointRow {
	const { about, below } = child;
	return {
		...forChild(child),
		...named('update', 'Update', child),
		description: `Change some fields of one ${nameInText(about)}; the others stay as they are`,
		endpoint: `PUT /{parent}/{id}/${below.segment}`,
		outputFields: about.fields,
		purpose: 'update',
		parameters: ['record', 'fields'],
		options: [...OUTPUT_OPTIONS, 'simplify'],
		perform: async (item, client, { path }) => await updateAt(item, client, about, path),
		output: recordOutput(child.about),
	};
}

function deleteRow(child: Child): EndpointRow {
	const { about, below } = child;
	return {
		...forChild(child),
		...named('delete', 'Delete', child),
		description: `Delete one ${nameInText(about)}. The API offers no way to restore it.`,
		endpoint: `DELETE /{parent}/{id}/${below.segment}/{${below.idPart ?? 'childEntityId'}}`,
	};
}

function named(
	verb: ChildVerb,
	name: string,
	{ about, below }: Child,
): Pick<EndpointRow, 'value' | 'name' | 'action'> {
	const { besides = [], parentName } = below;
	const action = `${name} ${nameInText(about)}`;
	if (!besides.includes(verb)) return { value: verb, name, action };
	return {
		value: `${verb}OfParent`,
		name: `${name} in ${parentName}`,
		action: `${action} in ${parentName.toLowerCase()}`,
	};
}

/** The parent's ID counts as given where the child names it; the specification calls some of these required. */
function knownFrom({ parent, parentId }: Place, { about, below }: Child): KnownFromPath {
	const key = parent?.idKey ?? '';
	const isField = about.fields.some(({ name, readOnly }) => name === key && !readOnly);
	return {
		values: isField ? { [key]: parentId } : {},
		fields: [key, ...(below.inherited ?? [])],
	};
}
