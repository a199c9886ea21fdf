import type { ItemContext } from '../../shared/form/itemContext';

/** The current project of the key's owner, as the API itself calls it (PostHog API overview). */
export const CURRENT_PROJECT = '@current';

/** Whether a text can name a project. */
export const isProject = (text: string): boolean =>
	text === CURRENT_PROJECT || /^\d{1,12}$/.test(text);

/** Path below a project, with a slash in front. */
export const projectPath = (project: string, below: string): string =>
	`/api/projects/${project}${below}`;

/**
 * The project of an item, as the path wants it: an ID or `@current`.
 * @throws NodeOperationError when it is none, before anything is sent.
 */
export function readProject(item: ItemContext): string {
	const text = item.locator('project') || CURRENT_PROJECT;
	if (isProject(text)) return text;
	throw item.refuse(
		`"${text.slice(0, 60)}" is not the ID of a project`,
		'Pick the project from the list, or give its ID: the number after /project/ in your browser.',
	);
}
