import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';

/** Where a value stands in a rule's data: keys and indexes from the root. */
export type Path = readonly (string | number)[];
/** The 1-based line of a value; of its key, where the value is a map's or is missing. */
export type LineOf = (path: Path) => number | undefined;

/** Collects what is wrong with a rule's data, each with its place. */
export class Complaints {
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string | undefined,
    private readonly lineOf: LineOf | undefined,
  ) {}

  /** `message` says what is wrong and what to do; the path of the value goes before it. */
  add(path: Path, message: string): undefined {
    this.problems.push({
      code: 'bad-rule',
      message: path.length > 0 ? `${written(path)}: ${message}` : message,
      file: this.file,
      line: this.lineOf?.(path),
    });
    return undefined;
  }
}

/** `variants.third-party.weight`, `phrases[3]` */
function written(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i > 0 ? '.' : ''}${step}`)).join('');
}

/** Whether the value is a plain map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One map of a rule's data. Each reader answers the value, or its fallback after a complaint. A missing value is no complaint but for `required`. */
export class Fields {
  constructor(
    private readonly map: Record<string, unknown>,
    private readonly path: Path,
    private readonly complaints: Complaints,
  ) {}

  has(key: string): boolean {
    return this.map[key] !== undefined && this.map[key] !== null;
  }

  value(key: string): unknown {
    return this.map[key];
  }

  complain(key: string, message: string): undefined {
    return this.complaints.add([...this.path, key], message);
  }

  /** Complains of every key that is not in the list. */
  only(keys: readonly string[], what: string): void {
    for (const key of Object.keys(this.map)) if (!keys.includes(key)) this.complain(key, `${what} has no such key${didYouMean(key, keys)}`);
  }

  required(key: string, what: string): string {
    if (!this.has(key)) this.complaints.add(this.path, `${[...this.path, key].join('.')} is missing: ${what}`);
    return this.text(key, '');
  }

  text(key: string, fallback: string): string {
    const value = this.map[key];
    if (!this.has(key)) return fallback;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.complain(key, 'must be a line of text');
    return fallback;
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.map[key];
    if (!this.has(key)) return fallback;
    if (typeof value === 'boolean') return value;
    this.complain(key, 'must be true or false');
    return fallback;
  }

  number(key: string, fallback: number, least: number, most: number): number {
    const value = this.map[key];
    if (!this.has(key)) return fallback;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.complain(key, `must be a number from ${least} to ${most}`);
    return fallback;
  }

  choice<T extends string>(key: string, choices: readonly T[], fallback: T): T {
    const value = this.map[key];
    if (!this.has(key)) return fallback;
    return this.chosen(key, value, choices) ?? fallback;
  }

  /** One of the choices or a list of them; `all` stands for every one. */
  choices<T extends string>(key: string, choices: readonly T[], fallback: readonly T[]): readonly T[] {
    const value = this.map[key];
    if (!this.has(key)) return fallback;
    if (value === 'all') return choices;
    const list = Array.isArray(value) ? value : [value];
    if (list.length === 0) this.complain(key, `must name at least one of ${choices.join(', ')}`);
    return list.flatMap((each) => this.chosen(key, each, choices) ?? []);
  }

  private chosen<T extends string>(key: string, value: unknown, choices: readonly T[]): T | undefined {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const meant = typeof value === 'string' ? didYouMean(value, choices) : '';
    return this.complain(key, `must be one of ${choices.join(', ')}, not ${JSON.stringify(value)}${meant}`);
  }

  /** A text or a list of texts. */
  texts(key: string): readonly string[] {
    const value = this.map[key];
    if (!this.has(key)) return [];
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((each, i) => {
      if (typeof each === 'string' && each.trim() !== '') return [each.trim()];
      this.complaints.add([...this.path, key, i], 'must be a line of text; put it in quotes');
      return [];
    });
  }

  /** A map under a key; undefined when it is missing or none. */
  fields(key: string): Fields | undefined {
    const value = this.map[key];
    if (!this.has(key)) return undefined;
    if (isMap(value)) return new Fields(value, [...this.path, key], this.complaints);
    return this.complain(key, 'must be a map of keys and values');
  }

  /** The maps under a key that holds a map of maps. */
  entries(key: string): readonly (readonly [string, Fields])[] {
    const of = this.fields(key);
    if (!of) return [];
    return Object.keys(of.map).flatMap((name) => {
      const fields = of.fields(name);
      return fields ? [[name, fields] as const] : [];
    });
  }
}
