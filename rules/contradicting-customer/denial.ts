import { lemmaOf } from 'replylint/rule';
import type { Clause, Look, Span, Words } from 'replylint/rule';

/** What customers say that they did: asked, told, sent. */
const DONE =
  /^(?:ask|tell|say|mention|request|report|ring|call|phone|email|write|send|return|pay|cancel|sign|give|bring|book|order|warn|inform|explain|speak|show|post|choose|tick|hand)$/;
/** What they say was said or shown to them. */
const TOLD = /^(?:advertise|promise|say|tell|offer|quote|agree|guarantee|claim|show|state|write|confirm|advise|assure|mention|sell|name)$/;
/** How far behind "I" its verb stands: "I have already twice asked". */
const REACH = 5;

/** What the customer's own words say, denied to their face: "You never asked for one", "nowhere did we advertise six hours". */
export function deniesTheirWords(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  const { verb, subject, mood, mention, negated, sentence } = clause;
  if (!draft.customer || !verb || !subject || mention) return undefined;
  if (!isFronted(draft.words.norm, clause) && (!negated || mood !== 'statement')) return undefined;
  if (language.sentences[sentence].question || verb.modal || verb.voice === 'passive') return undefined;
  const { norm } = draft.words;
  if (subject.actor === 'customer') {
    const flat = norm[verb.main - 1] === 'never' && (verb.tense === 'past' || verb.tense === 'perfect');
    if (!flat || norm[subject.from] !== 'you' || !DONE.test(verb.lemma) || /^(?:when|if|since|because|that|which)$/.test(clause.link ?? ''))
      return undefined;
    return theySaid(draft.customer.words, verb.lemma, true) ? { start: subject.start, end: clause.end } : undefined;
  }
  if (subject.actor === 'thing' || subject.actor === 'nobody' || !isFronted(norm, clause) || !TOLD.test(verb.lemma)) return undefined;
  return theySaid(draft.customer.words, verb.lemma, false) ? { start: clause.start, end: clause.end } : undefined;
}

/** "nowhere did we", "at no point did our driver", "never once did she": the denial stands in front. */
function isFronted(norm: readonly string[], { subject }: Clause): boolean {
  const at = (subject?.from ?? 0) - 1;
  if (!/^(?:did|have|has)$/.test(norm[at] ?? '')) return false;
  const before = norm.slice(Math.max(0, at - 4), at).join(' ');
  return /(?:nowhere|never|never once|at no (?:time|point|stage)|in no way|on no occasion)$/.test(before);
}

/** What was looked up in a customer's turn, by the verb: each is asked for once. */
const known = new WeakMap<Words, Map<string, boolean>>();

/** Whether the customer tells of it: "I asked for …" for their own act, "it was advertised as …" for ours; not "I never asked". */
function theySaid(words: Words, lemma: string, own: boolean): boolean {
  let said = known.get(words);
  if (!said) known.set(words, (said = new Map<string, boolean>()));
  const key = `${lemma} ${own}`;
  let found = said.get(key);
  if (found === undefined) said.set(key, (found = isSaid(words, lemma, own)));
  return found;
}

function isSaid({ norm }: Words, lemma: string, own: boolean): boolean {
  for (let i = 0; i < norm.length; i += 1) {
    if ((lemmaOf(norm[i]) ?? norm[i]) !== lemma || norm[i] === lemma) continue;
    if (!own) return true;
    const before = norm.slice(Math.max(0, i - REACH), i);
    if (before.some((word) => word === 'i' || word === 'we') && !before.some((word) => /^(?:not|never|nobody|no)$/.test(word))) return true;
  }
  return false;
}
