import type { Role } from '../../src/draft/draft.js';
import { decodeDraft } from '../../src/files/read.js';
import { fixAll, isJudged, type Judged, type Read, type State, type Wanted } from '../../src/fix/index.js';
import { createLinter, isProblem, type Context, type Format } from '../../src/index.js';
import { defaultLimits } from '../../src/parse/source.js';
import type { FixRecord, OfferedFix } from '../../src/report/report.js';
import type { Remark, Rule } from '../../src/rule/rule.js';
import { openDraft } from '../../src/workspace/open-drafts.js';
import { makeRule } from '../engine/make.js';

const EVERYWHERE: readonly Role[] = ['subject', 'salutation', 'body', 'closing', 'signature', 'quoted', 'forwarded', 'footer', 'code'];

/** A rule that offers other words for a word, wherever it stands. */
export function replacing(word: string, by: string, over: Partial<Rule> = {}): Rule {
  return makeRule(
    `no-${word.toLowerCase()}`,
    (draft): Remark[] =>
      [...draft.text.matchAll(new RegExp(word.replaceAll(' ', String.raw`\s+`), 'g'))].map((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        return { span, fixes: [{ label: `write ${by}`, safety: 'safe', edits: [{ kind: 'text', span, text: by }] }] };
      }),
    { scope: EVERYWHERE, anyLanguage: true, ...over },
  );
}

function readerOf(format: Format, rules: readonly Rule[], context: Context = {}, name = 'reply'): Read {
  const linter = createLinter(rules, { now: '2026-11-22T09:00:00Z' });
  return async (bytes) => {
    const read = decodeDraft(name, bytes, format);
    if ('code' in read) return read;
    const opened = await openDraft(name, format, bytes, read, defaultLimits);
    if ('code' in opened) return opened;
    const report = await linter.lint({ ...context, draft: read.content, toBytes: read.toBytes, format, name });
    return isProblem(report) ? report : [{ opened, report }];
  };
}

export interface Fixed {
  readonly first: Judged;
  readonly last: Judged;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly applied: readonly FixRecord[];
  readonly offered: readonly OfferedFix[];
}

function only({ drafts: [draft] }: State): Judged {
  if (!isJudged(draft)) throw new Error(draft?.message);
  return draft;
}

/** Fixes bytes; throws where they cannot be read. */
export async function fix(
  bytes: Uint8Array | string,
  format: Format,
  rules: readonly Rule[],
  { unsafe = false, context }: { unsafe?: boolean; context?: Context } = {},
): Promise<Fixed> {
  const wanted: Wanted = { unsafe };
  const outcome = await fixAll(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, wanted, readerOf(format, rules, context));
  if ('code' in outcome) throw new Error(outcome.message);
  const { applied, offered } = outcome;
  const after = outcome.last.bytes;
  return { first: only(outcome.first), last: only(outcome.last), bytes: after, text: Buffer.from(after).toString(), applied, offered };
}
