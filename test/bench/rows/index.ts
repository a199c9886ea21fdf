import { idlePoll } from './idlePoll';
import { itemRows } from './items';
import { listRows } from './lists';
import { loadTime } from './loadTime';
import { processes } from './processes';
import type { Row } from './types';
import { writeRows } from './writes';

export type * from './types';

/** All rows, in the order of the report. `url` is the stand-in's address. */
export function allRows(url: string): Row[] {
	return [...itemRows(url), ...listRows(url), ...writeRows(url), processes, idlePoll, loadTime];
}
