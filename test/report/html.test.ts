import { createHash } from 'node:crypto';
import { rehype } from './html-reader.js';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html/page.js';
import type { DraftReport, Report } from '../../src/report/report.js';
import { makeRule } from '../engine/make.js';
import { attacks, isRaw, isRunnerCommand } from './hostile.js';
import { draftReport, report, rules, TEXT } from './make-report.js';

const failing = draftReport({ customer: 'Where is my kettle?' });
const fine = draftReport({ draft: 'Hello,\n\nThe kettle was sent today.\n\nBest wishes\nAna\n', name: 'fine.txt' }, {}, [rules[0]]);

/** Ways in that HTML has, besides those that every format must close. */
const WAYS_IN: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><style>*{background:url(https://evil.example)}</style>',
  '</title><svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '` onfocus=alert(1) autofocus tabindex=1',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<!--><script>alert(1)</script>-->',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<form action=https://evil.example><button>x</button></form>',
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '${alert(1)}',
];

function hostileReport(text: string): Report {
  const rule = makeRule(
    'hostile',
    (draft) => [
      {
        span: null,
        message: text,
        suggest: text,
        related: draft.customer ? [{ in: 'customer', span: { start: 0, end: draft.customer.text.length }, note: text }] : [],
      },
    ],
    { why: text, title: text },
  );
  const draft = draftReport({ draft: `${TEXT}\n${text} soon ${text}\n`, name: text, customer: `${text} where is it?` }, {}, [
    ...rules,
    rule,
  ]);
  const made: DraftReport = {
    ...draft,
    id: `${text}#1`,
    entry: { id: text, title: text },
    strengths: [{ id: 'x', message: text, span: null, quote: text }],
    findings: draft.findings.map((one) => (one.rule === 'no-time' ? { ...one, rule: text } : one)),
  };
  return report([made, fine], {}, [{ code: 'x', message: text, file: text }]);
}

