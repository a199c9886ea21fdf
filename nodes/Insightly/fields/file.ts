import { dateTime, integer, text } from '../../shared/fields/define';

/** Details of an attached file, field by field as the API answers them (v3.1 specification). */
export const FILE_FIELDS = [
	integer('FILE_ID'),
	text('FILE_NAME', 500),
	text('CONTENT_TYPE', 255),
	integer('FILE_SIZE'),
	integer('FILE_CATEGORY_ID'),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	dateTime('DATE_UPDATED_UTC'),
	text('URL', 500),
];
