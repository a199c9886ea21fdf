import type { ValueLayout } from '../../shared/fields/check';

/** Moments in UTC with a zone: without one PostHog would read them in the project's zone. */
export const postHogFormats: ValueLayout = {
	dateTime: (utc) => new Date(utc).toISOString(),
	date: (day) => day,
};
