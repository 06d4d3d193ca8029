import type { Said } from '../types.js';

/** Complaint letters under a regulator: redress may not be owed, and a final answer must name the ombudsman. */
export const regulated: Said = {
  rules: { 'missing-redress': 'off', 'closed-door': ['warning', { ombudsman: true }] },
};
