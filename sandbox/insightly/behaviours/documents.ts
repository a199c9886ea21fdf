import type { Reply } from '../../shared/http';
import { bytesReply } from '../../shared/http';
import type { Call } from '../call';
import { idParameter, recordInPath } from '../call';
import { invalid, notFound } from '../refusal';
import { resourceOf } from '../resources';
import { storeAttachment, wantsJson } from './files';
import { recordReply } from './present';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** POST …/MergeDocument/{documentTemplateId}: the document's bytes, or with format=JSON its attachment record. */
function mergeDocument(call: Call): Reply {
	const record = recordInPath(call);
	const { account, resource } = call;
	const template = account.store.get('DocumentTemplates', idParameter(call, 'documentTemplateId'));
	if (!template) throw notFound('Document template not found');
	if (template.RELATED_OBJECT_NAME !== resource.objectName) {
		throw invalid(`This template is made for ${String(template.RELATED_OBJECT_NAME)} records`);
	}
	const name = `${String(template.TEMPLATE_NAME)} ${idParameter(call)}.docx`;
	const bytes = Buffer.from(`Merged: ${JSON.stringify(record)}`);
	if (!wantsJson(call)) return bytesReply(200, bytes, WORD);
	const row = storeAttachment(call, name, WORD, bytes);
	return recordReply(account, resourceOf('FileAttachments'), row, 200);
}

export const documentBehaviours = {
	'POST /*/{id}/MergeDocument/{documentTemplateId}': mergeDocument,
};
