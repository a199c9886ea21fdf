import type { ListedRecord, ListTail, RecordList } from './deletions';

/** What a service is asked for: records whose ID lies in a range. */
export interface RangeQuery {
	/** Lowest ID, inclusive. */
	from?: number;
	/** Highest ID, inclusive. */
	to?: number;
	limit: number;
	isDescending?: boolean;
}

export interface RangeAnswer {
	records: ListedRecord[];
	/** How many records lie in the range. */
	total: number;
}

export interface RecordsByRange {
	pageSize: number;
	/** Throws when the service does not keep to the range or does not tell the total. */
	read(query: RangeQuery): Promise<RangeAnswer>;
	/** The error for an answer that contradicts itself: nothing is reported because of one. */
	contradiction(): Error;
}

/** A list whose ID ranges can be counted, for `findDeletions`. Made anew for each poll. */
export function recordsByRange(source: RecordsByRange): RecordList {
	const { pageSize } = source;
	/** Records of the whole list, once it is known that more are new than fit one answer. */
	let whole: number | undefined;

	const read = async (query: RangeQuery): Promise<RangeAnswer> => {
		const answer = await source.read(query);
		const { records, total } = answer;
		const isOutside = records.some(
			({ id }) => id < (query.from ?? 0) || id > (query.to ?? Number.MAX_SAFE_INTEGER),
		);
		if (isOutside || records.length < Math.min(query.limit, total)) throw source.contradiction();
		return answer;
	};

	/** From the last known record on, oldest first. */
	const catchUp = async (last: number, count: number, all: number): Promise<ListTail> => {
		const { records, total } = await read({ from: last, limit: pageSize });
		const isIntact = records[0]?.id === last && all - total + 1 >= count;
		const added = isIntact ? records.slice(1) : [];
		return { isIntact, added, isEnd: records.length >= total };
	};

	return {
		pageSize,
		async tail(last, count): Promise<ListTail> {
			if (last === undefined) {
				const { records, total } = await read({ limit: pageSize });
				return { isIntact: true, added: records, isEnd: records.length >= total };
			}
			if (whole !== undefined) return await catchUp(last, count, whole);
			const { records, total } = await read({ limit: pageSize, isDescending: true });
			const added = records.filter(({ id }) => id > last).reverse();
			const isFull = added.length === records.length && records.length < total;
			if (isFull) {
				whole = total;
				return await catchUp(last, count, total);
			}
			const isIntact = records[added.length]?.id === last && total === count + added.length;
			return { isIntact, added: isIntact ? added : [], isEnd: true };
		},
		isWhole: async ({ above, last, count }) =>
			(await read({ from: above + 1, to: last, limit: 1 })).total === count,
		async between({ above, last }): Promise<ListedRecord[] | undefined> {
			const { records, total } = await read({ from: above + 1, to: last, limit: pageSize });
			return records.length === total ? records : undefined;
		},
	};
}
