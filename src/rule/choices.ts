import type { Channel, Kind, Mode, Role } from '../draft/draft.js';
import type { Category, Gate, Severity, Yield } from './rule.js';

/** What the keys of a rule may hold. */
export const KINDS: readonly Kind[] = ['complaint', 'problem', 'question', 'thanks', 'suggestion', 'proactive', 'sensitive', 'unknown'];
export const MODES: readonly Mode[] = ['draft', 'template'];
export const CHANNELS: readonly Channel[] = ['email', 'chat', 'review'];
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
];
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion'];
export const GATES: readonly Gate[] = ['blocker', 'critical', 'error'];
export const YIELD_PLACES: readonly Yield['where'][] = ['span', 'sentence', 'salutation', 'message'];
