import type { Clause, Look, Span } from 'replylint/rule';

/** What somebody must see to. */
const TROUBLE =
  /^(?:damage|damages|loss|losses|cost|costs|scratch|scratches|scrape|scrapes|dent|dents|breakages?|repairs?|belongings|valuables|thefts?|punctures?|fines?|mess|noise|smoke|leaks?|bulbs|batteries|stains?|quarrels?|disputes?|arguments?|trouble|troubles|claims?|faults?|whatever|injury|injuries|shortages?|delays?)$/;
/** Who has to, in the place of us. */
const OWNERS =
  /^(?:owners?|insurers?|insurance|drivers?|customers?|guests?|buyers?|tenants?|holders?|parents?|organisers?|travellers?|passengers?|sellers?|landlords?|neighbours?|users?|riders?|clients?|you)$/;

/** "Scrapes and flat batteries are for the owner and his insurance", "any loss rests with the guest": the trouble is left to others. */
export function leftToThem({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, negated, mood, mention, sentence: at } = clause;
  if (!verb || negated || mention || mood !== 'statement' || !/^(?:complaint|problem)$/.test(language.kind.value ?? '')) return undefined;
  if (verb.tense !== 'present' && !/^(?:must|will|shall)$/.test(verb.modal ?? '')) return undefined;
  const { norm, start, end } = draft.words;
  const opens =
    verb.lemma === 'be'
      ? norm[verb.to] === 'for'
      : /^(?:rest|fall|lie|stay|remain)$/.test(verb.lemma) && /^(?:with|on|to)$/.test(norm[verb.to] ?? '');
  if (!opens) return undefined;
  const sentence = language.sentences[at];
  const head = OWNERS.test(norm[verb.to + 1] ?? '')
    ? verb.to + 1
    : /^(?:the|their|your|his|its)$/.test(norm[verb.to + 1] ?? '')
      ? verb.to + 2
      : -1;
  if (head < 0 || head >= sentence.to || !OWNERS.test(norm[head])) return undefined;
  // Nobody names it further ahead.
  let trouble = Math.max(sentence.from, verb.from - 40);
  while (trouble < verb.from && !TROUBLE.test(norm[trouble])) trouble += 1;
  if (trouble >= verb.from) return undefined;
  const rest = norm[head + 1];
  const ends =
    head + 1 >= sentence.to || draft.words.gap[head + 1] !== 0 || /^(?:and|or|to|alone|himself|herself|yourself|themselves)$/.test(rest);
  // "Claims are for the owner to sign": a form, not a burden.
  if (!ends || (rest === 'to' && /^(?:sign|fill|send|keep|choose|see|read|use|collect|enjoy|have)$/.test(norm[head + 2] ?? '')))
    return undefined;
  return { start: start[Math.max(sentence.from, Math.min(clause.from, trouble))], end: end[Math.min(sentence.to, head + 4) - 1] };
}
