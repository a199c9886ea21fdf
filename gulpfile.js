/**
 * `tsc` writes the code and, through tsconfig's `include`, the codex files into dist. What it leaves out is copied
 * here: the icons and the output schemas. `npm run build` (n8n-node build) does the same two steps in one.
 */
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

exports.icons = icons;
exports.default = series(icons, codexAndSchemas);
