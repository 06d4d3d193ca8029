import { kinds } from '../draft/choices.js';
import type { Kind, Mode } from '../index.js';

/** What an editor sets, under `replylint`. */
export interface Settings {
  /** False: nothing is judged. */
  readonly enable: boolean;
  /** A configuration file to take instead of searching: absolute, or from the workspace folder. */
  readonly config?: string;
  /** The kind of message that drafts answer. */
  readonly kind?: Kind;
  readonly as?: Mode;
  /** The help desk whose merge fields templates hold. */
  readonly dialect?: string;
}

export const DEFAULTS: Settings = { enable: true };

/** Settings as they came over the wire, and what is wrong with them: one line for each key whose value is none. Keys of clients' own are let be. */
export function readSettings(given: unknown): { readonly settings: Settings; readonly faults: readonly string[] } {
  const { enable, config, kind, as, dialect } = Object(given) as Record<string, unknown>;
  const faults: string[] = [];
  const take = <T>(name: string, value: unknown, test: (value: unknown) => value is T, needs: string): T | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    if (test(value)) return value;
    faults.push(`replylint.${name} must be ${needs}, not ${JSON.stringify(value).slice(0, 80)}`);
    return undefined;
  };
  const settings: Settings = {
    enable: take('enable', enable, (value) => typeof value === 'boolean', 'true or false') ?? true,
    config: take('config', config, isText, 'the path of a file'),
    kind: take('kind', kind, (value): value is Kind => kinds.includes(value as Kind), `one of ${kinds.join(', ')}`),
    as: take('as', as, (value): value is Mode => value === 'draft' || value === 'template', 'draft or template'),
    dialect: take('dialect', dialect, isText, 'the name of a help desk'),
  };
  return { settings, faults };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
