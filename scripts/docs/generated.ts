import { operationTable } from './operationTable';
import { outputSchema } from './outputSchema';
import type { DocumentedService } from './services';

/** A file that is made from the tables: path below the project, content. */
export interface GeneratedFile {
	path: string;
	content: string;
}

const BEGIN = '<!-- operations: made from the tables by `npm run docs` -->';
const END = '<!-- /operations -->';

/** Output schemas of every operation that says what comes out, where n8n looks for them. */
export function schemaFiles({ folder, version, resources }: DocumentedService): GeneratedFile[] {
	return resources.flatMap((resource) =>
		resource.operations.flatMap(({ value, output }) =>
			output
				? {
						path: `${schemaFolder({ folder })}/${version}/${resource.value}/${value}.json`,
						content: `${JSON.stringify(outputSchema(output), null, '\t')}\n`,
					}
				: [],
		),
	);
}

/** Where the schemas of a service are. */
export const schemaFolder = ({ folder }: Pick<DocumentedService, 'folder'>): string =>
	`nodes/${folder}/__schema__`;

/**
 * The guide of a service with its table of operations brought up to date.
 * @param page the guide as it is
 * @throws Error when the guide has no place for the table
 */
export function withOperationTable(
	page: string,
	{ resources, basePath }: DocumentedService,
): string {
	const begin = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (begin < 0 || end < begin) throw new Error(`The page needs the lines ${BEGIN} and ${END}`);
	const table = operationTable(resources, basePath);
	return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
}
