/**
 * Mutation testing: changes the code a little, many times, and looks whether a test notices. What is changed and which
 * tests look at it is said by `npm run test:mutation` (main.ts).
 */
const tests = (process.env.MUTATION_TESTS ?? 'test/unit').split(',');
const matching = (place) => `<rootDir>/${place}${place.endsWith('.ts') ? '' : '/**/*.test.ts'}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	coverageAnalysis: 'perTest',
	jest: {
		configFile: 'jest.config.js',
		config: { testMatch: tests.map(matching) },
		// Nearly every test of a node comes by the shared rooms; their own tests have to notice.
		enableFindRelatedTests: false,
	},
	// What is worked out when a file is loaded would cost a new process for each change.
	ignoreStatic: true,
	incremental: true,
	incrementalFile: '.cache/stryker/incremental.json',
	tempDirName: '.cache/stryker/copies',
	reporters: ['clear-text'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	concurrency: 2,
	timeoutMS: 30_000,
	ignorePatterns: ['/docs', '/examples', '/dist', '/split', '/.cache', '/scripts/n8n', '/test/ui'],
	disableTypeChecks: '{nodes,test}/**/*.ts',
};
