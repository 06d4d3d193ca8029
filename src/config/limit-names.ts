import { defaultLimits, type Limits } from '../parse/source.js';

/** The names of the bounds on one input. */
export const limitNames = Object.keys(defaultLimits) as readonly (keyof Limits)[];
