import type { Role } from '../draft/draft.js';
import type { Category, Gate, Severity, Yield } from './rule.js';

export { channels as CHANNELS, kinds as KINDS, modes as MODES } from '../draft/choices.js';

/** What the keys of a rule may hold. */
export const ROLES: readonly Role[] = [
  'subject',
  'salutation',
  'body',
  'closing',
  'signature',
  'quoted',
  'forwarded',
  'footer',
  'code',
  'directive',
];
export const CATEGORIES: readonly Category[] = [
  'personalisation',
  'template',
  'ownership',
  'empathy',
  'acknowledgement',
  'respect',
  'honesty',
  'resolution',
  'timeliness',
  'tone',
  'mechanics',
  'safety',
];
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion'];
export const GATES: readonly Gate[] = ['blocker', 'critical', 'error'];
export const YIELD_PLACES: readonly Yield['where'][] = ['span', 'sentence', 'salutation', 'message'];
