import type { Check, Reading, Refusal } from 'replylint/rule';

/** A benefit refused with no reason beside it, or with a rule as the only one. A reply that is cut off may still give it. */
const check: Check = ({ draft, language }) => {
  if (language.cutOff) return [];
  const referring = new Set(language.referrals.map((referral) => referral.sentence));
  return language.refusals
    .filter(
      (refusal) =>
        refusal.reason !== 'given' &&
        !isReferred(refusal, referring) &&
        // "Fourteen signed books can't be sent back and replaced, and being told to must have hurt" takes their side.
        !isFelt(language, refusal) &&
        !answersQuestion(language, draft.text.slice(refusal.start, refusal.end)),
    )
    .map(({ start, end, reason }) => ({
      span: { start, end },
      ...(reason === 'policy' && {
        message: 'A rule is the only reason given for this refusal.',
        suggest: 'Say what the rule is there for, in the customer’s terms, and what you can offer instead.',
      }),
    }));
};

/** The refusal stands in a sentence of empathy. To whoever complains it may be that statement itself, "a night in tears is not something I take lightly". */
function isFelt({ empathy, kind }: Reading, { sentence, start, end }: Refusal): boolean {
  const asking = kind.value === 'question' || kind.value === 'suggestion';
  return empathy.some((felt) => felt.sentence === sentence && (!asking || felt.end <= start || felt.start >= end));
}

/** "We have no plans to bring back the night bus": an answer to whoever only asked. */
function answersQuestion({ kind }: Reading, words: string): boolean {
  return kind.value !== 'suggestion' && /\b(?:no|any)(?: \w+)? (?:plans?|intentions?)\b/i.test(words);
}

/** "We can't help; please ask the returns team": help is not refused but somebody else's to give. `pass-the-buck` judges that. */
function isReferred({ lemma, sentence }: Refusal, referring: ReadonlySet<number>): boolean {
  if (lemma !== 'help' && lemma !== 'assist') return false;
  return referring.has(sentence - 1) || referring.has(sentence) || referring.has(sentence + 1);
}

export default check;
