import type { Reply } from '../../shared/http';
import { bytesReply, emptyReply, jsonReply, mediaType } from '../../shared/http';
import type { Call } from '../call';
import { parentKey, recordInPath } from '../call';
import { clientBug, notFound, Refusal } from '../refusal';
import { present } from './present';
import { writeBelow } from './collections';

const TYPES: Readonly<Record<string, string>> = {
	gif: 'image/gif',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	png: 'image/png',
};

/** Where the picture that a path speaks of is kept. */
function imageKey(call: Call): string {
	recordInPath(call);
	const { fieldName } = call.params;
	if (fieldName === undefined) return `${parentKey(call)}/Image`;
	const wanted = fieldName.toUpperCase();
	const fields = call.account.store.customFieldsOf(call.resource.path);
	const field = fields.find(({ FIELD_NAME }) => String(FIELD_NAME).toUpperCase() === wanted);
	if (!field) throw clientBug('unknown custom field', `Invalid custom field name ${fieldName}`);
	return `${parentKey(call)}/ImageField/${wanted}`;
}

function readImage(call: Call): Reply {
	const image = call.account.files.get(imageKey(call));
	if (!image) throw notFound('Image not found');
	return bytesReply(200, image.bytes, image.type);
}

/** PUT …/Image/{filename}: the body is the picture itself. Answers a list of the record (document). */
function writeImage(call: Call): Reply {
	const key = imageKey(call);
	if (call.account.switches.planFull) throw new Refusal(402, 'Storage limit reached');
	if (mediaType(call.request) !== 'application/octet-stream') {
		throw new Refusal(415, 'The body must be application/octet-stream', 'bad content type');
	}
	const name = call.params.filename ?? call.params.fileName;
	const type = TYPES[name.split('.').pop()?.toLowerCase() ?? ''];
	if (!type || call.request.body.length === 0) throw new Refusal(417, 'Image update failed');
	call.account.files.set(key, { name, type, bytes: call.request.body });
	setImageUrl(call, `/${key}`);
	const { account, resource } = call;
	return jsonReply(201, [present(account, resource, recordInPath(call))]);
}

function removeImage(call: Call): Reply {
	if (!call.account.files.delete(imageKey(call))) throw notFound('Image not found');
	setImageUrl(call, null);
	return emptyReply(202);
}

function setImageUrl(call: Call, url: string | null): void {
	const key = call.resource.path === 'Product' ? 'PRODUCT_IMAGE_URL' : 'IMAGE_URL';
	const own = call.params.fieldName === undefined;
	writeBelow(call, own ? { [key]: url } : {});
}

export const imageBehaviours = {
	'GET /*/{id}/Image': readImage,
	'PUT /*/{id}/Image/{filename}': writeImage,
	'DELETE /*/{id}/Image': removeImage,
	'GET /*/{id}/ImageField/{fieldName}': readImage,
	'PUT /*/{id}/ImageField/{fieldName}/{fileName}': writeImage,
	'DELETE /*/{id}/ImageField/{fieldName}': removeImage,
};
