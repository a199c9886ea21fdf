interface KeptAnswer<T> {
	at: number;
	answer: Promise<T>;
}

/** Answers that change rarely, kept for a while in this process: one request instead of one per item or form field. */
export class Kept<T> {
	private readonly answers = new Map<string, KeptAnswer<T>>();

	/** `keptMs`: how long an answer is good for. */
	constructor(private readonly keptMs: number) {}

	/**
	 * The kept answer, or what `load` gives. An answer that could not be had is not kept.
	 * @param maxAgeMs for callers that want it fresher
	 * @throws what `load` throws
	 */
	async get(key: string, load: () => Promise<T>, maxAgeMs = this.keptMs): Promise<T> {
		const known = this.answers.get(key);
		if (known && Date.now() - known.at < Math.min(maxAgeMs, this.keptMs)) return await known.answer;
		const answer = load();
		const mine = { at: Date.now(), answer };
		this.answers.set(key, mine);
		const forget = () => {
			if (this.answers.get(key) === mine) this.answers.delete(key);
		};
		answer.catch(forget);
		return await answer;
	}
}
