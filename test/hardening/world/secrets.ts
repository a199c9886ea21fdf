/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** Looks for the keys of all accounts in whatever it is shown. */
export class SecretWatch {
	/** Texts looked through. */
	texts = 0;

	readonly found: string[] = [];

	private readonly needles = new Set<string>();

	/** A key to look for: as it is, encoded for an address, and as part of a Basic authorization. */
	add(key: string): void {
		const basic = Buffer.from(`${key}:`).toString('base64').replace(/=+$/, '').slice(0, -1);
		for (const needle of [key, encodeURIComponent(key), basic]) this.needles.add(needle);
	}

	/** Returns whether the text is clean. */
	isClean(where: string, text: string): boolean {
		this.texts += 1;
		for (const needle of this.needles) {
			if (!text.includes(needle)) continue;
			this.found.push(where);
			return false;
		}
		return true;
	}
}

/** Everything that hangs on a value as text, errors with their causes included. */
export function wholeText(value: unknown): string {
	const seen = new Set<unknown>();
	return JSON.stringify(value, (_name, inner: unknown) => {
		if (typeof inner === 'bigint' || typeof inner === 'symbol') return String(inner);
		if (typeof inner !== 'object' || inner === null) return inner;
		if (seen.has(inner)) return undefined;
		seen.add(inner);
		if (!(inner instanceof Error)) return inner;
		const { message, stack, cause } = inner;
		return { ...inner, message, stack, cause };
	}) as string;
}

/** What is written to the screen while this watches, line by line. */
export function watchScreen(take: (line: string) => void): () => void {
	const streams = [process.stdout, process.stderr];
	const written = streams.map((stream) => stream.write.bind(stream));
	streams.forEach((stream, place) => {
		stream.write = ((chunk: string | Uint8Array, ...more: never[]) => {
			take(String(chunk));
			return written[place](chunk, ...more);
		}) as typeof stream.write;
	});
	return () => streams.forEach((stream, place) => (stream.write = written[place]));
}
