import type { INodeProperties } from 'n8n-workflow';

import type { OptionPool } from '../../shared/description/options';
import { accountOption, requiredString } from './options';

const outputField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputBinaryField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
};

/** Files, pictures and documents. */
export const filePool = {
	fileId: requiredString('File ID', 'fileId', 'ID of the attached file, as Get Many gives it'),
	imageFieldName: accountOption('Image Field Name or ID', 'imageFieldName', 'getImageFields', {
		typeOptions: { loadOptionsDependsOn: ['recordType'] },
	}),
	documentTemplateId: accountOption(
		'Document Template Name or ID',
		'documentTemplateId',
		'getDocumentTemplates',
		{ typeOptions: { loadOptionsDependsOn: ['recordType'] } },
	),
	binaryInput: {
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string' as const,
		default: 'data',
		required: true,
		hint: 'The name of the input binary field containing the file',
	},
	binaryOutput: outputField,
};

/** What can be said of a file that is uploaded. */
export const fileOptions: OptionPool = {
	contentType: {
		displayName: 'Content Type',
		name: 'contentType',
		type: 'string',
		default: '',
		placeholder: 'e.g. application/pdf',
		description: 'Media type to send. Without it, the file keeps its own.',
	},
	fileCategoryId: accountOption('File Category Name or ID', 'fileCategoryId', 'getFileCategories', {
		required: false,
	}),
	fileName: {
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		description: 'Name to give the file. Without it, the file keeps its own.',
	},
};
