import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/report/compare.js';
import { formatNames } from '../../src/report/formats.js';
import { github } from '../../src/report/github.js';
import { gitlab } from '../../src/report/gitlab.js';
import { json } from '../../src/report/json.js';
import { junit } from '../../src/report/junit.js';
import { markdown } from '../../src/report/markdown.js';
import { ndjson } from '../../src/report/ndjson.js';
import { render } from '../../src/report/render.js';
import type { DraftReport, Report } from '../../src/report/report.js';
import { sarif } from '../../src/report/sarif.js';
import { plainStyler } from '../../src/report/styler.js';
import type { Rule } from '../../src/rule/rule.js';
import type { Problem } from '../../src/text/problem.js';
import { makeRule } from '../engine/make.js';
import { rehype } from './html-reader.js';
import { attacks, isRaw, isRunnerCommand } from './hostile.js';
import { draftReport, report, rules, TEXT } from './make-report.js';
import { readXml, type Element } from './xml-reader.js';

const ajv = new Ajv({ strict: true, allErrors: true, formats: { uri: /^https:\/\// } });
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const fitsSarif = ajv.compile(schema('sarif'));
const fitsGitlab = ajv.compile(schema('gitlab'));

const same = (file: string): string => file;
const gone: Problem = { code: 'unreadable', message: 'cannot be read', file: 'x.txt', line: 2, column: 1 };
const fine = draftReport({ draft: 'Hello,\n\nThe kettle was sent today.\n\nBest wishes\nAna\n', name: 'fine.txt' }, {}, [rules[0]]);
const failing = draftReport({ customer: 'Where is my kettle?' });
const entry = (id: string, text = TEXT): DraftReport => {
  const made = draftReport({ draft: text, name: `macros.yml#${id}` });
  return { ...made, file: 'macros.yml', entry: { id, title: `Title of ${id}`, usage: 7 } };
};
const crashed = draftReport({ name: 'crashed.txt' }, {}, [
  makeRule('bad', () => {
    throw new Error('x');
  }),
]);

const CASES: Readonly<Record<string, Report>> = {
  'a failing draft': report([failing]),
  'a fine draft': report([fine]),
  'entries of a library': report([entry('late'), entry('later'), fine]),
  'a rule that crashed': report([crashed]),
  'a file that could not be judged': report([failing, fine], {}, [gone, { code: 'empty', message: 'no drafts found' }]),
  'nothing at all': report([]),
};

/** Reports in which every text that comes from outside is hostile. */
const HOSTILE: readonly Report[] = attacks.flatMap((attack) => {
  const text = `${attack}</script><img src=x onerror=alert(1)>]]>&amp;"'=cmd|' /C calc'!A0`;
  const hostile = makeRule('hostile', () => [{ span: null, message: text, suggest: text }], { why: text, title: text });
  const draft = draftReport({ draft: `${TEXT}\n${text} soon ${text}\n`, name: text, customer: `${text} where is it?` }, {}, [
    ...rules,
    hostile,
  ]);
  const withEntry: DraftReport = { ...draft, id: `${text}#${text}`, entry: { id: text, title: text } };
  return [report([draft, withEntry], {}, [{ code: 'x', message: text, file: text, line: 1 }])];
});

/** A report whose every text from outside is the one given. */
function reportOf(text: string): Report {
  const rule = makeRule('any', () => [{ span: null, message: text, suggest: text }], { why: text, title: text });
  const made = draftReport({ draft: `Hi,\n\n${text} soon ${text}\n`, name: text, customer: `Where is it? ${text}` }, {}, [...rules, rule]);
  const strengths = [{ id: 'x', message: text, span: null, quote: text }];
  return report(
    [
      { ...made, strengths },
      { ...made, id: `${text}#1`, entry: { id: text, title: text } },
    ],
    {},
    [{ code: 'x', message: text, file: text }],
  );
}

describe('whatever is in a text', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('::', '##[', '<', '>', '&', '"', "'", ']]>', '`', '|', '\n', '\r', '\u2028', '\ud800', '\ufffe', '\0', '--', '-->'),
    ),
    { maxLength: 12 },
  );

  it('each format stays what it is, and nothing acts on a terminal or a CI runner', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (parts) => {
        const made = reportOf(parts.join(''));
        const out: Record<string, string> = {};
        for (const format of formatNames) out[format] = await render(format, made, { pathOf: () => 'a/b.txt', styler: plainStyler });
        for (const format of ['json', 'sarif', 'gitlab']) JSON.parse(out[format]);
        for (const line of out.ndjson.trimEnd().split('\n')) JSON.parse(line);
        expect(readXml(out.junit).children).toHaveLength(1);
        const names = rehype(out.html).elements.map(({ name }) => name);
        expect(names.filter((name) => ['script', 'style', 'img', 'iframe', 'base', 'form', 'object'].includes(name))).toEqual([
          'style',
          'form',
          'script',
        ]);
        for (const [format, text] of Object.entries(out)) {
          const lines = text.split('\n');
          expect(lines.filter(isRaw)).toEqual([]);
          if (format !== 'github') expect(lines.filter(isRunnerCommand)).toEqual([]);
        }
        // Two drafts with one finding about the whole message and one for each mark, and one problem.
        const findings = made.drafts.reduce((sum, draft) => sum + draft.findings.length, 0);
        expect(out.github.trimEnd().split('\n')).toHaveLength(Math.min(findings, 10) + 1 + (findings > 10 ? 1 : 0));
      }),
      { numRuns: 150 },
    );
  });
});

