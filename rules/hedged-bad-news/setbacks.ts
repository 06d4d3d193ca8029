import { Gap, inList } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';
import { isBad } from './outcomes.js';

const COPULAS = new Set(
  "be is are 's been being prove proves look looks looking seem seems sound sounds appear appears get got become becomes remain remains stay go out turn find as".split(
    ' ',
  ),
);
/** What may stand between a copula and the word that tells. */
const BETWEEN =
  /^(?:a|an|some|any|the|bit|of|little|slight|slightly|possibly|perhaps|probably|very|quite|more|further|too|somewhat|tad|touch|sort|kind|rather|fairly|pretty|maybe|conceivably|potentially|to|be|been|already|still|real|big|long|major|minor|small|well|just|simply|sadly|unfortunately|all|even|now|fully|permanently|completely|really|not|so|something|subject|quite|already|on|over|in|have|left|there|here|most|likely|simply|altogether|by|somehow|bloody|right)$/;
/** Negative by their form, and said of what is offered or wanted. */
const BY_FORM =
  /^(?:un(?:available|able|suitable|workable|realistic|feasible|recoverable|repairable|successful|popular|affordable|obtainable|achievable|attainable|manageable|usable|safe|playable|readable|happy|keen|willing|likely|certain|wise|welcome|economic|economical|fixable|reachable|salvageable|sure)|in(?:compatible|eligible|sufficient|adequate|valid|feasible|advisable|convenient|accessible|operable|complete|flexible)|im(?:possible|practical|practicable|permissible|movable|probable)|ir(?:reparable|retrievable|recoverable|replaceable)|non-?(?:refundable|returnable|transferable|negotiable|existent|exchangeable|starter|viable)|over(?:booked|subscribed|run|due|crowded|budget|loaded))$/;
/** The word behind a verb that makes it a setback: "run out", "fall through", "be put back". */
const PARTICLED: Readonly<Record<string, RegExp>> = {
  run: /^(?:out|over|late|short|into|low)$/,
  fall: /^(?:through|short|behind|foul|apart|outside)$/,
  go: /^(?:astray|missing|wrong|begging|elsewhere|against|by|beyond)$/,
  sell: /^out$/,
  turn: /^(?:down|away)$/,
  say: /^no$/,
  rule: /^(?:out|against)$/,
  call: /^off$/,
  put: /^(?:off|back)$/,
  push: /^(?:back|on)$/,
  hold: /^(?:up|back)$/,
  knock: /^back$/,
  let: /^down$/,
  back: /^out$/,
  pull: /^out$/,
  drop: /^(?:out|off)$/,
  fill: /^up$/,
  snap: /^(?:up|it|them|him|her)$/,
  come: /^(?:unstuck|undone|short)$/,
  end: /^up$/,
  drag: /^on$/,
  cut: /^(?:back|down|short|off)$/,
  bump: /^(?:to|off|back)$/,
  take: /^(?:ages|longer|forever)$/,
  speak: /^for$/,
  stay: /^(?:closed|shut|off|down|away|out|as)$/,
  remain: /^(?:closed|shut|off|down|unavailable|out|as)$/,
  fly: /^without$/,
  look: /^elsewhere$/,
};
const HARMLESS = new Set(
  'need cost charge matter hurt notice mind know realise realize want like require mean think affect apply understand remember recall feel sound look expect appreciate worry care agree believe necessitate recognise recognize hear change seem'.split(
    ' ',
  ),
);
const HARMLESS_PREDICATES =
  /^(?:necessary|needed|required|aware|obvious|clear|everyone|everybody|all|always|every|far|long|alone|perfect|ideal|immediately|apparent|visible|the|what|that|as|surprised|familiar|charged|affected|because|due|a)$/;
const WITHIN = 14;

/** Where a clause tells of a setback, behind word `from`: the index of the word that tells, or undefined. */
export function setbackIn(look: Look, clause: Clause, from: number): number | undefined {
  const { verb } = clause;
  // "The two halves may not be flown in another order": a permission that is not given.
  const done =
    verb &&
    (verb.voice === 'passive' ||
      (verb.lemma === 'be' &&
        /(?:ed|used|brought|taken|worn|held|sold|kept|eaten|shown|given|lent|sent|flown|left|put|cut|bought|built|drunk)$/.test(
          look.draft.words.norm[verb.to] ?? '',
        )));
  if (verb?.negated && verb.modal === 'may' && done) return undefined;
  // "It may look full": what it looks like is granted.
  if (verb?.modal === 'may' && /^(?:seem|appear|look)$/.test(verb.lemma)) return undefined;
  return verb?.tense === 'perfect'
    ? lost(look, clause)
    : (deniedBehind(look, clause) ?? denied(look, clause) ?? befallen(look, clause) ?? predicated(look, clause, from));
}

