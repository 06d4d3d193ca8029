import { describe, expect, it } from 'vitest';
import { runExamples, updateExamples } from '../../src/rule/examples.js';
import { ownExamples, readExamples } from '../../src/rule/read-examples.js';
import { loadRule } from '../../src/rule/load.js';
import type { Rule } from '../../src/rule/rule.js';
import { exampleLint } from '../../src/workspace/example-lint.js';

const rule = async (more = ''): Promise<Rule> => {
  const made = await loadRule(
    `id: own\nmessage: m\nphrases:\n  - later: [reach out]\n  - deep: [deep (dive)?]\nvariants: {deep: {weight: 3}}\n${more}`,
    'own.yml',
  );
  if (!('id' in made)) throw new Error(JSON.stringify(made));
  return made;
};
const block = (...lines: string[]): string => ['```reply', ...lines, '```', ''].join('\n');
const run = async (readme: string): Promise<string[]> => {
  const { examples, failures } = readExamples(readme);
  return [...failures, ...(await runExamples(examples, exampleLint([await rule()], 'own')))].map(
    ({ line, message }) => `${line}: ${message}`,
  );
};

describe('caret lines', () => {
  it.each([
    ['under the exact words', ['We reach out.', '   ^^^^^^^^^']],
    ['several groups in a line', ['We reach out and reach out.', '   ^^^^^^^^^     ^^^^^^^^^']],
    ['with the name of a variant', ['A deep dive helps.', '  ^^^^^^^^^ deep']],
    ['after a sign of two code units', ['😀 We reach out.', '     ^^^^^^^^^']],
    [
      'over two lines, white space at their edges left out',
      ['It is time that we reach ', '                   ^^^^^', '  out to them.', '  ^^^'],
    ],
    ['nothing marked', ['We write.']],
  ])('%s: holds', async (_what, lines) => {
    expect(await run(block(...lines))).toEqual([]);
  });

  it.each([
    ['too short', ['We reach out.', '   ^^^^^'], ['1: does not mark “reach”', '1: marks “reach out” (), which no carets name']],
    ['missing', ['We reach out.'], ['1: marks “reach out”, which no carets name']],
    ['too many', ['We write.', '   ^^^^^'], ['1: does not mark “write”']],
    [
      'of another variant',
      ['A deep dive.', '  ^^^^^^^^^ later'],
      ['1: does not mark “deep dive” as later', '1: marks “deep dive” (deep), which no carets name'],
    ],
    ['a whole message that is not meant', ['We write.', '^ message'], ['1: does not mark the whole message']],
  ])('%s: told', async (_what, lines, expected) => {
    expect((await run(block(...lines))).map((each) => each.replace(' ()', ''))).toEqual(expected.map((each) => each.replace(' ()', '')));
  });

  it('under "Fine" nothing may be marked', async () => {
    expect(await run(`## Fine\n\n${block('We reach out.')}`)).toEqual(['3: must stay silent, but marks “reach out”']);
  });
});

describe('context', () => {
  const read = (readme: string) => readExamples(readme).examples[0];

  it('stands in the info string', () => {
    const example = read(
      '```reply kind=complaint mode=template format=html received=2026-05-01 attachments="a.pdf, b.png" customer="No \\"help\\".\\nSue" option.max=2 sla=16\nHi\n```\n',
    );
    expect(example).toMatchObject({
      format: 'html',
      context: {
        kind: 'complaint',
        mode: 'template',
        received: '2026-05-01',
        attachments: ['a.pdf', 'b.png'],
        customer: 'No "help".\nSue',
      },
      options: { max: 2 },
      settings: { slaHours: 16 },
    });
  });

  it('knows no attachments from unknown ones', () => {
    expect(read('```reply attachments=none\nHi\n```\n').context.attachments).toEqual([]);
    expect(read('```reply\nHi\n```\n').context.attachments).toBeUndefined();
  });

  it("takes the customer's turn and earlier replies from blocks before, for one reply", () => {
    const { examples } = readExamples(
      '```customer received=2026-05-01\nWhere is it?\nSue\n```\n\n```earlier date=2026-04-30\nSoon.\n```\n\n```reply\nHi\n```\n\n```reply\nHi\n```\n',
    );
    expect(examples[0].context).toEqual({
      customer: 'Where is it?\nSue',
      received: '2026-05-01',
      earlier: [{ text: 'Soon.', date: '2026-04-30' }],
    });
    expect(examples[1].context).toEqual({});
  });

  it.each([
    ['```reply knd=complaint\nHi\n```\n', '1: an example has no context "knd"; did you mean kind?'],
    [
      '```reply kind=complain\nHi\n```\n',
      '1: "complain" is none of complaint, problem, question, thanks, suggestion, proactive, sensitive, unknown; did you mean complaint?',
    ],
    ['\n```reply customer="no end\nHi\n```\n', '2: cannot read "customer="no end": write key=value or key="some words"'],
    ['```reply\n\n```\n', '1: could not be judged: holds no text that a customer would see; there is nothing to judge'],
  ])('%s: told', async (readme, message) => {
    expect(await run(readme)).toEqual([message]);
  });
});

describe('update', () => {
  it('writes the carets that the rule earns, and is then content', async () => {
    const readme = `# own\n\n${block('We reach out for a deep dive.', '^^', 'So reach out.')}\n## Fine\n\n${block('We write.')}`;
    const updated = await updateExamples(readme, exampleLint([await rule()], 'own'));
    expect(updated).toBe(
      `# own\n\n${block('We reach out for a deep dive.', '   ^^^^^^^^^       ^^^^^^^^^ deep', 'So reach out.', '   ^^^^^^^^^')}\n## Fine\n\n${block('We write.')}`,
    );
    expect(await run(updated)).toEqual([]);
  });

  it('writes down a finding about the whole message', async () => {
    const required = await rule('require: true\n');
    expect(await updateExamples(block('We write.'), exampleLint([required], 'own'))).toBe(block('We write.', '^ message'));
  });
});

describe('the short examples of a rule.yml', () => {
  it('need no carets, but may have them, and context', async () => {
    const made = await rule(
      'examples:\n  bad:\n    - We reach out.\n    - We write.\n    - "% kind=complaint\\nWe reach out.\\n   ^^^^^"\n  good:\n    - We write.\n    - We reach out.\n',
    );
    const { examples } = ownExamples(made);
    expect(await runExamples(examples, exampleLint([made], 'own'))).toEqual([
      { line: 2, message: 'nothing is marked here, but the example is bad' },
      { line: 3, message: 'does not mark “reach”' },
      { line: 3, message: 'marks “reach out”, which no carets name' },
      { line: 5, message: 'must stay silent, but marks “reach out”' },
    ]);
  });
});
