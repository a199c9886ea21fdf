/** Companies that both CRMs know. */
export const companies = ['Northgate', 'Harbour', 'Willow', 'Kestrel', 'Copper'] as const;
