/**
 * `tsc` writes the code and, through tsconfig's `include`, the codex files into dist. What it leaves out is copied
 * here: the icons. Nothing else belongs into the published package but the output schemas (scripts/docs/schemas.ts),
 * pictures of the guides least of all, which the build command of n8n's own tool would copy too.
 */
const { rm } = require('node:fs/promises');

const { dest, src } = require('gulp');

function icons() {
	return src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));
}

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.default = icons;