/** What is done cannot be a plan that fails; but a thing may have been lost. */
const LOST = new Set(
  'gone lost deleted wiped erased overwritten destroyed corrupted stolen sold vanished disappeared perished expired taken lapsed discarded shredded binned scrapped cleared purged removed forfeited demolished beaten pipped'.split(
    ' ',
  ),
);

/** "may well have been deleted", "has probably gone for good". */
function lost({ draft }: Look, { verb, negated, subject, link, from }: Clause): number | undefined {
  // "so it may have sold out" explains.
  if (link === 'so') return undefined;
  if (negated) return /^(?:catch|record|save|keep|survive|capture|retain|store)$/.test(verb!.lemma) ? verb!.main : undefined;
  // "I have a feeling it's been turned down": what one fears is done.
  const maybe = draft.words.norm.slice(from, verb!.main).some((word) => /^(?:may|might|could)$/.test(word));
  if (
    !maybe &&
    subject?.actor !== 'own' &&
    subject?.actor !== 'customer' &&
    (inList('setback-verbs', verb!.lemma) || isParted(draft.words.norm, verb!))
  )
    return verb!.main;
  return subject?.actor !== 'customer' && LOST.has(draft.words.norm[verb!.main]) ? verb!.main : undefined;
}

/** "turned down", "put off". */
function isParted(norm: readonly string[], { lemma, to }: NonNullable<Clause['verb']>): boolean {
  return Object.hasOwn(PARTICLED, lemma) && PARTICLED[lemma].test(norm[to] ?? '');
}

/** "may turn out not to be covered" */
function deniedBehind({ draft }: Look, { verb }: Clause): number | undefined {
  if (!verb || !/^(?:turn|prove|happen|seem|appear)$/.test(verb.lemma)) return undefined;
  const { norm } = draft.words;
  const at = norm[verb.to] === 'out' ? verb.to + 1 : verb.to;
  return norm[at] === 'not' && norm[at + 1] === 'to' ? verb.main : undefined;
}

/** "may not stretch to it", "might not be out by then", "will no longer run". */
function denied({ draft }: Look, { verb, negated, to }: Clause): number | undefined {
  if (!verb || !negated || verb.tense === 'past' || verb.tense === 'perfect') return undefined;
  const { norm } = draft.words;
  if (!verb.negated && !norm.slice(verb.from, verb.to).includes('longer')) return undefined;
  if (HARMLESS.has(verb.lemma) || /^(?:have|need|want)$/.test(norm[verb.main - 2] ?? '')) return undefined;
  if (norm.slice(verb.from, verb.main).some((word) => /^(?:always|all|necessarily|every|only)$/.test(word))) return undefined;
  if (verb.lemma === 'be' || verb.lemma === 'have') {
    let at = verb.to;
    while (/^(?:too|so|very|really|quite|that|be|all)$/.test(norm[at] ?? '') && at < to) at += 1;
    if (HARMLESS_PREDICATES.test(norm[at] ?? '')) return undefined;
  }
  return verb.main;
}

/** "may miss it", "could fall through", "might be turned down", "may have to be skipped". */
function befallen({ draft }: Look, { verb, negated, to }: Clause): number | undefined {
  if (!verb || negated || verb.tense === 'past') return undefined;
  const { norm } = draft.words;
  // "we may need it ourselves"
  if (verb.lemma === 'need')
    return norm.slice(verb.to, verb.to + 4).some((word) => /^(?:ourselves|myself|themselves)$/.test(word)) ? verb.main : undefined;
  // "the vicar may have other plans"
  if (verb.lemma === 'have' && HAVING.test(norm.slice(verb.to, verb.to + 3).join(' '))) return verb.main;
  if (Object.hasOwn(PARTICLED, verb.lemma)) return isParted(norm, verb) ? verb.main : undefined;
  if (verb.lemma === 'take')
    return /^(?:a while|some time|a bit longer|a little longer|rather long|quite a|a good while)\b/.test(
      norm.slice(verb.to, verb.to + 3).join(' '),
    ) && verb.to < to
      ? verb.main
      : undefined;
  if (!inList('setback-verbs', verb.lemma)) return undefined;
  return verb.voice === 'passive' || verb.to <= to ? verb.main : undefined;
}

