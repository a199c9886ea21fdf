/** Pauses between two looks at a computation: short at first, because most take a second or two. */
export const FIRST_PAUSE_MS = 1_000;

const LONGEST_PAUSE_MS = 5_000;

/** The pause after this one. */
export const longer = (pause: number): number => Math.min(LONGEST_PAUSE_MS, pause * 1.5);
