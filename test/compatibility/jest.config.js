/**
 * What a user notices of the package, on the n8n-core and n8n-workflow of another n8n, which `npm run
 * test:compatibility` has installed in the folder N8N_UNDER_TEST. Files that need what only a newer n8n has (its polling
 * engines, isolates for expressions) are not among them.
 */
const { join } = require('node:path');

const { transform, setupFiles } = require('../../jest.config.js');

const folder = process.env.N8N_UNDER_TEST;
if (!folder)
	throw new Error('Run this with npm run test:compatibility: it installs the n8n to test with.');
const modules = join(folder, 'node_modules');

/** @type {import('jest').Config} */
module.exports = {
	displayName: 'compatibility',
	rootDir: '../..',
	roots: ['<rootDir>/test'],
	testEnvironment: 'node',
	setupFiles,
	testMatch: [
		'**/test/compatibility/*.test.ts',
		'**/test/nodes/insightly/{coverage,files,lists,records,upsert}.test.ts',
		'**/test/nodes/postHogInsights/{endpoints,getResult,picture}.test.ts',
		'**/test/nodes/shared/formsWithoutCredential.test.ts',
		'**/test/nodes/spotlerCrm/{coverage,credentials,documents,forms,lists,records,upsert}.test.ts',
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/scripts/n8n/'],
	moduleNameMapper: {
		'^n8n-core$': join(modules, 'n8n-core'),
		'^n8n-core/(.*)$': join(modules, 'n8n-core', '$1'),
		'^n8n-workflow$': join(modules, 'n8n-workflow'),
	},
	transform,
	testTimeout: 120_000,
};
