import type { ListedRecord, ListTail, RecordList, Stretch } from './deletions';

/** Part of a list by rising ID: `skip` records passed over, at most `top` returned. */
export interface OffsetAnswer {
	records: ListedRecord[];
	/** How many records the list has, where the service says so. */
	total?: number;
}

export interface RecordsByOffset {
	pageSize: number;
	read(skip: number, top: number): Promise<OffsetAnswer>;
	/** The error for an answer that contradicts itself: nothing is reported because of one. */
	contradiction(): Error;
}

const isRising = (records: readonly ListedRecord[]): boolean =>
	records.every(({ id }, index) => index === 0 || records[index - 1].id < id);

/** A list that is read by offset, for `findDeletions`. */
export function recordsByOffset(source: RecordsByOffset): RecordList {
	const { pageSize } = source;
	const read = async (skip: number, top: number): Promise<OffsetAnswer> => {
		const answer = await source.read(skip, top);
		const { records, total } = answer;
		const isCut = total !== undefined && records.length < Math.min(top, total - skip);
		const isBare = total === undefined && skip === 0 && records.length === 0;
		if (isCut || isBare || !isRising(records)) throw source.contradiction();
		return answer;
	};
	/** What a short answer lacks at the end of the list is met by a later look. */
	const isAtEnd = (skip: number, { records, total }: OffsetAnswer, top: number): boolean =>
		total === undefined ? records.length < top : skip + records.length >= total;
	/** A short answer may have been cut down: without a total, only one without any record is behind the end. */
	const isSurelyAtEnd = async (skip: number, { records, total }: OffsetAnswer) => {
		const next = skip + records.length;
		if (total !== undefined) return next >= total;
		return records.length === 0 || (await source.read(next, 1)).records.length === 0;
	};

	return {
		pageSize,
		async tail(last, count): Promise<ListTail> {
			if (last === undefined) {
				const answer = await readStart(source, pageSize);
				return { isIntact: true, added: answer.records, isEnd: isAtEnd(0, answer, pageSize) };
			}
			const answer = await read(count - 1, pageSize);
			const isIntact = answer.records[0]?.id === last;
			const added = isIntact ? answer.records.slice(1) : [];
			return { isIntact, added, isEnd: isAtEnd(count - 1, answer, pageSize) };
		},
		isWhole: async ({ last, count }, skip) =>
			(await read(skip + count - 1, 1)).records[0]?.id === last,
		async between(stretch, skip): Promise<ListedRecord[] | undefined> {
			// One more in front shows that nothing before has moved meanwhile.
			const start = Math.max(0, skip - 1);
			const answer = await read(start, pageSize);
			const { records } = answer;
			if (start > 0 && !(records.length > 0 && records[0].id <= stretch.above)) return undefined;
			const reaches = (records[records.length - 1]?.id ?? -1) >= stretch.last;
			if (!reaches && !(await isSurelyAtEnd(start, answer))) return undefined;
			return records.filter(isWithin(stretch));
		},
	};
}

/** A list may be empty when nothing is known of it yet. */
async function readStart(source: RecordsByOffset, pageSize: number): Promise<OffsetAnswer> {
	const answer = await source.read(0, pageSize);
	const isCut =
		answer.total !== undefined && answer.records.length < Math.min(pageSize, answer.total);
	if (isCut || !isRising(answer.records)) throw source.contradiction();
	return answer;
}

const isWithin =
	({ above, last }: Stretch) =>
	({ id }: ListedRecord): boolean =>
		id > above && id <= last;
