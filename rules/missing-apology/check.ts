import { inList, type Apology, type ApologyKind, type Check, type Clause, type Fault, type Look, type Reading } from 'replylint/rule';

/** Words of sorrow that apologise for nothing: prefaces to a refusal, courtesies, condolences, and sorrow about the customer's lot. */
const NO_APOLOGY: ReadonlySet<ApologyKind> = new Set<ApologyKind>(['refusal-preface', 'courtesy', 'life-event', 'hearing', 'pity']);

/** The draft owns a failing, or accepts the one the customer tells of, and no apology for it stands anywhere (RULES §1.7, §5). */
const check: Check = (look) => {
  const { language } = look;
  if (language.apologies.some((apology) => apologises(language, apology))) return [];
  const admitted = admission(look) ?? repair(look);
  if (!admitted && language.faultState !== 'admitted') return [];
  return [{ span: null, anchor: admitted ?? language.body[0] }];
};

export default check;

/** "Sorry to hear that we let you down" apologises, too: what was heard is our own failing, there or in the sentence before. */
function apologises({ faults, clauses, sentences }: Reading, { kind, mention, sentence, start, end }: Apology): boolean {
  if (mention) return false;
  if (kind !== 'hearing') return !NO_APOLOGY.has(kind);
  return (
    faults.some(
      (fault) =>
        fault.actor === 'own' &&
        ((fault.start >= start && fault.sentence === sentence) || (fault.sentence === sentence - 1 && fault.asserted)),
    ) ||
    clauses
      .slice(sentences[sentence].firstClause, sentences[sentence].endClause)
      .some(
        ({ subject, verb, start: from }) =>
          subject?.actor === 'own' && (verb?.tense === 'past' || verb?.tense === 'perfect') && from > start && from < end,
      )
  );
}

/** Faults of a thing that nobody is named for. */
const TECHNICAL = /^(?:technical|mechanical|technicalities)$/;

/** Putting it right accepts that it was wrong: "we are working on fixing the cold showers", "the scuffs will be attended to". */
const REPAIRING: ReadonlySet<string> = new Set(['resolve', 'fix', 'correct', 'rectify', 'repair', 'address', 'attend', 'remedy']);

function repair(look: Look): Clause | undefined {
  const { language, draft } = look;
  if (language.kind.value !== 'complaint' || draft.customer === undefined) return undefined;
  return language.clauses.find(({ verb, subject, mood, mention, negated, to }) => {
    if (!verb || mention || negated || mood !== 'statement') return false;
    if (takesToTask(look, verb)) return subject?.actor === 'own';
    if (!REPAIRING.has(verb.lemma)) return false;
    const ours = verb.voice === 'passive' ? subject?.actor === 'thing' : subject?.actor === 'own';
    if (!ours || verb.modal === 'can' || verb.modal === 'would' || verb.modal === 'could') return false;
    // "to resolve your issue", "your case will be resolved", "if it needs to be fixed": theirs, or nothing found yet.
    if (subject && draft.words.norm[subject.from] === 'your') return false;
    if (verb.voice === 'passive' ? subject && unnamed(draft.words.norm, subject.from, subject.to) : unnamed(draft.words.norm, verb.to, to))
      return false;
    for (let i = verb.to; i < Math.min(to, verb.to + 4); i += 1) if (/^(?:you|your|any)$/.test(draft.words.norm[i])) return false;
    const under = language.clauses.find((clause) => clause.to === verb.from && clause.verb);
    return verb.tense !== 'none' || /^(?:work|make|ensure|begin|start)$/.test(under?.verb?.lemma ?? '');
  });
}

/** "I will speak to the kitchen staff about this": whoever takes their people to task accepts that they fell short. */
function takesToTask({ draft: { words } }: Look, { lemma, tense, to }: NonNullable<Clause['verb']>): boolean {
  if (!/^(?:speak|talk)$/.test(lemma) || tense !== 'future') return false;
  const { norm } = words;
  if (!/^(?:to|with)$/.test(norm[to] ?? '') || !/^(?:the|our|my)$/.test(norm[to + 1] ?? '')) return false;
  for (let i = to + 2; i < to + 5; i += 1) if (inList('staff', norm[i] ?? '')) return true;
  return false;
}

/** "The issue", "it", "a technical problem": whose, and what, is left open. */
function unnamed(norm: readonly string[], from: number, to: number): boolean {
  if (/^(?:it|this|that|these|them|those)$/.test(norm[from] ?? '')) return true;
  if (!/^(?:the|an?|this|that|some|these)$/.test(norm[from] ?? '')) return false;
  for (let i = from + 1; i < Math.min(to, from + 5); i += 1)
    if (/^(?:issues?|problems?|matters?|glitch(?:es)?|situation|errors?|faults?)$/.test(norm[i])) return true;
  return false;
}

/** The clause that admits it. What was done wrong (not what was left undone) with no author at all counts when it answers a complaint: the customer has told whose it is. */
function admission({ language, draft }: Look): Fault | undefined {
  const complained = language.kind.value === 'complaint' && draft.customer !== undefined;
  return language.faults.find(({ asserted, actor, role, sentence, author, clause }) => {
    // "We cannot tell what went wrong" owns up to nothing.
    if (!asserted || /^(?:what|why|how|where|whether)$/.test(language.clauses[clause].link ?? '')) return false;
    // "Our system booked you twice", "our billing team entered the wrong date": ours, and named as ours. Whom a reply blames it does not answer for.
    if ((actor === 'thing' || actor === 'department') && author && /^our\b/i.test(draft.text.slice(author.start, author.end))) return true;
    return (
      actor === 'own' ||
      (complained && actor === 'nobody' && role === 'none' && !language.clauses[clause].negated && !namesCircumstance(language, sentence))
    );
  });

  function namesCircumstance({ sentences }: Reading, index: number): boolean {
    const { from, to } = sentences[index];
    const { norm } = draft.words;
    for (let i = from; i < to; i += 1)
      if (inList('circumstances', norm[i]) || (norm[i] === 'control' && norm[i - 1] === 'flow') || TECHNICAL.test(norm[i])) return true;
    return false;
  }
}