function actsOnRunner(out: string): string[] {
  return out.split('\n').filter((line) => isRaw(line) || isRunnerCommand(line));
}

describe.each(formatNames.filter((name) => name !== 'github'))('%s', (format) => {
  it('lets nothing from outside act on a terminal or a CI runner', async () => {
    for (const made of HOSTILE) expect(actsOnRunner(await render(format, made, { pathOf: same, styler: plainStyler }))).toEqual([]);
  });
});

describe('SARIF', () => {
  const read = (made: Report, pathOf = same) =>
    JSON.parse(sarif(made, pathOf)) as {
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: unknown[] }];
          results: {
            ruleId: string;
            ruleIndex: number;
            message: { text: string };
            partialFingerprints: Record<string, string>;
            locations: [Location];
          }[];
        },
      ];
    };
  interface Location {
    physicalLocation: { artifactLocation: { uri: string }; region: object };
    logicalLocations?: { name: string }[];
  }

  it.each(Object.entries(CASES))('fits the schema: %s', (_, made) => {
    fitsSarif(read(made));
    expect(fitsSarif.errors).toBeNull();
  });

  it('fits it whatever the texts hold', () => {
    for (const made of HOSTILE) {
      fitsSarif(read(made));
      expect(fitsSarif.errors).toBeNull();
    }
  });

  it('the schema tells a wrong file from a right one', () => {
    const data = read(CASES['a failing draft']);
    data.runs[0].results[0].locations[0].physicalLocation.region = { startLine: 0 };
    expect(fitsSarif(data)).toBe(false);
    const outside = read(CASES['a failing draft'], () => '../kettle.txt');
    expect(fitsSarif(outside)).toBe(false);
  });

  it('says where, worst first, with the rule that its index leads to', () => {
    const [run] = read(CASES['a failing draft']).runs;
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(['names-culprit', 'no-time', 'no-thanks', 'no-time']);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'kettle.txt', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 28, endLine: 3, endColumn: 51 },
    });
    expect(run.results.find(({ ruleId }) => ruleId === 'no-thanks')?.message.text).toContain('They said “Where is my');
  });

  it('names the entry of a library, and encodes what a URI cannot hold', () => {
    const [{ results }] = read(report([entry('a b')]), () => 'our replies/späť?#1.yml').runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('our%20replies/sp%C3%A4%C5%A5%3F%231.yml');
    expect(results[0].locations[0].logicalLocations?.[0].name).toBe('Title of a b');
  });

  it('offers what can be written as it stands, on the line of the finding', () => {
    const fixing = (text: string, start = 9) =>
      makeRule('fixing', (draft) => {
        const from = draft.text.indexOf('prior to');
        const edits = [{ kind: 'text' as const, span: { start: from + start - 9, end: from + 8 }, text }];
        return [{ span: { start: from, end: from + 8 }, fixes: [{ label: 'say before', safety: 'safe' as const, edits }] }];
      });
    const fixesOf = (rule: Rule, draft = 'Hello,\n\nIt came prior to noon.\n') => {
      const data = read(report([draftReport({ draft }, {}, [rule])]));
      fitsSarif(data);
      expect(fitsSarif.errors).toBeNull();
      return (data.runs[0].results[0] as { fixes?: unknown[] }).fixes;
    };
    expect(fixesOf(fixing('before'))).toEqual([
      {
        description: { text: 'say before' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'kettle.txt', uriBaseId: '%SRCROOT%' },
            replacements: [
              { deletedRegion: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 17 }, insertedContent: { text: 'before' } },
            ],
          },
        ],
      },
    ]);
    // Markup, and words outside of the finding, are for --fix.
    expect(fixesOf(fixing('<b>before</b>'))).toBeUndefined();
    expect(fixesOf(fixing('came before', 4))).toBeUndefined();
  });

  it('tells what could not be judged', () => {
    const [{ invocations }] = read(CASES['a file that could not be judged']).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(2);
  });

  it('holds no more than a run may, and says so', () => {
    const many = { ...failing, findings: Array.from({ length: 25_010 }, () => failing.findings[0]) };
    const [{ results, invocations }] = read(report([many])).runs;
    expect(results).toHaveLength(25_000);
    expect(JSON.stringify(invocations)).toContain('10 more results were left out');
  });
});

