/**
 * One offline leg of @n8n/scan-community-package: `source <project>` or `tarball <unpacked package>`. Runs in a
 * process of its own, because the scanner makes a temporary folder when it is loaded.
 * Ends with 1 and the findings when there are any.
 */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const legs = { source: SOURCE_FILE_PATTERNS, tarball: ['**/*.js', 'package.json'] };

const [leg, folder] = process.argv.slice(2);
const { passed, message, details } = await analyzePackage(folder, legs[leg]);

if (message === 'No files found to analyze') {
	process.stdout.write(`${folder}: nothing to scan\n`);
	process.exitCode = 1;
} else if (!passed) {
	process.stdout.write(`${message}\n${details ?? ''}\n`);
	process.exitCode = 1;
}
