import type { IDataObject } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { Operation } from '../../shared/operations/types';
import { insightBody } from '../fields/insightValues';
import { insightOutput } from '../output/insights';
import { fullInsightFields } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';

export const createInsight: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create insight',
	description: 'Create a new insight from a query',
	endpoints: ['POST /api/projects/{project_id}/insights/'],
	outputFields: fullInsightFields,
	parameters: ['project', 'name', 'query', 'createFields'],
	options: [...OUTPUT_OPTIONS, 'simplify', 'wrapQuery'],
	request: (item) => {
		const values: IDataObject = {
			name: item.text('name'),
			query: item.value('query', '{}') as IDataObject['key'],
			...item.collection('additionalFields'),
		};
		const body = insightBody(item, values, 'create');
		if (body.name === '') delete body.name;
		if (Object.keys(body).length === 0) {
			throw item.refuse(
				'There is nothing to create',
				'Give the insight at least a name or a query.',
			);
		}
		return { method: 'POST', path: projectPath(readProject(item), '/insights/'), body };
	},
	output: insightOutput,
};
