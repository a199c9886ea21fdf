/** The oldest n8n whose engine the nodes work on, found by `npm run test:compatibility`. README and docs say the same. */
export const oldest = {
	n8n: '1.85.4',
	'n8n-core': '1.84.0',
	'n8n-workflow': '1.83.0',
};
