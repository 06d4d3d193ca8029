import { listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

const PROCESS_NOUNS = listed('process-nouns');
/** What our ways are written on, or told with. */
const SHEETS = wordClass(
  'wording text sentence phrase sheet sheets handbook manual board guide leaflet checklist script scripts template templates form forms page pages website site app menu field instructions rules rule rota guidelines policy catalogue listing advert brochure poster notice macro reply',
);
/** What guards a process. */
export const SAFEGUARDS = wordClass(
  'alarm alert alerts check checks reminder reminders warning rule rules audit flag lock limit safeguard safeguards sign',
);
/** Who is told how things are done from now on. */
const OUR_PEOPLE = wordClass(
  'team teams staff office crew drivers driver everyone desk reception kitchen warehouse agents planners fitters engineers technicians colleagues shift shifts nurses bakers packers cashiers supervisors managers all both',
);
const AWAY = new Set('remove delete scrap bin withdraw retire ditch pull abolish drop'.split(' '));
const FRESH = wordClass('new second different another better clearer stricter');
const NEAR = 10;

/**
 * An act of ours that leaves our ways another: what misled is taken away ("we took that wording out of the app"), a habit given up ("we've stopped going by the
 * postcode"), a rule written where we work ("it is on the board now"), staff told how to do it each time. Not what is done for this customer.
 */
export function changesWays(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mention, negated, mood } = clause;
  if (!verb || mention || negated || mood !== 'statement' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (subject?.actor !== 'own' && !(verb.voice === 'passive' && subject?.actor === 'thing') && subject?.actor !== 'department')
    return false;
  const { norm } = reading.grammar.words;
  const from = verb.voice === 'passive' ? (subject?.from ?? verb.to) : verb.to;
  const to = Math.min(reading.sentences[clause.sentence].to, verb.to + NEAR);
  for (let i = from; i < to; i += 1) if (/^(?:you|your|yours)$/.test(norm[i])) return false;
  return takesAway(reading, clause, from, to) || writesDown(reading, clause, to) || tellsOurs(reading, clause, to);
}

function takesAway(reading: LazyReading, { verb }: Clause, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  if (/^(?:stop|quit|cease)$/.test(verb!.lemma)) return tags.form[verb!.to] === 'ing';
  if (AWAY.has(verb!.lemma)) return SHEETS.first(words, from, to) >= 0;
  if (verb!.lemma !== 'take') return false;
  const away = norm.slice(verb!.to, to).some((word) => /^(?:out|off|down|away)$/.test(word));
  return away && SHEETS.first(words, from, to) >= 0;
}

function writesDown(reading: LazyReading, { verb }: Clause, to: number): boolean {
  const { words } = reading.grammar;
  const { lemma } = verb!;
  if (/^(?:build|set|put|add|introduce|fit)$/.test(lemma) && SAFEGUARDS.first(words, verb!.to, to) >= 0) return true;
  if (/^(?:agree|adopt|draw|write|start|work|make|begin|set)$/.test(lemma) && FRESH.first(words, verb!.to, to) >= 0)
    return PROCESS_NOUNS.first(words, verb!.to, to) >= 0;
  if (!/^(?:write|put|move|add|print|pin|paint|stick)$/.test(lemma)) return false;
  for (let i = verb!.to; i + 1 < to; i += 1)
    if (/^(?:on|in|to|into|onto|at|of)$/.test(words.norm[i]) && SHEETS.first(words, i + 1, Math.min(to, i + 6)) >= 0) return true;
  return false;
}

/** "I have told the office to ask for the house number each time"; not "I've told the driver". */
function tellsOurs(reading: LazyReading, { verb }: Clause, to: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (!/^(?:tell|ask|instruct|remind|brief|show)$/.test(verb!.lemma)) return false;
  const whom = OUR_PEOPLE.first(words, verb!.to, Math.min(to, verb!.to + 4));
  if (whom < 0) return false;
  const rest = norm.slice(whom + 1, Math.min(norm.length, to + 4));
  return (
    /^(?:to|how|that|never|not)$/.test(rest[0] ?? '') &&
    rest.some((word) => /^(?:each|every|always|before|first|never|whenever|all|twice)$/.test(word))
  );
}
