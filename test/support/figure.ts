/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Prints a line that `npm test` shows, for figures worth watching. */
export function printFigure(text: string): void {
	process.stdout.write(`Figure: ${text}\n`);
}
