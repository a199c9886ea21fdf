import { bytesReply, jsonReply, type Reply } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Call, World } from './call';
import { renderCsv } from './csv';
import { moment, type Insight } from './model';
import { invalid, notFound } from './refusal';

/** One file that was asked for. Times are ms by the sandbox clock. */
export interface Export {
	readonly id: number;
	readonly project: number;
	readonly insight: number;
	readonly format: string;
	readonly createdAt: number;
	readonly readyAt: number;
	/** What went wrong instead. */
	readonly exception: string | null;
}

/** Formats of insights; others are for dashboards and recordings. */
const FORMATS = ['image/png', 'text/csv', 'application/pdf'];

/** The smallest picture there is: one transparent point. */
export const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** Asks for a file. Newer servers answer when it is there, older ones at once; a failure is 201 all the same. */
export function createExport(call: Call): Reply {
	const { body, world, project, user } = call;
	const unknown = Object.keys(body).find(
		(name) => !['insight', 'dashboard', 'export_format', 'export_context'].includes(name),
	);
	if (unknown) throw invalid(unknown, 'This field is not known here.', 'invalid_input', 'field');
	if (body.export_format === undefined)
		throw invalid('export_format', 'Must provide export format');
	if (!FORMATS.includes(String(body.export_format))) {
		throw invalid('export_format', `"${String(body.export_format)}" is not a valid choice.`);
	}
	const insight = world.store.all(project).find(({ id }) => id === body.insight);
	if (!insight)
		throw invalid(
			'insight',
			`Invalid pk "${String(body.insight)}" - object does not exist.`,
			'does_not_exist',
		);
	const now = world.clock.now();
	const made: Export = {
		id: world.store.nextId(),
		project,
		insight: insight.id,
		format: String(body.export_format),
		createdAt: now,
		readyAt: now + (world.switches.exportWaits ? 0 : world.computeMs),
		exception: insight.breaks?.text ?? null,
	};
	world.exports.push(made);
	world.store.log(insight, 'exported', user, null);
	return jsonReply(201, exportView(world, made));
}

export const listExports = (call: Call): Reply => {
	const own = call.world.exports.filter(({ project }) => project === call.project);
	const results = own.map((one) => exportView(call.world, one));
	return jsonReply(200, { count: results.length, next: null, previous: null, results });
};

export const readExport = (call: Call): Reply =>
	jsonReply(200, exportView(call.world, exportInPath(call)));

/** The file itself; without one there is nothing in the answer. */
export function exportContent(call: Call): Reply {
	const { world } = call;
	const found = exportInPath(call);
	if (!isReady(world, found)) {
		world.count('content of an unfinished export', String(found.id), call.request);
		throw notFound();
	}
	const name = `export-${found.id}.${found.format === 'text/csv' ? 'csv' : 'png'}`;
	return bytesReply(200, contentOf(world, found), found.format, {
		'Content-Disposition': `attachment; filename="${name}"`,
	});
}

/** The picture behind a public address; drawn when it is first asked for. */
export function sharedPicture(call: Call): Reply {
	const { world, params } = call;
	const insight = world.store
		.all(world.store.currentProject)
		.find(({ sharing }) => sharing.enabled && `${sharing.access_token}.png` === params.picture);
	if (!insight || insight.sharing.password_required) throw notFound();
	return bytesReply(200, PICTURE, 'image/png');
}

function exportInPath({ world, params, project }: Call): Export {
	const found = world.exports.find(
		(one) => one.project === project && String(one.id) === params.export_id,
	);
	if (!found) throw notFound();
	return found;
}

const isReady = ({ clock }: World, { exception, readyAt }: Export): boolean =>
	exception === null && clock.now() >= readyAt;

function exportView(world: World, one: Export): JsonObject {
	return {
		id: one.id,
		dashboard: null,
		insight: one.insight,
		export_format: one.format,
		created_at: moment(one.createdAt),
		has_content: isReady(world, one),
		export_context: null,
		filename: `export-${one.id}`,
		expires_after: null,
		exception: world.clock.now() >= one.readyAt ? one.exception : null,
	};
}

function contentOf({ store }: World, { insight, format }: Export): Buffer {
	if (format !== 'text/csv') return PICTURE;
	const { source } = store.get(insight) as Insight;
	return Buffer.from(renderCsv({ result: source.result }), 'utf8');
}
