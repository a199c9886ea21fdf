import { serviceNow, virtualNow } from '../virtualTime';
import { ask } from './transport';
import type { Backstage, Known, Stage } from './types';

/** Something that was written and is not in answers yet. */
interface Hidden {
	record: Known;
	dueAt: number;
	show(): void;
}

const FAR_AHEAD = Date.UTC(2099, 0, 1);

/** Keeps account of everything that happens to the records of a service. */
export function stageOf(backstage: Backstage): Stage {
	let hidden: Hidden[] = [];
	let latest = -Infinity;
	const showWhat = (isDue: (one: Hidden) => boolean) => {
		const due = hidden.filter(isDue);
		hidden = hidden.filter((one) => !due.includes(one));
		for (const one of due) one.show();
	};
	const dates = (isLate: boolean) => {
		const changedAt = backstage.dated(serviceNow());
		const isOutOfOrder = isLate || changedAt < latest;
		latest = Math.max(latest, changedAt);
		return { changedAt, writtenAt: virtualNow(), isOutOfOrder };
	};
	const add = (id: number, isHidden = false): Known => {
		const written = dates(isHidden);
		const { changedAt: createdAt } = written;
		const record: Known = {
			id,
			revision: 0,
			deletions: [],
			deletionDates: [],
			createdAt,
			...written,
			isHidden,
		};
		stage.records.push(record);
		return record;
	};
	const written = (record: Known, isLate = false) => {
		record.revision += 1;
		Object.assign(record, dates(isLate));
	};
	const stage: Stage = {
		...backstage,
		records: [],
		create() {
			const { id } = add(backstage.insert());
			showWhat(({ record }) => record.isHidden === true && id - record.id > backstage.lateIds);
		},
		createLate(afterMs) {
			const { id, show } = backstage.insertHidden();
			const record = add(id, true);
			const appear = () => {
				record.isHidden = false;
				show();
			};
			hidden.push({ record, dueAt: virtualNow() + afterMs, show: appear });
		},
		update(record) {
			written(record);
			backstage.change(record.id, record.revision);
		},
		updateLate(record, afterMs) {
			const at = serviceNow();
			written(record, true);
			const { id, revision } = record;
			const show = () => {
				// What was written after it has been shown already.
				if (record.revision !== revision || record.goneAt !== undefined) return;
				backstage.change(id, revision, at);
			};
			hidden.push({ record, dueAt: virtualNow() + afterMs, show });
		},
		misdate(record) {
			written(record);
			record.changedAt = FAR_AHEAD;
			record.isMisdated = true;
			backstage.change(record.id, record.revision, FAR_AHEAD);
		},
		touch: ({ id }) => backstage.touch(id),
		remove(record) {
			record.goneAt = virtualNow();
			record.deletions.push(virtualNow());
			record.deletionDates.push(serviceNow());
			backstage.drop(record.id, record.deletions.length);
		},
		restore(record) {
			written(record);
			record.goneAt = undefined;
			record.isRestored = true;
			backstage.restore(record.id, record.revision);
		},
		transport: async (options) => {
			showWhat(({ dueAt }) => dueAt <= virtualNow());
			return await ask(stage, options);
		},
	};
	return stage;
}
