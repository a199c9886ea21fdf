import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import { splitList } from '../fields/listFilter';
import { viewedFields } from '../output/outputFields';
import { byNumber, LOOK_UP, readInsight } from '../resources/insight';
import { projectPath } from '../resources/project';

/** The server takes no more at once. */
const MOST_VIEWED = 2_500;

/** Answers 201 without a body; numbers that it does not know are left out silently (PostHog's tests). */
export const markViewed: Operation = {
	value: 'markViewed',
	name: 'Mark as Viewed',
	action: 'Mark insight as viewed',
	description: "Note that the key's owner has seen one or more insights now",
	endpoints: ['POST /api/projects/{project_id}/insights/viewed/', LOOK_UP],
	outputFields: viewedFields,
	parameters: ['project', 'insight'],
	options: ['moreInsights'],
	perform: async (item, client) => {
		const more = moreInsights(item);
		const { project, insight } = await byNumber(item, client, readInsight(item));
		const ids = [...new Set([Number(insight), ...more])];
		if (ids.length > MOST_VIEWED) {
			throw item.refuse(
				`${ids.length} insights are too many`,
				`PostHog takes ${MOST_VIEWED} at once.`,
			);
		}
		await client.send({
			method: 'POST',
			path: projectPath(project, '/insights/viewed/'),
			body: { insight_ids: ids },
			answersNothing: true,
			// Noting a view twice changes nothing.
			idempotent: true,
		});
		return [{ viewed: true, insight_ids: ids }];
	},
};

function moreInsights(item: ItemContext): number[] {
	return splitList(item.collection('options').moreInsights).map((id) => {
		if (/^\d{1,12}$/.test(id)) return Number(id);
		throw item.refuse(
			`"${id.slice(0, 60)}" in More Insights is not a numeric ID`,
			'Give whole numbers, separated by commas. Short IDs are not possible here.',
		);
	});
}
