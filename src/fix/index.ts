export { attempt, isJudged, stateOf, type Judged, type Read, type State } from './attempt.js';
export { isRefusal, type Change, type Refusal } from './change.js';
export { changesBetween, unifiedDiff } from './diff.js';
export { openText } from './open-text.js';
export { unchangeable, WILD, type Opened } from './opened.js';
export { fixAll, type Wanted } from './run.js';
export { Walk, type Choice, type Step } from './walk.js';
