/**
 * `tsc` writes the code and, through tsconfig's `include`, the codex files into dist. What it leaves out is copied
 * here: the icons and the output schemas. Nothing else belongs into the published package, pictures of the guides
 * least of all, which the build command of n8n's own tool would copy too.
 */
const { rm } = require('node:fs/promises');

const { dest, series, src } = require('gulp');

function icons() {
	return src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));
}

function codexAndSchemas() {
	return src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		allowEmpty: true,
	}).pipe(dest('dist'));
}

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.icons = icons;
exports.default = series(icons, codexAndSchemas);