/** What those have who will say no. */
const HAVING =
  /^(?:other (?:plans|ideas)|different ideas|something to say|some reservations|(?:reservations|objections|misgivings|qualms|doubts)|a (?:problem|say)|strong views|first refusal)\b/;

/** "be a bit of a squeeze", "prove rather awkward", "be beyond repair", "would seem to be delayed": to the next stop or conjunction, as the clause may break off. */
function predicated({ draft, language }: Look, { sentence }: Clause, from: number): number | undefined {
  const { norm, gap } = draft.words;
  const last = language.sentences[sentence].to;
  const end = Math.min(last, from + WITHIN);
  for (let i = from + 1; i < end; i += 1) {
    if (i > from + 1 && (gap[i] & (Gap.comma | Gap.stop | Gap.break | Gap.openBracket) || BREAKING.test(norm[i]))) return undefined;
    if (!tells(norm, i, last)) continue;
    let back = i - 1;
    while (back > from && BETWEEN.test(norm[back]) && !COPULAS.has(norm[back])) back -= 1;
    if (
      COPULAS.has(norm[back]) ||
      (inList('setback-nouns', norm[i]) && BRINGING.test(norm[back])) ||
      (back <= from + 1 && LONE.test(norm[back]))
    )
      return i;
  }
  return undefined;
}

const BREAKING = /^(?:but|because|so|if|when|unless|which|who|whose|that|and|while|until)$/;
/** "You might see some slippage", "it may cause delays". */
const BRINGING = /^(?:see|face|have|cause|meet|experience|notice|get|mean|bring|hit|encounter|pose|present|create|suffer)$/;
const LONE = /^(?:possibly|perhaps|probably|maybe|likely)$/;

/** Words of more than one: pushing it, cutting it fine, out of stock, more than we can, hard to come by. */
const SAYINGS =
  /^(?:pushing (?:it|things|our|your)|cutting (?:it|things) (?:a (?:bit|little) )?(?:fine|close)|asking (?:a (?:bit|lot|little)|too|rather|quite)|up in the air|touch and go|a thing of the past|for (?:quite )?(?:some time|a while|a good while|a long time)|nothing (?:left|we|much|free|to be)|nobody (?:free|left|in)|none left|against the (?:rules|grain|odds)|out of (?:stock|reach|luck|the question|print|production|season|range|budget|time|bounds|service|action)|out$|off$|off the|down to luck|in the lap|in doubt|on the (?:optimistic|late|tight|short|low|early|high|expensive|steep) side|in use|spoken for|snapped up|no\b(?! (?:problem|trouble|need|charge|cost|bother))|a no\b|not (?:an option|possible)|hard (?:to|pressed)|more than|less than|a while|some time|further off|at risk|in short supply|thin on the ground|few and far|a (?:tall|big) (?:order|ask)|a long (?:shot|way)|against (?:us|you|the)|put (?:off|back)|pushed back|held (?:up|back)|called off|turned (?:down|away)|sold out|cut (?:off|short)|stood down|taken off|fully|wishful|easier said|too (?:few|late|far|soon|much|many|short|long|tight|big|large|small|heavy|wide|high|low|old|early|little|busy|dear|expensive|full|dangerous|risky|complicated|thin|thick|tall|narrow|close|hot|cold|wet|weak)|(?:much|lot) to (?:ask|hope))/;

function tells(norm: readonly string[], i: number, end: number): boolean {
  const word = norm[i];
  if (word === 'non' && /(?:able|ible)$/.test(norm[i + 1] ?? '')) return true;
  if (inList('setback-adjectives', word) || BY_FORM.test(word)) return !/^(?:time|term|list)$/.test(norm[i + 1] ?? '');
  if (inList('setback-nouns', word)) return norm[i + 1] !== 'with';
  return SAYINGS.test(norm.slice(i, Math.min(end, i + 5)).join(' ')) || (!BETWEEN.test(word) && isBad(norm, i, end));
}
