export { createSpotlerSandbox } from './sandbox';
export type { SpotlerSandbox, SpotlerSandboxOptions } from './sandbox';
export { objects } from './objects';
export type { ObjectSpec } from './objects';
export type { DictionaryShape, LookupShape, SpotlerSwitches } from './switches';
