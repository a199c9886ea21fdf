import { operationTable } from './operationTable';
import { outputSchema } from './outputSchema';
import type { DocumentedService } from './services';

/** A file that is made from the tables: path, content. */
export interface GeneratedFile {
	path: string;
	content: string;
}

/** Output schemas of every operation that says what comes out: where n8n looks for them, below the built package. */
export function schemaFiles({ folder, version, resources }: DocumentedService): GeneratedFile[] {
	return resources.flatMap((resource) =>
		resource.operations.flatMap(({ value, outputFields }) =>
			outputFields
				? {
						path: `${schemaFolder({ folder })}/${version}/${resource.value}/${value}.json`,
						content: `${JSON.stringify(outputSchema(outputFields), null, '\t')}\n`,
					}
				: [],
		),
	);
}

/** Where the schemas of a service are, below the folder of its built node. */
export const schemaFolder = ({ folder }: Pick<DocumentedService, 'folder'>): string =>
	`nodes/${folder}/__schema__`;

/** The page with every operation of a service and the endpoints that it reaches. */
export function operationsPage(service: DocumentedService): GeneratedFile {
	const { title, guide, resources, basePath } = service;
	const lines = [
		`# Operations of the ${title} node`,
		'',
		`Made from the tables by \`npm run docs\`. What they do, and how: [the guide](../${guide}).`,
		'',
		operationTable(resources, basePath),
		'',
	];
	return { path: `docs/operations/${guide}`, content: lines.join('\n') };
}
