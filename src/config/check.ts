import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { ConfigDocument, Path } from './document.js';
import type { Said } from './types.js';
import { validate } from './validate.generated.js';
import { append } from '../text/append.js';

/** One error of the generated validator. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: unknown;
  readonly parentSchema: Schema;
  readonly data: unknown;
}

interface Schema {
  readonly expected?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** The keys of a whole file: what one layer holds, and what holds for the project. */
export interface SaidFile extends Said {
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly SaidOverride[];
  readonly ignore?: readonly string[];
  readonly rulePaths?: readonly string[];
  readonly plugins?: readonly string[];
}

export interface SaidOverride extends Said {
  readonly extends?: string | readonly string[];
  readonly files: string | readonly string[];
  readonly excludedFiles?: string | readonly string[];
}

/** Faults of one file that are shown. */
const MAX_SHOWN = 50;

/** Keys of other tools, and of habit, with what to use here. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  $import: 'use "extends" with a file of this project',
  profile: 'name the profile under "extends"',
  presets: 'name profiles under "extends"',
  ignorePatterns: 'the key is "ignore"',
  severity: 'levels stand under "rules", by rule id',
  minScore: 'what a draft needs to pass stands under "score": {"pass": 80}',
  failOn: 'it is no setting but an option of the command, --fail-on',
  maxWarnings: 'it is no setting but an option of the command, --max-warnings',
  excludeFiles: 'the key is "excludedFiles"',
};
/** Values of other tools, and of habit. */
const SYNONYMS: Readonly<Record<string, string>> = {
  0: 'off',
  1: 'warning',
  2: 'error',
  false: 'off',
  warn: 'warning',
  info: 'suggestion',
  hint: 'suggestion',
  monday: 'mon',
  tuesday: 'tue',
  wednesday: 'wed',
  thursday: 'thu',
  friday: 'fri',
  saturday: 'sat',
  sunday: 'sun',
};
const PROJECT_KEYS = ['ignore', 'rulePaths', 'plugins', 'limits', 'overrides', '$schema'];

/**
 * Checks the data of a config file against its schema. Every fault is reported, each at its place; what is left in `said` has the right form.
 * Rule ids are checked later, when the user's own rules are known.
 */
export function checkConfig(document: ConfigDocument, file: string): { said: SaidFile; problems: Problem[] } {
  const data = document.data ?? {};
  const errors = validate(data) ? [] : ((validate as { errors?: SchemaError[] | null }).errors ?? []);
  const faults = [...fromSchema(errors)];
  const said = faults.length === 0 ? (data as SaidFile) : without(data, faults);
  append(faults, fromMeaning(said));
  const placed = faults.map(({ path, message }) => ({ code: 'bad-config', message, file, ...document.position(path) }));
  placed.sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    said,
    problems: [
      ...placed.slice(0, MAX_SHOWN),
      ...(faults.length > MAX_SHOWN
        ? [{ code: 'bad-config', message: `has ${faults.length - MAX_SHOWN} more faults; mend these first`, file }]
        : []),
    ],
  };
}

/** One fault for each place: the branches of a union all complain of the same value, so the deepest complaint counts, else the union's own words. */
function* fromSchema(errors: readonly SchemaError[]): Generator<Fault> {
  const places = new Map<string, SchemaError[]>();
  const above = new Set<string>();
  for (const error of errors) {
    const place = error.instancePath;
    const here = places.get(place);
    if (here) here.push(error);
    else places.set(place, [error]);
    for (let end = place.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : place.lastIndexOf('/', end - 1)) above.add(place.slice(0, end));
  }
  for (const [place, here] of places) {
    const union = here.findLast((error) => error.keyword === 'anyOf');
    if (union && above.has(place)) continue;
    const path = place.split('/').slice(1).map(unescape);
    const keys = here.filter((error) => error.keyword === 'additionalProperties' || error.keyword === 'required');
    if (!union && keys.length > 0) for (const error of keys) yield keyFault(error, path);
    else yield { path, message: valueFault(union ?? here.find(({ parentSchema }) => parentSchema.expected) ?? here[0], here, path) };
  }
}

function keyFault({ keyword, params, parentSchema, data }: SchemaError, path: Path): Fault {
  const known = Object.keys(parentSchema.properties ?? {});
  if (keyword === 'required') {
    const key = String(params.missingProperty);
    const expected = parentSchema.properties?.[key]?.expected;
    return { path, message: `${name(path)} needs the key "${key}"${expected ? `: ${expected}` : ''}` };
  }
  const key = String(params.additionalProperty);
  const value = (data as Record<string, unknown>)[key];
  return { path: [...path, key], message: `unknown key "${key}"${keyHint(key, value, path, known)}` };
}

function keyHint(key: string, value: unknown, path: Path, known: readonly string[]): string {
  if (Object.hasOwn(OTHER_KEYS, key)) return `; ${OTHER_KEYS[key]}`;
  if (path[0] === 'overrides' && path.length === 2 && PROJECT_KEYS.includes(key))
    return ' in an override; it holds for the whole project, so put it at the top';
  const near = didYouMean(key, known);
  if (near !== '') return near;
  if (['off', 'error', 'warning', 'suggestion'].includes(String(value))) return '; levels of rules stand under "rules"';
  return `; known here: ${known.join(', ')}`;
}

function valueFault(error: SchemaError, here: readonly SchemaError[], path: Path): string {
  const choices = here.flatMap((one) => (one.keyword === 'enum' ? (one.schema as string[]) : []));
  const expected = error.parentSchema.expected ?? WORDS[error.parentSchema.type ?? ''] ?? 'something else';
  const meant = SYNONYMS[String(error.data).toLowerCase()];
  const near = choices.includes(meant) ? `; did you mean ${meant}?` : typeof error.data === 'string' ? didYouMean(error.data, choices) : '';
  return `${name(path)} must be ${expected}, not ${shown(error.data)}${near}`;
}

const WORDS: Readonly<Record<string, string>> = {
  object: 'a map of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

function name(path: Path): string {
  return path.length === 0
    ? 'the config'
    : path.reduce<string>(
        (sum, step) => (/^\d+$/.test(String(step)) ? `${sum}[${step}]` : sum === '' ? String(step) : `${sum}.${step}`),
        '',
      );
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of keys';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The data without what is wrong in it, so that the rest can still be checked for other faults. */
function without(data: unknown, faults: readonly Fault[]): SaidFile {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const rest = structuredClone(data) as Record<string, unknown>;
  for (const { path } of faults) {
    if (path[0] === 'rules' && path.length > 1) delete (rest.rules as Record<string, unknown> | undefined)?.[path[1]];
    else if (path.length > 0) delete rest[path[0]];
  }
  return rest as SaidFile;
}

/** What a schema cannot say: days that exist, a working day that ends after it begins. */
function* fromMeaning(said: SaidFile, base: Path = []): Generator<Fault> {
  for (const [i, day] of (said.holidays ?? []).entries()) {
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
      yield { path: [...base, 'holidays', i], message: `${day} is no day of the calendar` };
    }
  }
  const { from = '09:00', to = '17:00' } = said.workingHours ?? {};
  if (from >= to) yield { path: [...base, 'workingHours'], message: `workingHours must begin before they end, not ${from} to ${to}` };
  if (typeof said.sla === 'string' && Number.parseFloat(said.sla) === 0)
    yield { path: [...base, 'sla'], message: 'sla must be more than 0' };
  for (const [i, override] of (said.overrides ?? []).entries()) yield* fromMeaning(override, [...base, 'overrides', i]);
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
