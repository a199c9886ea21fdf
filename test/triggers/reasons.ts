/** Why something was delivered again. */
export const REASONS = {
	unsaved: 'n8n was killed between starting the execution and saving the state',
	twin: "n8n wrote one trigger's older state over the other's and was restarted then",
	filter: 'the filter was changed while a backlog was being worked off',
	none: 'without a reason',
} as const;

export type Reason = keyof typeof REASONS;
