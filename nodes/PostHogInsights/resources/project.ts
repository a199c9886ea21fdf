import type { FormReader } from '../../shared/form/formReader';
import { pathSegment } from '../../shared/request/safeRequest';

/** The current project of the key's owner, as the API itself calls it (PostHog API overview). */
export const CURRENT_PROJECT = '@current';

/** Whether a text can name a project. */
export const isProject = (text: string): boolean =>
	text === CURRENT_PROJECT || /^\d{1,12}$/.test(text);

/** Path below a project, with a slash in front. */
export const projectPath = (project: string, below: string): string =>
	`/api/projects/${project}${below}`;

/**
 * The project that a form names, as the path wants it: an ID or `@current`.
 * @throws NodeOperationError when it is none, before anything is sent.
 */
export function readProject(form: FormReader): string {
	const text = form.locator('project') || CURRENT_PROJECT;
	if (isProject(text)) return text;
	throw form.refuse(
		`"${text.slice(0, 60)}" is not the ID of a project`,
		'Pick the project from the list, or give its ID: the number after /project/ in your browser.',
	);
}

/** Path of a computation that is under way. */
export const queryPath = (project: string, queryId: string): string =>
	projectPath(project, `/query/${pathSegment(queryId)}/`);

/** Path of a project's exports, of one of them, or of its content. */
export const exportPath = (project: string, id = '', below = ''): string =>
	projectPath(project, `/exports/${id === '' ? '' : `${pathSegment(id)}/`}${below}`);
