import type { Said } from '../types.js';
import { standard } from './default.js';
import { formal } from './formal.js';
import { friendlyBrand } from './friendly-brand.js';
import { regulated } from './regulated.js';
import { templateLibrary } from './template-library.js';

/** The settings that each shipped profile makes (RULES §6), in the form a user's file has. */
export const profiles: Readonly<Record<string, Said>> = {
  default: standard,
  'friendly-brand': friendlyBrand,
  formal,
  regulated,
  'template-library': templateLibrary,
};
