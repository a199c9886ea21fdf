/** Whether a case belongs to a share of all cases: by its name, so that a sample is always the same. */
export function isInSample(name: string, share: number): boolean {
	let hash = 2_166_136_261;
	for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
	return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 < share;
}
