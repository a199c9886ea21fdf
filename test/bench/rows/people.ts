/** The ten values of an input item under Insightly's names: an expression each. */
export const TEN_FIELDS: Record<string, string> = {
	FIRST_NAME: '={{ $json.first }}',
	LAST_NAME: '={{ $json.last }}',
	EMAIL_ADDRESS: '={{ $json.email }}',
	TITLE: '={{ $json.title }}',
	PHONE: '={{ $json.phone }}',
	PHONE_MOBILE: '={{ $json.mobile }}',
	ADDRESS_MAIL_STREET: '={{ $json.street }}',
	ADDRESS_MAIL_CITY: '={{ $json.city }}',
	ADDRESS_MAIL_POSTCODE: '={{ $json.postcode }}',
	ADDRESS_MAIL_COUNTRY: '={{ $json.country }}',
};

/** Three of them, as somebody would fill in who imports a list. */
export const THREE_FIELDS: Record<string, string> = {
	FIRST_NAME: TEN_FIELDS.FIRST_NAME,
	LAST_NAME: TEN_FIELDS.LAST_NAME,
	EMAIL_ADDRESS: TEN_FIELDS.EMAIL_ADDRESS,
};

/** The same under the names of Spotler CRM. */
export const THREE_SPOTLER_FIELDS: Record<string, string> = {
	first: TEN_FIELDS.FIRST_NAME,
	last: TEN_FIELDS.LAST_NAME,
	email: TEN_FIELDS.EMAIL_ADDRESS,
};

/** All of them as one expression that gives an object. */
export const oneExpression = (fields: Record<string, string>): string => {
	const entries = Object.entries(fields).map(
		([name, expression]) => `${name}: ${expression.replace(/^=\{\{ | \}\}$/g, '')}`,
	);
	return `={{ { ${entries.join(', ')} } }}`;
};