describe('fingerprints', () => {
  const prints = (draft: DraftReport): string[] =>
    (JSON.parse(gitlab(report([draft]), same)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);

  it('are each there once, also where the same words are marked twice', () => {
    const all = (JSON.parse(gitlab(CASES['entries of a library'], same)) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(6);
  });

  it('stay when lines are put in above, and in another entry are others', () => {
    const text = TEXT.replace('The kettle', 'We looked into it.\n\nThe kettle');
    expect(prints(draftReport({ draft: text, customer: 'Where is my kettle?' }))).toEqual(prints(failing));
    expect(prints(entry('a')).filter((print) => prints(entry('b')).includes(print))).toEqual([]);
  });

  it('a fault that is mended while another comes is told apart', () => {
    const other = draftReport({
      draft: TEXT.replace('sent soon', 'sent today').replace('write soon', 'write soon, quite soon'),
      customer: 'Where is my kettle?',
    });
    expect(prints(other)).toHaveLength(prints(failing).length);
    const [before, after] = [draftReport({ draft: 'Call soon.' }), draftReport({ draft: 'Dave in Accounts forgot.' })].map(prints);
    expect(after.filter((print) => before.includes(print))).toHaveLength(1);
  });
});

describe('the GitLab code quality report', () => {
  const read = (made: Report, pathOf = same) =>
    JSON.parse(gitlab(made, pathOf)) as { severity: string; check_name: string; location: { path: string } }[];

  it.each(Object.entries(CASES))('fits its schema: %s', (_, made) => {
    fitsGitlab(read(made));
    expect(fitsGitlab.errors).toBeNull();
  });

  it('fits it whatever the texts hold', () => {
    for (const made of HOSTILE) {
      fitsGitlab(read(made, () => 'x.txt'));
      expect(fitsGitlab.errors).toBeNull();
    }
  });

  it('grades by what a finding does to the draft', () => {
    const levels = draftReport({}, { levels: { 'no-time': 'suggestion' } });
    expect(new Set(read(report([levels])).map((one) => `${one.check_name} ${one.severity}`))).toEqual(
      new Set(['names-culprit critical', 'no-time info', 'no-thanks minor']),
    );
  });

  it('does not keep silent about what could not be judged', () => {
    const prints = (problems: Problem[]): string[] =>
      (JSON.parse(gitlab(report([], {}, problems), same)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    const [first] = prints([gone]);
    expect(prints([{ ...gone, file: 'before.txt' }, gone, gone]).map((print) => print === first)).toEqual([false, true, false]);
    expect(read(CASES['a file that could not be judged'])[0]).toMatchObject({ check_name: 'unjudged/unreadable', severity: 'blocker' });
  });
});

describe('JUnit XML', () => {
  /** Elements, their attributes and children, after the schema that Jenkins ships (junit-10.xsd). */
  const SHAPE: Readonly<Record<string, { required: string[]; optional?: string[]; children: string[] }>> = {
    testsuites: { required: [], optional: ['name', 'tests', 'failures', 'errors', 'time', 'disabled'], children: ['testsuite'] },
    testsuite: {
      required: ['name', 'tests', 'failures', 'errors'],
      optional: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package', 'group', 'file', 'log', 'url', 'version'],
      children: ['properties', 'testcase', 'system-out', 'system-err'],
    },
    testcase: {
      required: ['name', 'classname'],
      optional: ['time', 'assertions', 'status', 'group', 'file', 'line'],
      children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    },
    failure: { required: [], optional: ['message', 'type'], children: [] },
    error: { required: [], optional: ['message', 'type'], children: [] },
    'system-out': { required: [], children: [] },
  };

  function check({ name, attributes, children, text }: Element): void {
    const shape = SHAPE[name];
    if (!shape) throw new Error(`${name} is no element of JUnit`);
    expect(Object.keys(attributes)).toEqual(expect.arrayContaining(shape.required));
    expect([...shape.required, ...(shape.optional ?? [])]).toEqual(expect.arrayContaining(Object.keys(attributes)));
    expect(shape.children).toEqual(expect.arrayContaining(children.map((child) => child.name)));
    if (children.length > 0) expect(text.trim()).toBe('');
    for (const child of children) check(child);
  }

  const count = (root: Element, name: string): number =>
    root.children.reduce((sum, child) => sum + Number(child.name === name) + count(child, name), 0);

  it.each(Object.entries(CASES))('has the shape of its schema, and counts right: %s', (_, made) => {
    const root = readXml(junit(made, same));
    check(root);
    for (const suite of [root, ...root.children]) {
      expect(suite.attributes).toMatchObject({
        tests: String(count(suite, 'testcase')),
        failures: String(count(suite, 'failure')),
        errors: String(count(suite, 'error')),
      });
    }
  });

  it('is well-formed whatever the texts hold', () => {
    for (const made of HOSTILE) check(readXml(junit(made, same)));
  });

  it('a draft is a test case: it fails with its findings, and passes with what it could do better', () => {
    const warned = draftReport({ name: 'warned.txt' }, { levels: { 'names-culprit': 'off' } }, [rules[1]]);
    const root = readXml(junit(report([failing, warned, fine]), same));
    const cases = root.children.map((suite) => suite.children[0]);
    expect(cases.map(({ children }) => children[0]?.name)).toEqual(['failure', 'system-out', undefined]);
    expect(cases[0].children[0].attributes).toEqual({ message: '58/100 D', type: 'score' });
    expect(cases[0].children[0].text).toContain(
      'error 3:28 names-culprit -22.0: Names the person who is to blame. “Dave in Accounts forgot”',
    );
  });

  it('the entries of one file share its suite', () => {
    const root = readXml(junit(CASES['entries of a library'], same));
    expect(root.children.map((suite) => [suite.attributes.name, suite.children.map((one) => one.attributes.name)])).toEqual([
      ['macros.yml', ['late: Title of late', 'later: Title of later']],
      ['fine.txt', ['fine.txt']],
    ]);
  });
});

describe('GitHub annotations', () => {
  /** What the runner makes of a line, after ActionCommand.TryParseV2: name, properties and message, unescaped. */
  function command(line: string): { name: string; properties: Record<string, string>; message: string } {
    const [, name, properties, message] = /^::(\w+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(line) ?? [];
    const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
    const pairs = (properties ?? '').split(',').map((pair) => pair.split('='));
    return {
      name,
      properties: Object.fromEntries(pairs.map(([key, value]) => [key, data(value.replaceAll('%3A', ':').replaceAll('%2C', ','))])),
      message: data(message),
    };
  }
  const read = (made: Report) => github(made, same).trimEnd().split('\n').map(command);

  it('say where and what, worst first', () => {
    const [first, second] = read(CASES['a failing draft']);
    expect(first).toEqual({
      name: 'error',
      properties: { file: 'kettle.txt', line: '3', endLine: '3', col: '28', endColumn: '51', title: 'names-culprit' },
      message: 'Names the person who is to blame. “Dave in Accounts forgot”\nInstead: Say what went wrong and own it.',
    });
    expect(second.name).toBe('warning');
  });

  it('are no more than GitHub keeps, and one notice counts the rest', () => {
    const many = report(Array.from({ length: 15 }, (_, at) => draftReport({ name: `${at}.txt` })));
    const names = read(many).map(({ name }) => name);
    const count = (name: string): number => names.filter((one) => one === name).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 1]);
    expect(names).toHaveLength(21);
    // 15 drafts with an error and three warnings each.
    expect(read(many).at(-1)?.message).toMatch(/^40 more findings are not shown here/);
  });

  it('of suggestions leave room for the notice', () => {
    const quiet = Object.fromEntries(rules.map(({ id }) => [id, 'suggestion' as const]));
    const names = read(report(Array.from({ length: 5 }, (_, at) => draftReport({ name: `${at}.txt` }, { levels: quiet })))).map(
      ({ name }) => name,
    );
    expect(names).toEqual(Array.from({ length: 10 }, () => 'notice'));
  });

  it('put problems before findings', () => {
    const prints = (problems: Problem[]): string[] =>
      (JSON.parse(gitlab(report([], {}, problems), same)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    const [first] = prints([gone]);
    expect(prints([{ ...gone, file: 'before.txt' }, gone, gone]).map((print) => print === first)).toEqual([false, true, false]);
    expect(read(CASES['a file that could not be judged'])[0]).toMatchObject({
      name: 'error',
      properties: { file: 'x.txt', line: '2' },
      message: 'cannot be read',
    });
  });

  it('hold no command but ours, whatever the texts hold', () => {
    for (const made of HOSTILE) {
      const lines = github(made, same).trimEnd().split('\n');
      // One problem; of each draft one error, the rest warnings.
      for (const line of lines) {
        expect(isRaw(line)).toBe(false);
        expect(command(line).name).toMatch(/^(?:error|warning|notice)$/);
        expect(line.includes('##[')).toBe(false);
        const { file, line: number } = command(line).properties;
        if (file !== undefined) expect(Number(number)).toBeGreaterThan(0);
      }
      expect(lines.length).toBeLessThanOrEqual(21);
    }
  });
});

describe('Markdown', () => {
  it('says what is to be done first, and what is wrong, worst draft first', () => {
    const shown = markdown(report([fine, entry('late'), failing]));
    expect(shown).toMatch(/^<!-- replylint -->\n### ❌ 1 of 3 replies can be sent\n/);
    expect(shown).toContain('| `kettle.txt` | 58 D ❌ | `names-culprit` → 80 B |');
    expect(shown).toContain('- **error** line 3: Names the person who is to blame. `names-culprit` -22.0\n  - `Dave in Accounts forgot`\n');
    expect(shown).toContain('  - They said: ` Where is my');
  });

  it('fits a comment, and says what did not', () => {
    const shown = markdown(report(Array.from({ length: 200 }, (_, at) => draftReport({ name: `draft-${at}.txt` }))));
    expect(shown.length).toBeLessThan(65_536);
    expect(shown).toMatch(/\d+ parts of this report did not fit/);
    expect(shown).toContain('The whole library');
  });

  /** Mentions and references are found by GitHub in the text of what was rendered, outside of code. */
  function read(shown: string): { links: string[]; html: string[]; text: string[] } {
    const found = { links: [] as string[], html: [] as string[], text: [] as string[] };
    const visit = (node: Nodes): void => {
      if (node.type === 'link' || node.type === 'image') found.links.push(node.url);
      if (node.type === 'html') found.html.push(node.value);
      if (node.type === 'text') found.text.push(node.value);
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(unified().use(remarkParse).use(remarkGfm).parse(shown));
    return found;
  }

  it('mentions nobody, links nothing, refers to nothing, and has no HTML but ours', () => {
    const loud =
      '@everyone see #12 at https://evil.example, www.evil.example, a@b.example [x](javascript:1) ![i](x) `code` `` ` `` <b>bold</b> | cell';
    const texts = [
      loud,
      ...attacks.map((attack) => `${attack}</code></summary><script>alert(1)</script>\n\n# x\n| a | b |\n<img src=x onerror=y>`),
    ];
    for (const text of texts) {
      const rule = makeRule('loud', () => [{ span: null, message: text, suggest: text }], { why: text });
      const draft = draftReport({ name: text, draft: `${text} soon ${text}`, customer: `${text} where is it?` }, {}, [...rules, rule]);
      const titled: DraftReport = { ...draft, id: `${text}#1`, entry: { id: '1', title: text } };
      const made = report([draft, titled, fine], {}, [{ code: 'x', file: text, message: text }]);
      const { links, html, text: words } = read(markdown({ ...made, comparison: compare(made, new Map(), text) }));
      expect(links).toEqual([]);
      expect(words.filter((word) => /(?<![\w])[@#]\w|https?:\/\/|www\./.test(word))).toEqual([]);
      for (const one of html) expect(one.replaceAll(/<!--(?: replylint)? -->|<\/?(?:details|summary|code|b)>/g, '')).not.toMatch(/[<>]/);
    }
  });
});

describe('NDJSON', () => {
  it('is one object a line: each draft, each problem, and what it comes to', () => {
    const lines = ndjson(CASES['a file that could not be judged'])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; id?: string; totals?: object; library?: { drafts: number } });
    expect(lines.map(({ type }) => type)).toEqual(['draft', 'draft', 'problem', 'problem', 'summary']);
    // Together they are the JSON report.
    const parts = (name: string): object[] => lines.filter(({ type }) => type === name).map(({ type: _type, ...rest }) => rest);
    const { fixed: _fixed, ...whole } = { ...parts('summary')[0], drafts: parts('draft'), problems: parts('problem'), fixed: undefined };
    expect(whole).toEqual(JSON.parse(json(CASES['a file that could not be judged'])));
    expect(lines[0].id).toBe('kettle.txt');
    expect(lines.at(-1)).toMatchObject({ version: 1, totals: { drafts: 2, unjudged: 2 }, library: { drafts: 2 } });
  });
});
