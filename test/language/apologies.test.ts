import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** The kinds of all apologies of a body text. */
const kinds = (text: string): string[] =>
  buildReading(text)
    .apologies.filter((a) => !a.mention)
    .map((a) => a.kind);

describe('what "sorry" complements (RULES §1.5)', () => {
  it.each([
    ['I am sorry we sent you the wrong size.', 'own-act'],
    ['Sorry that it took us so long.', 'own-act'],
    ['We apologise for our mistake.', 'own-act'],
    ['I apologize for the delay we caused.', 'own-act'],
    ['I owe you an apology: we sent the grey cover.', 'bare'],
    ['Please accept our apologies.', 'bare'],
    ['Please forgive us for the mix-up.', 'own-act'],
    ['We regret sending the wrong size.', 'own-act'],
    ['We apologise unreservedly for our failure to reply.', 'own-act'],
    ["I'm sorry you were disappointed by our slow reply.", 'own-act'],
    ['I feel awful about breaking your lamp.', 'own-act'],
    ['I feel so sorry for you standing there in the rain.', 'pity'],
    ['We are ashamed that we left you standing there.', 'own-act'],
    ["I'm sorry to hear about your experience.", 'hearing'],
    ['We are never pleased to hear that a guest was let down.', 'hearing'],
    ['We hate to hear this.', 'hearing'],
    ["It's a shame to hear that the food was cold.", 'hearing'],
    ['We are glad you liked the pool, however, disappointed to hear that the breakfast was cold.', 'hearing'],
    ["I'm sorry to learn you lost your job.", 'life-event'],
    ["I'm so sorry to hear that you lost a dear aunt in May.", 'life-event'],
    ['We were sorry to hear your cousin lost her husband last month.', 'life-event'],
    ['Sorry to hear of the loss of your wife.', 'life-event'],
    ['Sorry to hear about your nan and the fall she had.', 'life-event'],
    ['Sorry to hear you lost your seat.', 'hearing'],
    ["Sorry to hear you lost your son's shoe.", 'hearing'],
    ["Sorry to hear about your nan's booking.", 'hearing'],
    ['Sorry to hear that our driver lost your cat.', 'hearing'],
    ['Really sorry about your mum, but there is no hurry with the forms.', 'life-event'],
    ['I am sorry you took it that way.', 'feelings'],
    ['I apologise for how you perceived it.', 'feelings'],
    ['We are sorry that this was your perception.', 'feelings'],
    ['I am sorry for the way you were treated.', 'own-act'],
    ['That is really unfortunate.', 'pity'],
    ["It's a shame that the kettle broke.", 'pity'],
    ['We apologise for your disappointment.', 'feelings'],
    ['We apologise for the wait, but we are short-staffed.', 'undercut'],
    ['Very sorry for the hold-up, but our roofers are doing all they can.', 'own-act'],
    ['Oh dear, what a rotten time you had!', 'pity'],
    ['We were sad to learn that you were unhappy with your stay.', 'hearing'],
    ['We are disappointed to read this.', 'hearing'],
    ['I was so sorry to hear that your father has died.', 'life-event'],
    ['I am very sorry for your loss.', 'life-event'],
    ["I'm sorry you feel that way.", 'feelings'],
    ['We regret that you were not satisfied with our service.', 'feelings'],
    ['We are sorry you found our guided walk less than thrilling.', 'feelings'],
    ['We apologise if anyone was offended by the advert.', 'conditional'],
    ['Sorry if my last email came across as rude.', 'conditional'],
    ["I'm sorry if you've already sent this; I couldn't find it.", 'courtesy'],
    ["I'm sorry that your order was late, but Christmas is a very busy time for us.", 'undercut'],
    ["I'm sorry the cake was late, but I'm glad to say the refund is already in your account.", 'own-act'],
    ["I'm sorry, but the sale ended on Sunday, so we can't honour the price.", 'refusal-preface'],
    ["We're sorry to see you go.", 'courtesy'],
    ['Sorry to bother you again.', 'courtesy'],
    ['We apologise for any inconvenience this may have caused.', 'any-inconvenience'],
    ['Sorry for any confusion.', 'any-inconvenience'],
    ['We are sorry for the inconvenience.', 'the-inconvenience'],
    ["I'm sorry for the inconvenience of two wasted trips to our shop.", 'specific-inconvenience'],
    ['We feel terrible that this happened to you.', 'pity'],
    ['It is most unfortunate that you had to wait so long.', 'pity'],
    ['Please accept our sympathies for the late delivery.', 'pity'],
    ["I'm sorry we made you feel like a nuisance.", 'own-act'],
    ['I am sorry to have kept you waiting.', 'own-act'],
    ['we are sorry that the wrong part we have sent', 'own-act'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('takes no word of sorrow that is the customer’s, quoted, or about nobody', () => {
    expect(kinds("You said our reply was 'sorry you feel that way'. That was a poor answer.")).toEqual([]);
    expect(kinds('We hope you are not disappointed by the colour.')).toEqual([]);
    expect(kinds('Your apology is not needed.')).toEqual([]);
  });
});
