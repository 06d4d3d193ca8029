import { inert } from './inert.js';
import type { DraftReport } from './report.js';

/** What was left out because a draft is not in English; empty where it is, or where there is too little text to tell. */
export function foreignWords({ language }: DraftReport): string {
  if (language === 'en' || language === 'und') return '';
  return `The draft is not in English (${inert(language)}): only the rules that need no English were run.`;
}
