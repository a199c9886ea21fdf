/** The sentences about the packed package in a real n8n; `npm run test:e2e` starts what they look at. */
const { transform } = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	displayName: 'e2e',
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.test.ts'],
	testEnvironment: '<rootDir>/test/e2e/environment.ts',
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/scripts/n8n/'],
	transform,
	// n8n asks for changes once a minute.
	testTimeout: 400_000,
};
