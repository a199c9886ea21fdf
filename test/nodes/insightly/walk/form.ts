import type { IDataObject, INodeParameters, INodePropertyCollection } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Insightly } from '../../../../nodes/Insightly/Insightly.node';
import { byId, mapped } from '../../../support/formValues';
import { createNode } from '../../../support/n8n/host';
import { resourceMapperFields } from '../../../support/nodeMethods';
import type { InsightlyAccount } from '../account';

/** What a user fills in to say the same, and what the form does not let a user say. */
export interface FilledForm {
	parameters: INodeParameters;
	complaints: string[];
}

interface Mapper {
	value: IDataObject;
	matchingColumns: string[];
}

const node = new Insightly();

/** The walk names one below every parent; the form asks for it below custom objects only. */
const CUSTOM_OBJECT = 'customObject';

/** Names of the parameters that the editor shows for these. */
function shownParameters(parameters: INodeParameters): INodeParameters {
	const { description } = node;
	const placed = createNode(node, parameters);
	const shown = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		placed,
		description,
	);
	return shown ?? {};
}

/** Entries of the collection that offers related records in this form. */
function relatedEntries(parameters: INodeParameters): string[] {
	const { description } = node;
	const placed = createNode(node, parameters);
	return description.properties
		.filter(({ name }) => name === 'related')
		.filter((one) => NodeHelpers.displayParameter(parameters, one, placed, description))
		.flatMap(({ options = [] }) => options as INodePropertyCollection[])
		.map(({ name }) => name);
}

/**
 * Writes the walk's parameters as a user could: every one has to be shown, every value stands in a field that the mapper
 * offers or in the locator of its own, and what the form calls required is filled in.
 */
export async function fillForm(
	{ credentials }: InsightlyAccount,
	wanted: INodeParameters,
): Promise<FilledForm> {
	const shown = shownParameters(wanted);
	const complaints = Object.keys(wanted)
		.filter((name) => !(name in shown) && name !== CUSTOM_OBJECT)
		.map((name) => `the form does not show ${name}`);
	if (wanted.fields === undefined) return { parameters: wanted, complaints };

	const { value, matchingColumns } = wanted.fields as unknown as Mapper;
	const offered = (
		await resourceMapperFields(node, 'getFields', { parameters: wanted, credentials })
	).fields;
	const related = relatedEntries(wanted);
	const parameters: INodeParameters = { ...wanted };
	const inMapper: IDataObject = {};
	const inRelated: INodeParameters = {};
	for (const [name, one] of Object.entries(value)) {
		if (offered.some(({ id }) => id === name)) inMapper[name] = one;
		else if (name in shown) parameters[name] = byId(one);
		else if (related.includes(name)) inRelated[name] = byId(one);
		else complaints.push(`the form has no field ${name}`);
	}
	const missing = offered.filter(
		({ id, required, canBeUsedToMatch }) => required && !canBeUsedToMatch && !(id in inMapper),
	);
	complaints.push(...missing.map(({ id }) => `${id} is required and was not filled in`));
	parameters.fields = mapped(inMapper, matchingColumns[0]);
	if (Object.keys(inRelated).length > 0) parameters.related = inRelated;
	return { parameters, complaints };
}
