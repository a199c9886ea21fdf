/** Called for every character of every record, so it is looked up once. */
const { imul } = Math;

const scramble = (hash: number) => {
	const once = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	const twice = imul(once ^ (once >>> 12), 0x297a2d39);
	return (twice ^ (twice >>> 15)) >>> 0;
};

/**
 * A short fingerprint (64 bits, base 36) of a text. Tells texts apart; it protects nothing.
 */
export function fingerprint(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9747b28c;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		low = imul(low ^ unit, 0x01000193);
		high = imul(high ^ unit, 0x5bd1e995) ^ (high >>> 13);
	}
	return scramble(low ^ text.length).toString(36) + scramble(high).toString(36).padStart(7, '0');
}
