import type { Said } from '../types.js';

/** Letters of firms and authorities: only the stiffest officialese is marked. */
export const formal: Said = {
  rules: { officialese: ['suggestion', { tags: ['demand', 'third-person', 'formula'] }] },
};
