import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../request/client';
import { foldedText, NAMED_MATCHES, type Match } from './matching';
import type { RecordLookup } from './recordLookup';

/** Values in one search: the query has to fit into an address. */
const MOST_VALUES = 20;

/**
 * Rows that have the value, as the service finds them; undefined if its response was no search result.
 *
 * Where the service can search for several values at once, items that run side by side share searches: while one is
 * under way, the others gather and go together. Whatever is odd about a joint response is asked again one by one, so
 * an item is judged by the response to its own question.
 */
export async function searchedRows(
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
): Promise<IDataObject[] | undefined> {
	const alone = async () => lookup.rowsIn(await lookup.search(match, NAMED_MATCHES + 1));
	return await jointSearchOf(client, lookup, match.field).rows(match, alone);
}

type Rows = IDataObject[] | undefined;

interface Waiting {
	match: Match;
	/** Takes the rows; undefined: ask alone. */
	take: (rows: Rows) => void;
}

class JointSearch {
	private waiting: Waiting[] = [];

	private isUnderWay = false;

	private isTrusted: boolean;

	constructor(
		private readonly lookup: RecordLookup,
		private readonly field: string,
	) {
		this.isTrusted = lookup.searchAny !== undefined;
	}

	async rows(match: Match, alone: () => Promise<Rows>): Promise<Rows> {
		if (!this.isTrusted) return await alone();
		if (!this.isUnderWay) return await this.leading(alone);
		const together = await new Promise<Rows>((take) => this.waiting.push({ match, take }));
		return together ?? (await alone());
	}

	private async leading(alone: () => Promise<Rows>): Promise<Rows> {
		this.isUnderWay = true;
		try {
			return await alone();
		} finally {
			void this.serveWaiting();
		}
	}

	/** Never throws: who waits asks again and meets the failure itself. */
	private async serveWaiting(): Promise<void> {
		while (this.waiting.length > 0) {
			const group = this.waiting.splice(0, MOST_VALUES);
			const rows = group.length > 1 && this.isTrusted ? await this.rowsOfAll(group) : undefined;
			for (const { match, take } of group) {
				take(rows?.filter((row) => this.isFor(row, match)));
			}
		}
		this.isUnderWay = false;
	}

	/** Rows of a joint search, if each belongs to one of those who asked and the list is surely whole. */
	private async rowsOfAll(group: readonly Waiting[]): Promise<Rows> {
		const { searchAny, rowsIn } = this.lookup;
		if (!searchAny) return undefined;
		const values = group.map(({ match }) => match.value);
		try {
			const response = await searchAny.ask(this.field, values);
			const rows = rowsIn(response);
			if (rows?.every((row) => group.some(({ match }) => this.isFor(row, match)))) {
				return searchAny.isWhole(response) ? rows : undefined;
			}
		} catch {
			// Each item asks again by itself, and its own error is the one that is told.
		}
		this.isTrusted = false;
		return undefined;
	}

	private isFor(row: IDataObject, { value }: Match): boolean {
		return foldedText(this.lookup.valueOf(row, this.field)) === foldedText(value);
	}
}

const jointSearches = new WeakMap<ApiClient, Map<string, JointSearch>>();

/** The one of a run, for a kind of record and a field. */
function jointSearchOf(client: ApiClient, lookup: RecordLookup, field: string): JointSearch {
	const ofRun = jointSearches.get(client) ?? new Map<string, JointSearch>();
	jointSearches.set(client, ofRun);
	const name = `${lookup.collection} ${field}`;
	const known = ofRun.get(name) ?? new JointSearch(lookup, field);
	ofRun.set(name, known);
	return known;
}
