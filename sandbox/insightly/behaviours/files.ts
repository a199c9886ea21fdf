import type { Reply } from '../../shared/http';
import { bytesReply, emptyReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { FormPart } from '../../shared/multipart';
import type { Call } from '../call';
import { idParameter, parentKey, recordInPath, touchParent } from '../call';
import { clientBug, invalid, notFound, Refusal } from '../refusal';
import { resourceOf } from '../resources';
import { pageReply, recordReply } from './present';
import { updatedTest } from './search';

const FORM_FIELDS = ['file', 'file_name', 'content_type', 'file_category_id'];
const REFUSED_FILES = /\.(bat|cmd|com|exe|js|msi|scr|vbs)$/i;

/** GET …/FileAttachments */
function filesOf(call: Call): Reply {
	recordInPath(call);
	const { store, parents } = call.account;
	const test = updatedTest(call.account, call.query.text.updated_after_utc);
	const rows = store
		.all('FileAttachments')
		.filter(({ FILE_ID }) => parents.get(`FileAttachments/${Number(FILE_ID)}`) === parentKey(call))
		.filter((row) => test?.(row) ?? true);
	return pageReply(call, resourceOf('FileAttachments'), rows);
}

/** POST …/FileAttachments: one file in the part `file`, three optional form fields. */
function attach(call: Call): Reply {
	recordInPath(call);
	if (call.account.switches.planFull) throw new Refusal(402, 'Storage limit reached');
	const form = readForm(call);
	const name = form.text.file_name || form.file.fileName || '';
	if (REFUSED_FILES.test(name)) throw new Refusal(417, 'File Attachment insert failed');
	const category = form.text.file_category_id;
	if (category && !call.account.store.get('FileCategories', Number(category))) {
		throw invalid(`file_category_id ${category} does not exist`);
	}
	const type = form.text.content_type || form.file.type || 'application/octet-stream';
	const row = storeAttachment(call, name, type, form.file.content, category);
	touchParent(call);
	return recordReply(call.account, resourceOf('FileAttachments'), row, 201);
}

/** Keeps a file below the record in the path. @returns its FileAttachment record */
export function storeAttachment(
	{ account, resource, params }: Call,
	name: string,
	type: string,
	bytes: Buffer,
	category?: string,
): JsonObject {
	const id = account.store.table('FileAttachments').nextId();
	const row = account.store.insert('FileAttachments', {
		FILE_ID: id,
		FILE_NAME: name,
		CONTENT_TYPE: type,
		FILE_SIZE: bytes.length,
		FILE_CATEGORY_ID: category ? Number(category) : null,
		URL: `/fileattachments/${id}`,
	});
	account.files.set(`FileAttachments/${id}`, { name, type, bytes });
	account.parents.set(`FileAttachments/${id}`, `${resource.path}/${Number(params.id)}`);
	return row;
}

/** GET /FileAttachments/{id}: the bytes, or with format=JSON the record. */
function download(call: Call): Reply {
	const row = recordInPath(call);
	const file = call.account.files.get(`FileAttachments/${idParameter(call)}`);
	if (wantsJson(call)) return recordReply(call.account, call.resource, row, 200);
	if (!file) throw notFound();
	const disposition = `attachment; filename="${file.name}"`;
	return bytesReply(200, file.bytes, file.type, { 'Content-Disposition': disposition });
}

/** Whether `format` asks for the record instead of the bytes. */
export function wantsJson({ query }: Call): boolean {
	const format = (query.text.format ?? 'Binary').toLowerCase();
	if (format === 'json') return true;
	if (format === 'binary') return false;
	throw clientBug('bad query value', 'format must be Binary or JSON');
}

function removeFile(call: Call): Reply {
	recordInPath(call);
	const key = `FileAttachments/${idParameter(call)}`;
	call.account.store.remove('FileAttachments', idParameter(call));
	call.account.files.delete(key);
	call.account.parents.delete(key);
	return emptyReply(202);
}

function readForm({ request: { form: parts } }: Call): {
	file: FormPart;
	text: Record<string, string>;
} {
	if (!parts) throw clientBug('bad body', 'The body must be multipart/form-data');
	const strange = parts.find(({ name }) => !FORM_FIELDS.includes(name));
	if (strange) throw clientBug('unknown field', `${strange.name} is not a part of this form`);
	const files = parts.filter(({ name }) => name === 'file');
	if (files.length !== 1 || files[0].fileName === undefined) {
		throw clientBug('bad body', 'One file is needed, in the part named file');
	}
	const others = parts.filter(({ name }) => name !== 'file');
	const text = others.map(({ name, content }) => [name, content.toString('utf8')]);
	return { file: files[0], text: Object.fromEntries(text) };
}

export const fileBehaviours = {
	'GET /*/{id}/FileAttachments': filesOf,
	'POST /*/{id}/FileAttachments': attach,
	'GET /FileAttachments/{id}': download,
	'DELETE /FileAttachments/{id}': removeFile,
};
