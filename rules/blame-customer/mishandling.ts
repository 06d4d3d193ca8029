import type { Clause, Look, Span } from 'replylint/rule';

/** "Overloaded", "misfiled": a verb that has its verdict in front. What it costs the customer alone, or what they perceived, is left out. */
const VERDICT = /^(?:over(?!pa[iy]|hear|c[ao]me|s[aeh]|t[ao]ke|look|all|ride|rode|rid|charge|bill)|mis(?!s|take|took|tru|giv))[a-z]{3,}/;
/** What hands do to a thing, where there is a right way and a wrong one. */
const HANDLING = new Set(
  (
    'wash dry clean rub wipe spray iron charge plug connect wire screw tighten fill load pack stack press push pull turn twist bend fold roll stretch cut drill mount hang fit install ' +
    'assemble put place set store keep leave cook bake boil heat freeze water feed plant prune drive ride park run use open close shut lock unlock wear walk mix pour drink eat apply take enter ' +
    'type key write scan send print label address swipe insert stick glue sew paint switch attach remove unplug update install format reset'
  ).split(' '),
);
/** What undoes a thing of one's own: "you deleted it yourself". */
const UNDOING = new Set(
  'delete remove cancel break lock close switch turn block reset wipe lose throw sign enter choose order type tick change unplug disconnect drop damage cut tear spill stop unsubscribe opt click approve confirm give let open disable install'.split(
    ' ',
  ),
);
/** How it was done: "upside down", "too hot", "the wrong way round". */
const WRONGLY =
  /\b(?:upside down|back to front|inside out|the wrong (?:way|side|end|hole|slot|order)|backwards|wrongly|incorrectly|improperly|badly|carelessly|too (?:hot|hard|tight|tightly|long|fast|quickly|often|much|many|deep|deeply|late|early|soon|close|closely|high|low|cold|wet|hastily|roughly|full))\b/;
const LATE = /^(?:it |this |that )?(?:until|till|to the (?:last|very last)|too late|so late|very late)/;

/** "You overwatered them", "you washed it too hot", "you deleted the file yourself", "you left it until checkout to mention it": the act with its verdict. */
export function mishandled({ draft: { words } }: Look, { verb, to, negated, mood }: Clause): boolean {
  const { norm } = words;
  if (negated || mood !== 'statement' || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return false;
  const { lemma } = verb!;
  if (VERDICT.test(norm[verb!.main])) return true;
  const rest = norm.slice(verb!.to, to).join(' ');
  if (lemma === 'leave' && LATE.test(rest)) return true;
  if (HANDLING.has(lemma) && WRONGLY.test(rest)) return true;
  const self = norm.slice(verb!.to, to).findIndex((word) => word === 'yourself' || word === 'yourselves');
  return self >= 0 && UNDOING.has(lemma) && !/^(?:for|to|by|of|with)$/.test(norm[verb!.to + self - 1]);
}

/** How we told them beforehand. */
const FOREWARNED = /^(?:tell|warn|advise|remind|inform|caution|ask|say)$/;

/** "We told you not to use bleach", "we did warn you about the frost": held up to them, that they knew. */
export function forewarned({ draft: { words }, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, negated, mood, mention, sentence, start } = clause;
  const { norm } = words;
  if (!verb || subject?.actor !== 'own' || negated || mood !== 'statement' || mention || !FOREWARNED.test(verb.lemma)) return undefined;
  if (verb.tense !== 'past' && verb.tense !== 'perfect') return undefined;
  if (norm[verb.to] !== 'you') return undefined;
  const at = verb.to + 1;
  if (!(norm[at] === 'not' && norm[at + 1] === 'to') && verb.lemma !== 'warn' && norm[verb.from] !== 'did') return undefined;
  // "… and that was wrong of us": what was told is owned.
  const whole = language.sentences[sentence];
  const owned = language.faults.some((fault) => fault.sentence === sentence && fault.actor === 'own' && fault.asserted);
  if (owned || /\b(?:wrong|mistake|mistaken)\b/.test(norm.slice(at, whole.to).join(' '))) return undefined;
  let told = clause;
  for (
    let next = language.clauses[told.index + 1];
    next?.sentence === sentence && next.verb?.tense === 'none';
    next = language.clauses[next.index + 1]
  )
    told = next;
  return { start, end: told.end };
}
