export { ctiDisplay, customField, getCustomObject, getMe, instance, permission } from './account';
export { comment, noteComment, ticketComment } from './comments';
export { date, emailDomain } from './dates';
export { mergeAndStoreDocument, mergeDocument } from './documents';
export { fileAttachment } from './files';
export { follow } from './follows';
export { image, imageField } from './images';
export { link } from './links';
export { assignActivitySet, removePipeline, setPipeline, setPipelineStage } from './pipelines';
export {
	getLinkEmailAddress,
	opportunityState,
	quotationDocument,
	setPricebook,
	syncQuotation,
} from './sales';
export { mergeTicket, staticListMembership, translation } from './service';
export { tag } from './tags';
