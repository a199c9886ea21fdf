export { runDeletionPoll } from './deletionPoll';
export type { DeletionWatch } from './deletionPoll';
export type { ListedRecord } from './deletions';
export { recordsByOffset } from './deletionsByOffset';
export { recordsByRange } from './deletionsByRange';
export type { RangeQuery } from './deletionsByRange';
export { pollScope, rowVersion, stableText } from './hash';
export { fingerprint } from '../request/fingerprint';
export { numericId } from './ids';
export { readByOffset } from './offsets';
export type { OffsetList, OffsetPage } from './offsets';
export { newestPlausible } from './plausible';
export { runPoll } from './poll';
export { runSnapshotPoll } from './snapshot';
export type { Comparison, SnapshotWatch } from './snapshot';
export type {
	ChangeFeed,
	ChangePage,
	ChangeRow,
	FeedOrder,
	FieldsToWatch,
	PollEvent,
	PollOptions,
} from './types';
