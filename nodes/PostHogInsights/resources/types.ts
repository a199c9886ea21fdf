import type { Resource } from '../../shared/operations/types';

/** What is said about a resource besides its operations, which import it. */
export type ResourceHead = Omit<Resource, 'operations'>;
