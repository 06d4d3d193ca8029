import type { Check, Look, Refusal } from 'replylint/rule';

/** A benefit refused with no reason beside it, or with a rule as the only one. A reply that is cut off may still give it. */
const check: Check = (look) =>
  look.language.cutOff
    ? []
    : look.language.refusals
        .filter((refusal) => refusal.reason !== 'given' && !isReferred(refusal, look))
        .map(({ start, end, reason }) => ({
          span: { start, end },
          ...(reason === 'policy' && {
            message: 'A rule is the only reason given for this refusal.',
            suggest: 'Say what the rule is there for, in the customer’s terms, and what you can offer instead.',
          }),
        }));

/** "We can't help; please ask the returns team": help is not refused but somebody else's to give. `pass-the-buck` judges that. */
function isReferred({ lemma, sentence }: Refusal, { language }: Look): boolean {
  if (lemma !== 'help' && lemma !== 'assist') return false;
  return language.referrals.some((referral) => Math.abs(referral.sentence - sentence) <= 1);
}

export default check;
