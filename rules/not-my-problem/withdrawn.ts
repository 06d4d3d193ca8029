import { Gap, inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { isOrganisation, otherParty } from './parties.js';

/** What the writer would have to take up, and does not. */
const TAKING_UP =
  /^(?:answer|vouch|police|referee|mediate|arbitrate|intervene|interfere|meddle|stand|look|get|go|step|wade|dig|concern|trouble|occupy|bother|involve|take|touch|account|speak|own|chase|mix|enter|delve|poke|handle|deal|repair|service|mind|care|follow|worry|act|judge|rule|adjudicate|comment|cover|insure|come|run|build|set|employ|manufacture)$/;
/** What stands behind it where the matter is another's: "stand in for them", "look after those". */
const BEHIND: Readonly<Record<string, RegExp>> = {
  answer: /^for (?:them|him|her|it|what|how|the|their|those|other)/,
  vouch: /^for/,
  account: /^for (?:what|how) (?:they|he|she|others|the|other)/,
  stand: /^(?:in|up) for (?:them|him|her|others|their|those|the)/,
  look: /^(?:after|into) (?:that|this|those|them|people|customers|users|anyone|anybody|such|things|matters|what|other)/,
  come: /^into (?:this|that|it|play)/,
  run: /^(?:the|their|his|her|other)/,
  own: /^(?:the|their|his|her|other|that|any)/,
  build: /^(?:the|them|their|that)/,
  set: /^(?:the|their|those|them) (?!up)/,
  employ: /^(?:the|them|their|those|any)/,
  manufacture: /^(?:the|them|it|those|any)/,
  get: /^(?:(?:mixed|caught) up|dragged|drawn|pulled|sucked|tangled|embroiled|(?:into|between|involved)(?: in| into| with)? (?:that|this|it|those|such|these|disputes|quarrels|arguments|what|matters|private|other|neighbours|things|the two|you))/,
  go: /^into (?:that|this|it|those|such|these|disputes|quarrels|arguments|what|matters)/,
  step: /^(?:in|into|between)/,
  wade: /^in/,
  enter: /^into (?:that|this|it|disputes|quarrels|such)/,
  concern: /^(?:ourselves|myself|itself)/,
  trouble: /^(?:ourselves|myself|itself)/,
  occupy: /^(?:ourselves|myself|itself)/,
  bother: /^(?:ourselves|myself|itself|with (?:that|this|it|such|those|what|how))/,
  involve: /^(?:ourselves|myself|itself)/,
  mix: /^(?:ourselves|in|with)/,
  take: /^(?:sides|on (?:such|that|those|other)|(?:that|this|it) any (?:further|farther)|responsibility|any (?:responsibility|liability|blame|interest|part)|part in)/,
  police: /^/,
  referee: /^/,
  mediate: /^/,
  arbitrate: /^/,
  adjudicate: /^/,
  intervene: /^/,
  interfere: /^/,
  meddle: /^/,
};
/** What nobody says of their trade: "we just need the number", "I only want the best". */
const NO_TRADE =
  /^(?:be|need|want|have|ask|hope|think|know|wish|require|see|check|look|say|mean|feel|like|love|tell|find|understand|believe|appreciate|request|wonder|suggest|try|get|regret|apologise|thank|recommend|care|agree|add|note|notice|remember|realise|hear|learn|wait|expect|assume|confirm|remind|prefer|hate|fear|seem|offer|accept|use|follow)$/;
const ONLY = /^(?:just|only|merely|simply|purely|solely)$/;

/** The writer keeps away from the matter: "the association stays out of it", "missing bins we don't do", "we just load the trucks". */
export function withdrawn(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  const { verb, subject, negated } = clause;
  const { norm, start, end } = draft.words;
  const sentence = language.sentences[clause.sentence];
  // "…, and the association stays out of it", read as one clause or as none.
  for (let i = clause.from + 1; i < clause.to; i += 1)
    if (/^(?:stays|keeps|steers|remains)$/.test(norm[i]) && isOrganisation(norm[i - 1])) {
      const out = keepsOut(norm, i, clause.to);
      if (out > 0) return { start: clause.start, end: end[out - 1] };
    }
  if (!verb) return undefined;
  const ours = subject !== undefined && (subject.actor === 'own' || subject.actor === 'department' || isOrganisation(norm[subject.head]));
  // "I'd steer clear of the woodland walk": advice.
  if (!ours || verb.tense === 'past' || verb.tense === 'perfect' || verb.modal === 'would') return undefined;
  const from = Math.min(clause.from, subject.from);
  const out = keepsOut(norm, verb.from, sentence.to);
  if (out > 0 && !negated) return { start: start[from], end: end[out - 1] };
  if (negated) return declined(look, clause, sentence.to);
  return leftTo(look, clause, sentence.to) ?? onlyDoes(look, clause, sentence.to);
}

/** Where "stays (well) out of", "keep clear of", "are out of it" ends; -1. */
function keepsOut(norm: readonly string[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 8); i += 1) {
    if (!/^(?:stays?|keeps?|steers?|staying|keeping|remains?|are|'re|am|is)$/.test(norm[i])) continue;
    const being = /^(?:are|'re|am|is)$/.test(norm[i]);
    let k = i + 1;
    while (k < to && /^(?:well|strictly|always|right|firmly|deliberately|very|completely|then|now)$/.test(norm[k])) k += 1;
    if (being && !(norm[k] === 'out' && norm[k + 1] === 'of' && /^(?:it|that|this)$/.test(norm[k + 2] ?? ''))) continue;
    if (
      /^(?:out|clear|away)$/.test(norm[k]) &&
      /^(?:of|from)$/.test(norm[k + 1] ?? '') &&
      /^(?:it|that|this|such|disputes|private|the|what|those|these|your|any|all|quarrels|matters|things)$/.test(norm[k + 2] ?? '')
    )
      return /^(?:way|rain|sun|reach|stock|office|box|water|road|heat|cold|country|building|shop|room|door|doors)$/.test(norm[k + 3] ?? '')
        ? -1
        : k + 3;
  }
  return -1;
}

/** "We don't stand in for them", "we are not the ones who have to answer", "missing bins we don't do". */
function declined({ draft, language }: Look, clause: Clause, to: number): Span | undefined {
  const { norm, start, end, gap } = draft.words;
  const { verb, subject } = clause;
  if (!verb || !subject) return undefined;
  const begin = start[Math.min(clause.from, subject.from)];
  const next = norm[verb.to] ?? '';
  if (verb.lemma === 'be') {
    let k = verb.to;
    while (/^(?:really|exactly|actually|quite|the|a|right|best)$/.test(norm[k] ?? '')) k += 1;
    if (!/^(?:ones?|people|person|place|desk|team|department|address|party|office)$/.test(norm[k] ?? '') || k === verb.to) return undefined;
    return /^(?:who|that|to|for)$/.test(norm[k + 1] ?? '') && k + 1 < to ? { start: begin, end: end[Math.min(to, k + 4) - 1] } : undefined;
  }
  // "Missing bins we don't do": what is disowned stands in front, and nothing behind.
  const first = verb.to >= to || (!/^(?:since|because|as|so|but)$/.test(next) && (gap[verb.to] & (Gap.comma | Gap.break | Gap.stop)) !== 0);
  if (
    first &&
    /^(?:do|handle|cover|service|touch|answer|repair|support|police|supervise|monitor)$/.test(verb.lemma) &&
    verb.modal === undefined
  ) {
    const sentence = language.sentences[clause.sentence];
    const fronted = subject.from - sentence.from;
    const noun = fronted >= 1 && fronted <= 6 && gap[subject.from] === 0 && norm[subject.from - 1].endsWith('s');
    // "Refunds we don't do": refused, not disowned.
    if (inList('redress-nouns', norm[subject.from - 1])) return undefined;
    return noun ? { start: sentence.start, end: end[verb.to - 1] } : undefined;
  }
  // "The ticket office can't be blamed for their choices".
  if (verb.voice === 'passive' && /^(?:can|could|will|would)$/.test(verb.modal ?? '') && /^(?:for|to|responsible|liable)$/.test(next))
    if (/^(?:blame|ask|expect|hold|fault|charge|make|reproach)$/.test(verb.lemma))
      return { start: begin, end: end[Math.min(to, verb.to + 2) - 1] };
  // "We don't support phones."
  const whole = verb.to + 1 === to && /^[a-z]+s$/.test(next) && !inList('redress-nouns', next) && verb.modal === undefined;
  if (whole && /^(?:support|service|handle|cover|repair|police|supervise)$/.test(verb.lemma)) return { start: begin, end: end[verb.to] };
  if (!TAKING_UP.test(verb.lemma) || !(verb.lemma in BEHIND)) return undefined;
  if (verb.voice === 'passive' || (verb.progressive && verb.lemma !== 'get' && verb.lemma !== 'go')) return undefined;
  const rest = norm.slice(verb.to, Math.min(to, verb.to + 5)).join(' ');
  const pattern = BEHIND[verb.lemma];
  const matched = pattern.exec(rest);
  if (!matched || next === 'until') return undefined;
  const words = matched[0] === '' ? 0 : matched[0].split(' ').length;
  return { start: begin, end: end[Math.max(verb.to, Math.min(to, verb.to + words)) - 1] };
}

/** "What's on it we leave to others", "how clean they are we'd have to leave with them". */
function leftTo({ draft }: Look, { verb, subject, from }: Clause, to: number): Span | undefined {
  const { norm, start, end } = draft.words;
  if (!verb || !subject || verb.lemma !== 'leave' || verb.voice === 'passive') return undefined;
  let k = verb.to;
  const object = /^(?:that|this|it|these|those|such|them|things)$/.test(norm[k] ?? '');
  if (object) k += 1;
  if (norm[k] !== 'to' && norm[k] !== 'up' && norm[k] !== 'with') return undefined;
  // "We leave it with the neighbour": a parcel.
  if (norm[k] === 'with' && object && norm[k - 1] === 'it') return undefined;
  const party = otherParty(draft.words, norm[k] === 'up' ? k + 2 : k + 1, to);
  return party > 0 ? { start: start[Math.min(from, subject.from)], end: end[party - 1] } : undefined;
}

/** "We just load the trucks", "we lend them the space and nothing else", "we fit the meters, we don't read them". */
function onlyDoes(look: Look, clause: Clause, to: number): Span | undefined {
  const { draft, language } = look;
  const { norm, start, end, gap } = draft.words;
  const { verb, subject } = clause;
  if (!verb || !subject || NO_TRADE.test(verb.lemma) || verb.tense !== 'present' || verb.modal !== undefined || verb.progressive)
    return undefined;
  if (verb.voice === 'passive' || !/^(?:we|i)$/.test(norm[subject.head])) return undefined;
  if (!/^(?:complaint|problem|suggestion|proactive)$/.test(language.kind.value ?? '')) return undefined;
  const begin = start[Math.min(clause.from, subject.from)];
  const last = Math.min(to, verb.to + 9);
  for (let i = verb.to; i < last; i += 1)
    if (
      norm[i] === 'and' &&
      /^(?:nothing (?:else|more)|no more|that is all|that 's all|that 's it|that is it)/.test(norm.slice(i + 1, i + 4).join(' '))
    )
      return { start: begin, end: end[Math.min(to, i + 3) - 1] };
  const next = language.clauses[clause.index + 1];
  if (next?.sentence === clause.sentence && next.negated && next.subject && norm[next.subject.head] === norm[subject.head] && next.verb) {
    const pronoun = /^(?:them|it|that)$/.test(norm[next.verb.to] ?? '');
    if (
      pronoun &&
      next.verb.tense === 'present' &&
      next.verb.modal === undefined &&
      next.verb.to + 1 <= to &&
      !NO_TRADE.test(next.verb.lemma)
    )
      return { start: begin, end: end[next.verb.to] };
  }
  const plain = actsAs(norm, subject.from) || othersDo(look, clause);
  let only = plain;
  for (let i = subject.to; i < verb.to; i += 1) only ||= ONLY.test(norm[i]);
  if (!only) return undefined;
  // An object, and the end: "only take cards", not "only sell at the door", "only charge for what you use".
  let k = verb.to;
  if (/^(?:in|on|out|over)$/.test(norm[k] ?? '')) k += 1;
  if (!/^(?:the|their|his|her|those|these|them|as)$/.test(norm[k] ?? '') && !(plain && /^[a-z]+$/.test(norm[k] ?? ''))) return undefined;
  k += 1;
  while (k < to && k < verb.to + 6 && gap[k] === 0 && !/^(?:here|over|for|on|in|at|to|if|when|until|so|and|by|from)$/.test(norm[k])) k += 1;
  if (norm[k] === 'over' && norm[k + 1] === 'here') k += 2;
  else if (norm[k] === 'here') k += 1;
  const ends = k >= to || (gap[k] & (Gap.comma | Gap.break | Gap.stop)) !== 0 || norm[k] === 'and' || norm[k] === 'so' || norm[k] === 'for';
  return ends ? { start: begin, end: end[k - 1] } : undefined;
}

/** "As agents we …". */
function actsAs(norm: readonly string[], subject: number): boolean {
  for (let k = subject - 1; k > subject - 5 && k >= 0; k -= 1)
    if (norm[k] === 'as')
      return /^(?:agents?|intermediary|intermediaries|brokers?|resellers?|middlem[ae]n|platform|marketplace|agency|go-between|distributors?|retailers?|merchants?|carriers?|hosts?|landlords?|lessors?|introducers?|franchisor|forwarders?|importers?|wholesalers?|printers?|organisers?|subcontractors?)$/.test(
        norm[subject - 1],
      );
  return false;
}

/** "Printers are made by other people; we make software." */
function othersDo({ draft, language }: Look, { index, sentence }: Clause): boolean {
  const before = language.clauses[index - 1];
  if (!before?.verb || before.sentence !== sentence || before.negated || before.verb.voice !== 'passive') return false;
  const { norm } = draft.words;
  return norm[before.verb.to] === 'by' && otherParty(draft.words, before.verb.to + 1, before.to) > 0;
}
