export { fingerprint, pollScope, rowVersion, stableText } from './hash';
export { readByOffset } from './offsets';
export type { OffsetList } from './offsets';
export { runPoll } from './poll';
export { runSnapshotPoll } from './snapshot';
export type { Comparison, SnapshotWatch } from './snapshot';
export type { ChangeFeed, ChangePage, ChangeRow, FeedOrder, PollEvent, PollOptions } from './types';
