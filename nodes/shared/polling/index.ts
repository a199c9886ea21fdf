export { fingerprint, pollScope, rowVersion, stableText } from './hash';
export { readByOffset } from './offsets';
export type { OffsetList } from './offsets';
export { runPoll } from './poll';
export type { ChangeFeed, ChangePage, ChangeRow, FeedOrder, PollEvent, PollOptions } from './types';
