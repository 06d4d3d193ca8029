import type { Said } from '../types.js';

/** The settings that a shipped profile makes (RULES §6), in the form a user's file has. */
export const profiles: Readonly<Record<string, Said>> = {
  default: {},
};
