/** The oldest n8n on whose engine the nodes were tried and work. README and docs/versions.md say the same. */
export const oldest = {
	n8n: '1.100.1',
	'n8n-core': '1.99.0',
	'n8n-workflow': '1.97.0',
};
