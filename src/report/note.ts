/** What a report is, and what it is not: the last words of a full report, of the help and of the JSON. */
export const NOTE = 'This judges a text, never the person who wrote it: a drafting aid, not an appraisal.';
