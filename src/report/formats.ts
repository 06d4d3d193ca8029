/** The formats of a report, by the name that asks for each. */
export const formatNames = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;

export type ReportFormat = (typeof formatNames)[number];
