interface CachedValue<T> {
	at: number;
	value: Promise<T>;
}

/** Answers that change rarely, kept for a while in this process: one request instead of one per item or form field. */
export class TtlCache<T> {
	private readonly entries = new Map<string, CachedValue<T>>();

	/** `ttlMs`: how long a value is good for. */
	constructor(private readonly ttlMs: number) {}

	/**
	 * The kept value, or what `load` gives. A value that could not be had is not kept.
	 * @param maxAgeMs for callers that want it fresher
	 * @throws what `load` throws
	 */
	async get(key: string, load: () => Promise<T>, maxAgeMs = this.ttlMs): Promise<T> {
		const known = this.entries.get(key);
		if (known && Date.now() - known.at < Math.min(maxAgeMs, this.ttlMs)) return await known.value;
		const value = load();
		const mine = { at: Date.now(), value };
		this.entries.set(key, mine);
		const forget = () => {
			if (this.entries.get(key) === mine) this.entries.delete(key);
		};
		value.catch(forget);
		return await value;
	}
}
