/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
/** `npm run verify:live`: how real accounts answer where an API's documentation leaves it open. */
import { run } from './run';

const wait = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});

run(process.argv.slice(2), process.env, wait, (line) => console.log(line)).then(
	(isFine) => {
		process.exitCode = isFine ? 0 : 1;
	},
	(error: Error) => {
		console.error(error.message);
		process.exitCode = 2;
	},
);
