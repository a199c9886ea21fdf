export { DEFAULT_API_KEY, createInsightlySandbox } from './sandbox';
export type { InsightlySandbox, InsightlySandboxOptions } from './sandbox';
export type { InsightlySwitches } from './switches';
export type { CollectionName } from './resources';
export type { Store } from './store/store';
