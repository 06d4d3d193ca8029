import { plainStyler, type Styler } from '../report/styler.js';
import type { Terminal } from './terminal.js';

/**
 * Whether to colour: the flag wins, then NO_COLOR (set to anything), then FORCE_COLOR (anything but 0 or false), then whether a screen is there.
 * https://no-color.org, https://force-color.org
 */
export function wantsColour(flag: boolean | undefined, toScreen: boolean, env: Terminal['env']): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return toScreen && env.TERM !== 'dumb';
}

/** The styler for a terminal. chalk is loaded only when there is something to colour. */
export async function stylerFor(colour: boolean): Promise<Styler> {
  if (!colour) return plainStyler;
  const { Chalk } = await import('chalk');
  // The 16 colours of the user's own palette: any terminal has them, and none is unreadable on its background.
  const { red, yellow, cyan, green, bold, dim } = new Chalk({ level: 1 });
  return { error: red.bold, warning: yellow, suggestion: cyan, good: green, strong: bold, dim };
}
