/** What records hold in fields for an e-mail address: what somebody once typed or imported. */
export const EMAILS = [
	'ada@example.com',
	'ada at example.com',
	'none',
	' a@b, c@d ',
	'mailto:ada@example.com',
	'-',
];
