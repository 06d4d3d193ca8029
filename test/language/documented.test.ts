import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LazyReading } from '../../src/language/index.js';
import { buildReading } from './build-reading.js';

/** The rows of each section of docs/language.md, by the first words of its heading. */
function sections(): Map<string, [string, string][]> {
  const page = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
  const found = new Map<string, [string, string][]>();
  for (const part of page.split(/^## /m).slice(1)) {
    const rows = [...part.matchAll(/^\| (.+?) \| ?(.*?) ?\|$/gm)]
      .slice(2)
      .map(([, text, read]): [string, string] => [text.trim(), read.trim()]);
    found.set(part.slice(0, part.search(/[:\n]/)), rows);
  }
  return found;
}

const shown: Readonly<Record<string, (reading: LazyReading) => string>> = {
  '`clauses`': (reading) =>
    reading.clauses
      .filter(({ verb }) => verb)
      .map(({ subject, verb, mood }) =>
        [subject?.actor ?? '-', verb!.lemma, verb!.tense, verb!.negated && 'not', verb!.modal, mood !== 'statement' && mood]
          .filter(Boolean)
          .join(' '),
      )
      .join('; '),
  '`mentions`': ({ draft, mentions }) => mentions.map(({ start, end }) => draft.text.slice(start, end)).join('; '),
  '`apologies`': ({ apologies }) => apologies.map(({ kind }) => kind).join('; '),
  '`empathy`': ({ empathy }) => (empathy.some(({ specific }) => specific) ? 'yes' : 'no'),
  '`hardships`': ({ hardships }) => (hardships.length > 0 ? 'yes' : 'no'),
  '`thanks`': ({ thanks }) => thanks.map(({ object }) => object).join('; '),
  '`faults`': ({ faults }) => faults.map(({ actor, role, asserted }) => `${actor} ${role}${asserted ? '' : ' not asserted'}`).join('; '),
  '`deeds`': ({ draft }) =>
    buildReading(draft.text, { kind: 'complaint' })
      .deeds.map(({ actor }) => actor)
      .join('; ') || 'none',
  '`times` and `commitments`': ({ commitments }) =>
    commitments.map(({ lemma, time, conditional }) => `${lemma} ${time}${conditional ? ' conditional' : ''}`).join('; '),
  '`referrals`': ({ referrals }) => referrals.map(({ target }) => target).join('; '),
  '`acts`': ({ acts }) => acts.map(({ kind }) => kind).join('; ') || 'none',
  'The message': (reading) => buildReading('Hi Tom,\n\nThanks.\n\nAnn', { customer: reading.draft.text }).kind.value,
};

describe('docs/language.md', () => {
  const documented = sections();

  it('shows every part of the reading that has a table here', () => {
    expect([...documented.keys()]).toEqual(Object.keys(shown));
  });

  it.each([...documented].flatMap(([section, rows]) => rows.map(([text, read]) => [section, text, read] as const)))(
    '%s: %s',
    (section, text, read) => {
      expect(shown[section](buildReading(text))).toBe(read);
    },
  );
});
