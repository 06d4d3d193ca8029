import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Segment } from '../../src/draft/draft.js';
import { draftOf } from './material.js';

/** In order, no gap, no overlap, nothing empty; and every sentence inside linted text. */
function expectTiled(draft: Draft): void {
  let at = 0;
  for (const { span } of draft.segments) {
    expect(span.start).toBe(at);
    expect(span.end).toBeGreaterThan(span.start);
    at = span.end;
  }
  expect(at).toBe(draft.text.length);
  let last = 0;
  for (const sentence of draft.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(last);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    last = sentence.end;
  }
}

const PIECES = [
  'Dear |Hi |Tom|Mrs Patel|,|\n|\n\n|\r\n|> |>> |-- \n|Kind regards|Thanks|\u00a0|-----Original Message-----|On 3 May 2024, Ana <a@mail.example> wrote:|From: Ana',
  'Sent: Monday|To: us|Subject: x|```|Sent from my iPhone|{{name}}|[Name]|^AB|1/2|.|!|P.S. |\u200b|We sent it. |Team|Manager|Am 3. Mai 2024 schrieb Ana:',
  ' a écrit :|☎ 01632 960123|\u2028|\ud83d\ude00|\ud800|This e-mail is confidential',
].flatMap((pieces) => pieces.split('|'));
const piece = fc.constantFrom(...PIECES);

describe('segments tile the text', () => {
  it('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectTiled(draftOf(text))),
      { numRuns: 300 },
    );
  });

  it('whatever mail clients, salutations and closings are put together', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectTiled(draftOf(pieces.join('')))),
      { numRuns: 1000 },
    );
  });

  it('whatever the markup marked', () => {
    const roles = fc.constantFrom('quoted', 'signature', 'code', 'directive', 'footer', 'forwarded') as fc.Arbitrary<Segment['role']>;
    const cuts = fc.array(fc.tuple(fc.nat(12), fc.nat(12), roles), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), cuts, (pieces, gaps) => {
        const text = pieces.join('');
        const marked: Segment[] = [];
        let at = 0;
        for (const [gap, length, role] of gaps) {
          const start = at + gap;
          const end = start + length + 1;
          if (end > text.length) break;
          marked.push({ role, span: { start, end } });
          at = end;
        }
        expectTiled(draftOf(text, {}, marked));
      }),
      { numRuns: 500 },
    );
  });

  it('in time linear in the text, for quotes nested 1,000 deep and other heaps', () => {
    const nested = Array.from({ length: 1000 }, (_, i) => `${'>'.repeat(i + 1)} On 3 May 2024, Ana wrote:\n`).join('');
    for (const text of [
      nested,
      '!?.,;:-'.repeat(40_000),
      '\n'.repeat(300_000),
      '> '.repeat(100_000),
      'a'.repeat(500_000),
      'On 3 May\n'.repeat(30_000),
      'From: a\n'.repeat(30_000),
      '[{<%'.repeat(30_000),
    ]) {
      expectTiled(draftOf(`Hi Tom,\n\n${text}`));
    }
  });
});
