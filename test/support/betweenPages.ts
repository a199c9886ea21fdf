import type { FaultScript } from '../../sandbox/shared/faults';
import type { RunResult } from './runNode';

/**
 * Runs something before each answer of a sandbox, from the second on that fits: rows come and go between the pages of a
 * list.
 */
export function betweenPages(
	faults: FaultScript,
	path: RegExp,
	change: (page: number) => void,
): void {
	let page = 0;
	const when = (request: { path: string }) => {
		if (!path.test(request.path)) return false;
		if (page > 0) change(page);
		page += 1;
		return false;
	};
	faults.next({ match: { when }, fault: { kind: 'empty' } });
}

/** What a run says beside its output. */
export const hintsOf = ({ runData }: RunResult): string[] =>
	Object.values(runData ?? {})
		.flatMap((runs) => runs.flatMap(({ hints }) => hints ?? []))
		.map(({ message }) => message);
