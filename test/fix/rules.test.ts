import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/catalogue/index.js';
import { createLinter, isProblem, type Context, type Settings } from '../../src/index.js';
import type { Fix } from '../../src/rule/rule.js';

const settings: Settings = { agent: 'Maya Lindqvist', contact: 'Call me on 0161 496 0002.' };
const linter = createLinter(builtInRules(), { settings, now: '2026-11-22T09:00:00Z' });

/** What a rule offers for a text: the kind of each fix, and the text with it. */
async function offers(rule: string, draft: string, context: Context = {}): Promise<(readonly [Fix['safety'], string])[]> {
  const report = await linter.lint({ kind: 'complaint', ...context, draft });
  if (isProblem(report)) throw new Error(report.message);
  return report.findings
    .filter((finding) => finding.rule === rule)
    .flatMap(({ fixes }) => fixes)
    .map(({ safety, edits }) => [
      safety,
      edits
        .toReversed()
        .reduce(
          (text, edit) => (edit.kind === 'text' ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text),
          draft,
        ),
    ]);
}

describe('what rules offer', () => {
  it('a known name, safely; one that is only likely, as a suggestion; none in a template', async () => {
    const draft = 'Dear Customer,\n\nThank you for your letter.\n';
    expect(await offers('generic-greeting', draft, { customerName: 'Nadia Rahman' })).toEqual([
      ['safe', draft.replace('Customer', 'Nadia Rahman')],
    ]);
    expect(await offers('generic-greeting', draft, { customerName: 'Nadia Rahman', mode: 'template' })).toEqual([]);
    expect(await offers('generic-greeting', draft)).toEqual([]);
    const bare = 'Hello,\n\nThank you for your letter.\n';
    expect(await offers('missing-customer-name', bare, { customerName: 'Nadia Rahman' })).toEqual([
      ['safe', bare.replace('Hello', 'Hello Nadia')],
    ]);
    const slot = 'Dear [NAME],\n\nThank you for your letter of [DATE].\n';
    expect(await offers('unfilled-placeholder', slot, { customerName: 'Nadia Rahman' })).toEqual([
      ['safe', slot.replace('[NAME]', 'Nadia Rahman')],
    ]);
  });

  it('references and line breaks of plain text, safely; other markup for somebody to look at', async () => {
    expect(await offers('template-residue', 'Your bill is &pound;5.<br>It is **paid**.\n')).toEqual([
      ['safe', 'Your bill is £5.\nIt is **paid**.\n'],
      ['unsafe', 'Your bill is £5.\nIt is paid.\n'],
    ]);
  });

  it('the contact line of the settings, behind the text', async () => {
    const draft =
      'Dear Ms Rao,\n\nThank you for your letter. We have looked at your claim for the window, and our answer is that the policy does not cover hail.\n\nRegards,\nCustomer Service Team\n';
    expect(await offers('missing-human-contact', draft)).toEqual([
      ['unsafe', draft.replace('hail.', 'hail.\n\nCall me on 0161 496 0002.')],
    ]);
  });

  it('a passive put into words with an owner, as a suggestion', async () => {
    expect(await offers('evasive-passive', 'Thank you for your letter. Your cancellation was not processed in May.\n')).toEqual([
      ['suggestion', 'Thank you for your letter. We did not process your cancellation in May.\n'],
    ]);
    expect(await offers('evasive-passive', 'Thank you for your letter. Your form was forgotten.\n')).toEqual([
      ['suggestion', 'Thank you for your letter. We forgot your form.\n'],
    ]);
  });

  it('an inconvenience that is no longer any, as a suggestion', async () => {
    expect(await offers('non-apology', 'Thank you for your letter. We apologise for any inconvenience this may have caused.\n')).toEqual([
      ['suggestion', 'Thank you for your letter. We apologise for the inconvenience that we have caused you.\n'],
    ]);
  });

  it.each([
    ['canned-phrase', 'Please do not hesitate to call me.\n', 'Please call me.\n'],
    ['officialese', 'Send it prior to Monday, please.\n', 'Send it before Monday, please.\n'],
    [
      'contradicting-customer',
      'You claim that the lid was broken, and we have sent a new one.\n',
      'You told us that the lid was broken, and we have sent a new one.\n',
    ],
    ['patronising-language', 'Obviously, you need to plug it in first.\n', 'You need to plug it in first.\n'],
    ['curt-tone', 'Send us the receipt.\n', 'Please send us the receipt.\n'],
  ])('%s: what may change the meaning is unsafe', async (rule, bad, good) => {
    const frame = (text: string): string =>
      `Dear Nadia,\n\nThank you for your letter about the lid.\n\n${text}\nKind regards,\nMaya Lindqvist\n`;
    expect(await offers(rule, frame(bad), { customerName: 'Nadia' })).toEqual([['unsafe', frame(good)]]);
  });
});
