import type { Faults, Found } from '../accuracy/tally.js';
import type { Problem } from '../text/problem.js';
import { masked } from '../text/secrets.js';
import type { Workspace } from '../workspace/workspace.js';
import { namedRules } from './named-rules.js';

/** One record that counts against a rule. */
export interface Against {
  /** 1-based, in the file of records. */
  readonly line: number;
  readonly id: string | number;
  /** The words at fault; null for the whole message. */
  readonly quote: string | null;
}

/** The records behind the figures of one rule, in the order of the file. */
export interface Behind {
  readonly missed: readonly Against[];
  readonly wrong: readonly (Against & { readonly message: string })[];
}

/** A finding, with what may be shown of it. */
export interface ShownFinding extends Found {
  readonly quote: string | null;
  readonly message: string;
}

/** Keeps the records behind the figures, of the rules that were asked for. */
export class RecordsBehind {
  readonly #all: boolean;
  readonly #rules = new Map<string, { missed: Against[]; wrong: (Against & { message: string })[] }>();

  private constructor(named: Iterable<string>, all: boolean) {
    this.#all = all;
    for (const rule of named) this.#rules.set(rule, { missed: [], wrong: [] });
  }

  /** `names` are ids of rules; `all` among them stands for every rule with something to show. */
  static of(names: readonly string[], workspace: Workspace): RecordsBehind | Problem {
    const named = namedRules(
      '--show',
      names.filter((name) => name !== 'all'),
      workspace,
    );
    return 'code' in named ? named : new RecordsBehind(named, names.includes('all'));
  }

  /** Takes what counts against a rule in the record on a line of the file. */
  add(line: number, id: string | number, { missed, wrong }: Faults<ShownFinding>): void {
    for (const { rule, words } of missed) this.#of(rule)?.missed.push({ line, id, quote: words && masked(words) });
    for (const { rule, quote, message } of wrong) this.#of(rule)?.wrong.push({ line, id, quote, message });
  }

  /** By rule, in the order of their ids. */
  rules(): readonly (readonly [rule: string, behind: Behind])[] {
    return [...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #of(rule: string) {
    let behind = this.#rules.get(rule);
    if (!behind && this.#all) this.#rules.set(rule, (behind = { missed: [], wrong: [] }));
    return behind;
  }
}
