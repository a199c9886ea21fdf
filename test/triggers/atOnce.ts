import { useVirtualTime } from './virtualTime';

/** Imported first, so that everything that is loaded afterwards has the virtual clock. */
export const realStart = Date.now();

useVirtualTime();
