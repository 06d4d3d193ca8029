import type { Said } from '../types.js';

/** A brand that writes as its customers do: emoji, and one item of slang in a reply. */
export const friendlyBrand: Said = {
  rules: { 'unprofessional-language': ['warning', { emoji: 3, slang: 1 }] },
};
