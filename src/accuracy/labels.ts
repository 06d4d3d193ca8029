/** A finding that a reader expects in a draft. */
export interface Expected {
  readonly rule: string;
  /** The words of the draft it is about; null for a finding about the whole message. */
  readonly quote: string | null;
  /** The words as the label has them: the quote, or those of the customer that a question was asked in. */
  readonly words: string | null;
  /** Right to find and right to leave: it counts neither way. */
  readonly optional: boolean;
}

/** A finding that would be wrong: of this rule anywhere, or on these words. */
export interface Forbidden {
  readonly rule: string;
  readonly quote: string | null;
}

/** What readers said of one draft. */
export interface Labels {
  readonly expect: readonly Expected[];
  readonly mustNot: readonly Forbidden[];
  /** Rules for which `expect` is complete: any other finding of theirs is wrong. Empty: any unlisted error or warning is. */
  readonly complete: ReadonlySet<string>;
  /** A reader found nothing wrong at all. */
  readonly clean: boolean;
}

type Fields = { readonly [key: string]: unknown };

/**
 * Reads the labels of one record: `expect`, `must_not`, `rules` and `context.clean`. Answers what is wrong, as the end of a sentence, where a label
 * cannot be read or its quote does not stand in the draft.
 */
export function readLabels(fields: Fields, draft: string): Labels | string {
  const expect: Expected[] = [];
  for (const item of listOf(fields.expect)) {
    const label = readLabel(item, draft, '"expect"');
    if (typeof label === 'string') return label;
    const { quote, optional } = item as Fields;
    expect.push({ ...label, words: typeof quote === 'string' ? quote : null, optional: optional === true });
  }
  if (!Array.isArray(fields.expect)) return '"expect" must be an array of labels; [] where nothing is wrong';
  const mustNot: Forbidden[] = [];
  for (const item of listOf(fields.must_not)) {
    const label = readLabel(item, draft, '"must_not"');
    if (typeof label === 'string') return label;
    mustNot.push(label);
  }
  const complete = new Set(listOf(fields.rules).filter((rule): rule is string => typeof rule === 'string'));
  const clean = isMap(fields.context) && fields.context.clean === true;
  return { expect, mustNot, complete, clean };
}

/** Words of the customer are what this rule quotes, so its quote need not stand in the draft. */
const QUOTES_THE_CUSTOMER = 'unanswered-question';

function readLabel(item: unknown, draft: string, key: string): Forbidden | string {
  if (!isMap(item) || typeof item.rule !== 'string') return `${key} holds a label without a "rule"`;
  const quote = item.quote ?? null;
  if (quote !== null && typeof quote !== 'string') return `${key}: the "quote" of ${item.rule} must be words of the draft, or null`;
  if (quote === null || item.rule === QUOTES_THE_CUSTOMER) return { rule: item.rule, quote: null };
  return draft.includes(quote) ? { rule: item.rule, quote } : `${key}: the quote of ${item.rule} does not stand in the draft`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
