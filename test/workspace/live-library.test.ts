import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isProblem, type DraftReport, type Problem } from '../../src/index.js';
import { LiveLibrary } from '../../src/workspace/live-library.js';
import { createWorkspace } from '../../src/workspace/workspace.js';

const SENTENCES = [
  'Your kettle reaches you on Thursday 😀, and you need not return the broken one to our shop in Leeds.',
  'You can return the lamp within 30 days of delivery, and we refund what you paid for it in full.',
  'You can return the lamp within 14 days of delivery, and we refund what you paid for it in full.',
  'We apologise for any inconvenience caused.',
  'We are sorry!!! This was our mistake, and you were right to tell us of it before the weekend.',
  'I have looked into your order and found where it went astray, so it leaves here again tonight.',
];

interface Written {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly number[];
  readonly note: boolean;
}

const entry = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  title: fc.constantFrom('Late', 'Lamp', 'Order'),
  sentences: fc.array(fc.nat({ max: SENTENCES.length - 1 }), { minLength: 1, maxLength: 4 }),
  note: fc.boolean(),
});

function yamlOf(entries: readonly Written[]): string {
  return entries
    .map(({ id, title, sentences, note }) => {
      const body = sentences.map((n) => `      ${SENTENCES[n]}\n`).join('\n');
      return `${note ? '  # replylint-disable-next-line non-apology -- agreed\n' : ''}  - id: ${id}\n    title: ${title}\n    body: |\n      Hi {{ticket.requester.first_name}},\n\n${body}`;
    })
    .join('')
    .replace(/^/, 'replies:\n');
}

/** What is said, and where; places of texts that have moved are where they are now. */
function said(outcome: DraftReport | Problem, places: readonly string[]): unknown {
  return isProblem(outcome)
    ? [outcome.code, places]
    : [outcome.id, outcome.score, outcome.findings.map(({ rule, quote }) => [rule, quote]), places];
}

it('a library that is written on is judged as one that is opened anew', async () => {
  const workspace = await createWorkspace({ config: false, libraryRules: true, now: '2026-11-22T10:00:00Z' });
  const file = { file: 'replies.yaml', path: '/none/replies.yaml', format: 'library' as const };
  const newLibrary = (): LiveLibrary<readonly number[]> =>
    new LiveLibrary((outcome, lines) =>
      isProblem(outcome) ? [] : outcome.findings.map(({ place }) => lines().starts[place.line - 1] + place.column - 1),
    );
  const judged = async (live: LiveLibrary<readonly number[]>, content: string): Promise<unknown> => {
    const answer = await live.judge(await workspace.libraryFile(file, { content }), {}, () => false);
    if (!answer || 'code' in answer) return answer;
    const texts = answer.texts.map(({ outcome, kept, moved }) =>
      said(
        outcome,
        kept.map((at) => content.slice(at + moved, at + moved + 12)),
      ),
    );
    return [texts, answer.problems.map(({ code, line, column }) => [code, line, column])];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(entry, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }), async (versions) => {
      const live = newLibrary();
      for (const version of versions) {
        const content = yamlOf(version);
        expect(await judged(live, content)).toEqual(await judged(newLibrary(), content));
      }
    }),
    { numRuns: 12 },
  );
});

it('what changes in one entry is told of another that it concerns', async () => {
  const workspace = await createWorkspace({ config: false, libraryRules: true, now: '2026-11-22T10:00:00Z' });
  const file = { file: 'replies.yaml', path: '/none/replies.yaml', format: 'library' as const };
  const live = new LiveLibrary(() => undefined);
  const rulesOf = async (content: string): Promise<string[]> => {
    const answer = await live.judge(await workspace.libraryFile(file, { content }), {}, () => false);
    if (!answer || 'code' in answer) throw new Error('not judged');
    return answer.texts.flatMap(({ outcome }) => (isProblem(outcome) ? [] : outcome.findings.map(({ rule }) => rule)));
  };
  const write = (first: string): string =>
    yamlOf([
      { id: 'a', title: first, sentences: [0], note: false },
      { id: 'b', title: 'Lamp', sentences: [5], note: false },
    ]);
  expect(await rulesOf(write('Late'))).not.toContain('duplicate-title');
  expect(await rulesOf(write('Lamp'))).toContain('duplicate-title');
  expect(await rulesOf(write('Late'))).not.toContain('duplicate-title');
});

it('is given up when nobody waits any longer', async () => {
  const workspace = await createWorkspace({ config: false, libraryRules: true });
  const file = { file: 'replies.yaml', path: '/none/replies.yaml', format: 'library' as const };
  const many = Array.from({ length: 200 }, (_, i) => ({ id: `e${i}`, title: `T${i}`, sentences: [0, 1, 4], note: false }));
  const live = new LiveLibrary(() => undefined);
  const of = await workspace.libraryFile(file, { content: yamlOf(many) });
  expect(await live.judge(of, {}, () => true)).toBeUndefined();
});
