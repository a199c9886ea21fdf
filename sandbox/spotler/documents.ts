import type { Reply } from '../shared/http';
import { bytesReply, jsonReply } from '../shared/http';
import type { Call } from './call';
import type { ObjectSpec } from './objects';
import { objectOfParent } from './objects';
import { envelope } from './present';
import { badRequest, invalid, notFound } from './refusal';

const PARTS = ['file', 'ParentId', 'ParentObject', 'description'];

/** `POST /documents`: a form with `file`, `ParentId`, `ParentObject` (so spelt) and perhaps `description`. */
export function uploadDocument(call: Call, spec: ObjectSpec): Reply {
	const { account, request } = call;
	const { form: parts } = request;
	if (!parts) throw badRequest('bad content type', 'The body must be multipart/form-data');
	const unknown = parts.find(({ name }) => !PARTS.includes(name));
	if (unknown) throw badRequest('unknown part', `No part ${unknown.name}`);
	const part = (name: string) => parts.find((one) => one.name === name);
	const text = (name: string) => part(name)?.content.toString('utf8') ?? '';

	const file = part('file');
	if (!file?.fileName) throw invalid({ file: { Required: [] } });
	const parent = objectOfParent(text('ParentObject'));
	if (!parent) throw invalid({ ParentObject: { In: [] } });
	const parentId = Number(text('ParentId'));
	if (!account.store.get(parent.name, parentId)) throw invalid({ ParentId: { Exists: [] } });

	const row = account.store.insert(spec.name, {
		name: file.fileName,
		description: text('description') || null,
		size: Math.ceil(file.content.length / 1024),
		parentid: parentId,
		parentobject: text('ParentObject'),
	});
	const type = file.type ?? 'application/octet-stream';
	account.store.files.set(Number(row.id), { name: file.fileName, type, content: file.content });
	return jsonReply(201, envelope(account, spec, row));
}

/** `GET /documents/{id}/content`. */
export function documentContent({ account }: Call, id: number): Reply {
	const file = account.store.files.get(id);
	if (!file) throw notFound();
	const disposition = `attachment; filename="${file.name}"`;
	return bytesReply(
		200,
		file.content,
		file.type,
		account.switches.namesFiles ? { 'Content-Disposition': disposition } : undefined,
	);
}
