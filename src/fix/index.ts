export { attempt, isJudged, stateOf, type Candidate, type Judged, type Read, type State } from './attempt.js';
export { isRefusal, type Refusal } from './change.js';
export { unifiedDiff } from './diff.js';
export { openText } from './open-text.js';
export type { Opened } from './opened.js';
export { fixAll, recordOf, type FixOutcome, type Wanted } from './run.js';
export { Walk, type Choice, type Step } from './walk.js';
