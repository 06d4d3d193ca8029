import type { Directive } from '../draft/draft.js';
import { unusedProblem } from '../engine/suppressions.js';
import { isProblem, type DraftReport, type Problem, type Suppression, type SuppressionSettings } from '../index.js';
import type { Library, LibraryEntry } from '../parse/library/index.js';
import { firstEndingAfter } from '../text/span.js';
import { shifted } from '../text/run-map.js';
import { nestedMap, type WholeText } from '../text/string-map.js';

interface FileNote {
  readonly start: number;
  readonly directive: Directive;
  /** The order and the rules: `disable-next-line`, and what follows it. */
  readonly order: string;
  readonly rest: string;
  /** Where the next entry starts; undefined for a comment inside one. */
  readonly next?: number;
}

/**
 * The suppressions of a library that stand beside its texts. A field holds for its entry; so does a comment inside it. A comment between entries holds
 * for the next one (`disable-next-line`), or from there on until it is enabled again. Which of them are not needed is known when all entries were heard.
 */
export class LibraryNotes {
  readonly #comments: readonly FileNote[];
  /** By place: the suppression, and the rules of it that no entry needed so far. */
  readonly #idle = new Map<string, { suppression: Suppression; unused: ReadonlySet<string> }>();
  #held: DraftReport | Problem | undefined;

  constructor(
    private readonly file: string,
    private readonly whole: WholeText,
    library: Library,
  ) {
    const entries = library.entries.toSorted((a, b) => a.start - b.start);
    this.#comments = library.comments.flatMap(({ start, text }) => {
      const [, order, rest] = /^replylint-([a-z-]+)([^]*)$/.exec(text) ?? [];
      if (order === undefined) return [];
      const end = this.#endOfLine(start);
      const at = firstEndingAfter(entries, start);
      const isInside = at < entries.length && entries[at].start <= start;
      return [
        { start, order, rest, directive: this.#directive(text, start, end), next: isInside ? undefined : (entries[at]?.start ?? Infinity) },
      ];
    });
  }

  /** What holds for one entry. */
  of({ notes, start, end }: LibraryEntry): Directive[] {
    const found = notes.map((note) => this.#directive(note.text, note.start, note.end, false));
    let open: FileNote[] = [];
    for (const note of this.#comments) {
      if (note.start >= end) break;
      if (note.start >= start) found.push({ ...note.directive, text: `replylint-${wholeDraft(note.order)}${note.rest}` });
      else if (note.next !== undefined) {
        if (note.order === 'enable') open = open.filter((one) => !ends(note, one));
        else if (note.order === 'disable') open.push(note);
        else if (note.next === start) found.push({ ...note.directive, text: `replylint-${wholeDraft(note.order)}${note.rest}` });
      }
    }
    return [...found, ...open.map(({ directive }) => directive)];
  }

  /** Takes what was said of a draft, and gives back what it took before: the last is held until all is known. */
  heard(judged: DraftReport | Problem): DraftReport | Problem | undefined {
    const before = this.#held;
    if (isProblem(judged)) {
      this.#held = judged;
      return before;
    }
    const shared = judged.suppressions.filter((one) => this.#isShared(one));
    for (const suppression of shared) {
      const key = keyOf(suppression);
      const known = this.#idle.get(key);
      const unused = new Set(suppression.unused.filter((rule) => !known || known.unused.has(rule)));
      this.#idle.set(key, { suppression: { ...suppression, silenced: suppression.silenced + (known?.suppression.silenced ?? 0) }, unused });
    }
    this.#held = { ...judged, suppressions: judged.suppressions.filter((one) => !shared.includes(one)) };
    return before;
  }

  /** The last draft, with what is to be said of the suppressions of all of them. */
  last(severity: NonNullable<SuppressionSettings['unused']>): DraftReport | Problem | undefined {
    const held = this.#held;
    if (!held || isProblem(held) || this.#idle.size === 0) return held;
    const problems = this.unused(severity);
    const pass = held.pass && !problems.some((problem) => problem.severity === 'error');
    return { ...held, pass, suppressions: [...held.suppressions, ...this.#shared()], problems: [...held.problems, ...problems] };
  }

  /** What is to be said of the suppressions that hold for several drafts, when all were heard. */
  unused(severity: NonNullable<SuppressionSettings['unused']>): Problem[] {
    return this.#shared()
      .map((one) => unusedProblem(one, severity))
      .filter((one) => one !== undefined);
  }

  #shared(): Suppression[] {
    return [...this.#idle.values()].map(({ suppression, unused }): Suppression => {
      const whole = suppression.rules.length === 0 ? unused.size > 0 : unused.size === suppression.rules.length;
      const bytes = suppression.place.bytes;
      return { ...suppression, unused: [...unused], cuts: unused.size > 0 && whole && bytes ? [bytes] : undefined };
    });
  }

  #isShared({ reach, place }: Suppression): boolean {
    return reach === 'draft' && place.file === this.file;
  }

  #directive(text: string, start: number, end: number, removable = true): Directive {
    const { bytes, ...place } = nestedMap(this.file, { whole: this.whole, map: shifted(0) }, shifted(0)).locate({ start, end });
    return { text, shared: true, place: removable && bytes ? { ...place, bytes } : place };
  }

  #endOfLine(start: number): number {
    const { text } = this.whole;
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
  }
}

/** In a file of entries a line is an entry. */
function wholeDraft(order: string): string {
  return order === 'disable-line' || order === 'disable-next-line' ? 'disable' : order;
}

/** Whether an `enable` ends a `disable`: it names no rule, or all of its rules. */
function ends(enable: FileNote, disable: FileNote): boolean {
  const rules = ({ rest }: FileNote): string[] =>
    rest
      .split(/\s--/, 1)[0]
      .split(/[\s,]+/)
      .filter((rule) => rule !== '');
  return rules(enable).length === 0 || rules(disable).every((rule) => rules(enable).includes(rule));
}

function keyOf({ place, rules }: Suppression): string {
  return `${place.line}:${place.column} ${rules.join()}`;
}
