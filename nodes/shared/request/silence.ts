/** What every stream of Node does: take a piece in, and end before its time. */
interface Pushed {
	push(piece: unknown, encoding?: unknown): boolean;
	destroy(error?: Error): unknown;
	readonly destroyed: boolean;
	readonly readableEnded: boolean;
}

const isPushed = (stream: object): stream is Pushed => 'push' in stream && 'destroy' in stream;

/**
 * Breaks a stream off that brings nothing for so many milliseconds, as a connection does that is closed: HTTP clients
 * give up waiting for an answer, but not for the rest of one. Pieces are counted where they come in, so that whoever
 * reads the stream keeps its pace.
 */
export function watchSilence(stream: object, mostMs: number): void {
	if (!isPushed(stream)) return;
	let latest = Date.now();
	const { push } = stream;
	stream.push = (...piece) => {
		latest = Date.now();
		return push.apply(stream, piece);
	};
	const lookAgainIn = (milliseconds: number) => {
		AbortSignal.timeout(milliseconds).addEventListener('abort', () => {
			if (stream.destroyed || stream.readableEnded) return;
			const left = latest + mostMs - Date.now();
			if (left > 0) lookAgainIn(left);
			else stream.destroy(new Error('Nothing more came'));
		});
	};
	lookAgainIn(mostMs);
}
