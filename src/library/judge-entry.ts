import { buildDraft } from '../draft/build.js';
import type { Draft, Entry, Note } from '../draft/draft.js';
import { accept, type Baseline } from '../engine/accept.js';
import { judge, type Facts } from '../engine/judge.js';
import { createRuleSet, type RuleSetup } from '../engine/ruleset.js';
import { parse } from '../parse/index.js';
import type { Limits, Parsed } from '../parse/source.js';
import { reportDraft } from '../report/build.js';
import type { DraftReport, Gates } from '../report/report.js';
import type { Rule } from '../rule/rule.js';
import { computeScore } from '../score/compute.js';
import { FLAWED_MAX } from '../score/scorecard.js';
import type { Problem } from '../text/problem.js';
import { slice } from '../text/span.js';
import type { Verdict } from '../engine/finding.js';
import { notesOn } from './alone.js';
import { digestOf, type Digest } from './digest.js';
import { withHoles, withSample } from './merge.js';
import { fieldsOf, render } from './render.js';
import { differenceFrom, shownBy, type Shown } from './variants.js';
import type { EntryInput } from './entry-input.js';

export interface EntryOptions extends RuleSetup, Facts {
  readonly gates: Gates;
  readonly limits: Limits;
  readonly baseline?: Baseline;
  /** Merge fields, each with the value that stands for it. */
  readonly samples?: Readonly<Record<string, string>>;
}

/** What a first look at an entry brings: what to compare it by. */
export interface Surveyed {
  readonly digest: Digest;
  /** It says what the variant before it says, so that there is nothing to judge a second time. */
  readonly repeats: boolean;
}

/** Judges entries of libraries: as they are written, and as the customer gets them. Entries come in the order of their file. */
export class EntryLinter {
  readonly #rules: ReturnType<typeof createRuleSet>;
  /** The rules about the form of a template: all that can be wrong with an empty field. */
  readonly #form: ReturnType<typeof createRuleSet>;
  #surveyed?: { readonly key: string; readonly words: Shown };
  #judged?: { readonly key: string; readonly said: ReadonlySet<string> };

  constructor(
    rules: readonly Rule[],
    private readonly options: EntryOptions,
  ) {
    this.#rules = createRuleSet(rules, options);
    this.#form = createRuleSet(
      rules.filter(({ category }) => category === 'template'),
      options,
    );
  }

  /** A first look, before any entry is judged. */
  async survey(input: EntryInput): Promise<Surveyed | Problem> {
    const parsed = await this.#parse(input);
    if ('code' in parsed) return parsed;
    const draft = buildDraft(input.id, parsed, input);
    const { entry, name } = input;
    const notes: Note[] = notesOn(draft, entry, input.within?.whole.text ?? String(input.draft), this.options.now);
    const key = `${name}#${entry.id}`;
    let repeats = false;
    if (entry.variant === 'text' && this.#surveyed?.key === key) {
      const difference = differenceFrom(this.#surveyed.words, draft);
      if (difference) notes.push(difference);
      else repeats = true;
    } else this.#surveyed = entry.variant === 'html' ? { key, words: shownBy(draft) } : undefined;
    const quoted = notes.map((note) => (note.span ? { ...note, quote: slice(draft.text, note.span) } : note));
    return { digest: digestOf(draft, name, entry, quoted), repeats };
  }

  /** The report on one entry. What the survey found is in `input.noted`. */
  async lint(input: EntryInput): Promise<DraftReport | Problem> {
    const parsed = await this.#parse(input);
    if ('code' in parsed) return parsed;
    const read = buildDraft(input.id, parsed, input);
    const noted = read.noted?.filter(({ span, quote }) => !span || slice(read.text, span) === quote);
    const draft = { ...read, noted };
    const { gates } = this.options;
    const found = this.#once(this.#judge(draft, parsed, input), input);
    const judged = input.entry.visibility === 'note' ? lowered(found) : found;
    const { baseline } = this.options;
    const verdict = baseline ? accept(judged, input.name, baseline) : judged;
    // Rules about what is missing were not run: nobody knows what they would have said.
    const most = verdict.kind.value === 'unknown' ? FLAWED_MAX : 100;
    return reportDraft(verdict, computeScore(verdict, gates.minScore, most), input.name, gates, parsed.problems);
  }

  #judge(draft: Draft, parsed: Parsed, input: EntryInput): Verdict {
    const { options } = this;
    const template = judge(draft, this.#rules, options);
    const fields = draft.mode === 'template' ? fieldsOf(draft) : [];
    if (fields.length === 0) return template;
    const { samples = {} } = options;
    const sample = render(draft, parsed, fields, { empty: false, samples });
    const said = sample && judge(buildDraft(input.id, sample.material, { ...input, noted: [] }), this.#rules, options);
    const whole = withSample(template, said, sample);
    const empty = render(draft, parsed, fields, { empty: true, samples });
    return empty
      ? withHoles(whole, judge(buildDraft(input.id, empty.material, { ...input, noted: [] }), this.#form, options), empty)
      : whole;
  }

  /** What was said of the HTML of an entry is not said again of its text. */
  #once(verdict: Verdict, { entry, name }: { entry: Entry; name: string }): Verdict {
    const key = `${name}#${entry.id}`;
    const before = entry.variant === 'text' && this.#judged?.key === key ? this.#judged.said : undefined;
    const sayings = new Set(verdict.findings.map(({ rule, quote }) => `${rule}\n${quote ?? ''}`));
    this.#judged = entry.variant === 'html' ? { key, said: sayings } : undefined;
    return before
      ? { ...verdict, findings: verdict.findings.filter(({ rule, quote }) => !before.has(`${rule}\n${quote ?? ''}`)) }
      : verdict;
  }

  async #parse(input: EntryInput): Promise<Parsed | Problem> {
    const { name, draft: content, format, toBytes, within, directives } = input;
    const parsed = await parse({ name, format, content, toBytes, within }, this.options.limits);
    if ('code' in parsed) return ofEntry(parsed, input);
    return directives.length === 0 ? parsed : { ...parsed, directives: [...(parsed.directives ?? []), ...directives] };
  }
}

/** A note is read by colleagues: what would hurt a customer is only untidy there. */
function lowered(verdict: Verdict): Verdict {
  const findings = verdict.findings.map((finding) => ({
    ...finding,
    severity: finding.severity === 'error' ? ('warning' as const) : ('suggestion' as const),
    gate: undefined,
    weight: finding.weight / 2,
  }));
  return { ...verdict, findings };
}

/** What keeps an entry from being judged, at its place in the library. */
function ofEntry(problem: Problem, { entry, within }: EntryInput): Problem {
  if (!within) return problem;
  const { column: _column, ...rest } = problem;
  return { ...rest, line: within.whole.lines().at(within.map.nearest(0)).line, message: `entry ${entry.id}: ${problem.message}` };
}