describe('the page', () => {
  it('allows its own script and style by their hashes, and nothing else', () => {
    const page = html(report([failing, fine]));
    const { elements } = rehype(page);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes.content ?? '';
    const hash = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const only = (name: string): string => hash(elements.find((one) => one.name === name)?.text);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${only('script')}`,
      `style-src ${only('style')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(elements.filter(({ name }) => name === 'script' || name === 'style')).toHaveLength(2);
  });

  it('marks the words of each finding, and leads from them to what is said of them', () => {
    const { elements } = rehype(html(report([failing])));
    const links = elements.filter(({ name, parent }) => name === 'a' && parent === 'mark');
    expect(links.map(({ words }) => words)).toEqual(['Dave in Accounts forgot', 'soon', 'soon']);
    for (const { attributes } of links) expect(elements.some((one) => one.attributes.id === attributes.href.slice(1))).toBe(true);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows the whole reply, where findings overlap too', () => {
    const overlapping = [makeRule('one', 'late because Dave'), makeRule('two', 'because Dave in'), makeRule('three', 'Dave')];
    const { elements } = rehype(html(report([draftReport({}, {}, overlapping)])));
    expect(elements.find(({ attributes }) => attributes.class === 'text')?.words).toBe(TEXT);
  });

  it('shows the words as they are, though a CI runner may read along', () => {
    const { elements } = rehype(html(report([draftReport({ draft: 'Write std::vector, ##[x] and ::name:: here.' })])));
    expect(elements.find(({ attributes }) => attributes.class === 'text')?.words).toBe('Write std::vector, ##[x] and ::name:: here.');
  });

  it('of a very long text shows what stands around the findings', () => {
    const { elements } = rehype(
      html(report([draftReport({ draft: `Hello.\n${'The kettle was sent today. '.repeat(4000)}\nIt comes soon.\n` })])),
    );
    const text = elements.find(({ attributes }) => attributes.class === 'text')?.text ?? '';
    expect(text.length).toBeLessThan(5000);
    expect(text).toMatch(/Hello\..*… \d+ characters ….*It comes soon/s);
  });

  it("sets the customer's words beside the finding that they explain", () => {
    const { elements } = rehype(html(report([failing])));
    expect(elements.find(({ name, attributes }) => name === 'figure' && attributes.class === 'customer')?.text).toBe(
      'The customer wrote (is what they wrote)Where is my',
    );
  });

  it('has a name for every control and a heading for every part', () => {
    const { elements } = rehype(html(report([failing, fine])));
    for (const { name, attributes, parent } of elements)
      if (['input', 'select'].includes(name)) expect(parent === 'label' || 'aria-label' in attributes).toBe(true);
    expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
    expect(elements.filter(({ name }) => ['main', 'header', 'footer'].includes(name))).toHaveLength(3);
    expect(elements[0].attributes.lang).toBe('en');
  });

  it('counts uses, and shows what turns a rule off', () => {
    const entries = ['a', 'b'].map((id) => ({ ...failing, id: `m.yml#${id}`, file: 'm.yml', entry: { id, usage: 10 } }));
    const page = rehype(html(report(entries))).elements[0].text;
    expect(page).toContain('counted by 20 uses');
    expect(page).toContain('--rule names-culprit:off');
  });
});

describe('hostile input', () => {
  it.each([...WAYS_IN, ...attacks])('is text and nothing else: %j', (text) => {
    const page = html(hostileReport(text));
    const { elements } = rehype(page);
    const plain = rehype(html(hostileReport('plain words'))).elements;
    // Whatever the texts hold, the page is built of the same elements.
    const built = (all: typeof elements): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { name } of all) if (!['mark', 'sup', 'span', 'a'].includes(name)) counts[name] = (counts[name] ?? 0) + 1;
      return counts;
    };
    expect(built(elements)).toEqual(built(plain));
    for (const { name, attributes } of elements) {
      for (const [key, value] of Object.entries(attributes)) {
        expect(`${name} ${key}`).not.toMatch(/ on/);
        if (key === 'href') expect(value).toMatch(/^#[a-z0-9-]+$/);
        expect(['src', 'srcset', 'style', 'action', 'formaction', 'srcdoc', 'background', 'xlink:href']).not.toContain(key);
      }
    }
    expect(page.split('\n').filter((line) => isRaw(line) || isRunnerCommand(line))).toEqual([]);
  });
});

describe('a reply with very many findings', () => {
  /** How often a page looks at where findings and zones stand; each is made of the first one there is. */
  function looks(count: number): number {
    let seen = 0;
    const counted = <T extends object>(base: T, start: number, end: number): T =>
      Object.defineProperty({ ...base }, 'span', {
        get: () => {
          seen += 1;
          return { start, end };
        },
      });
    const text = 'We will soon send it. '.repeat(count * 60);
    const [finding, segment] = [failing.findings[0], failing.segments[0]];
    const spaced = (length: number) => Array.from({ length: count }, (_, at) => [at * 1320, at * 1320 + length] as const);
    html(
      report([
        {
          ...failing,
          text,
          segments: spaced(1320).map(([start, end]) => counted(segment, start, end)),
          findings: spaced(9).map(([start, end]) => counted(finding, start, end)),
        },
      ]),
    );
    return seen;
  }

  it('costs a page twice the work for twice of them, though each stands in a window of its own', () => {
    expect(looks(400)).toBeLessThan(looks(200) * 2.5);
  });

  it('shows words that several are about with all their numbers, and each number where its words end', () => {
    const [finding] = failing.findings;
    const at = (start: number, end: number, message: string) => ({
      ...finding,
      span: { start, end },
      message,
      severity: 'warning' as const,
    });
    const page = html(
      report([{ ...failing, text: 'one two three', segments: [], findings: [at(0, 13, 'all'), at(4, 7, 'two'), at(4, 13, 'rest')] }]),
    );
    const marks = [...page.matchAll(/<mark class="\w+" data-of="([\d ]+)">.*?<\/mark>/g)].map(
      ([whole, of]) => `${of}: ${whole.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')}`,
    );
    expect(marks).toEqual(['1: |one |', '1 2 3: |two|2|', '1 3: | three|1, 3|']);
  });
});
