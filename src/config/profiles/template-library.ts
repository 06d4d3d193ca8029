import type { Said } from '../types.js';

/** Canned replies: merge fields are legitimate, and what needs a customer's message is not asked for. */
export const templateLibrary: Said = {
  as: 'template',
};
