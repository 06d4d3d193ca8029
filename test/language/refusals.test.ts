import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

const refusals = (text: string): string[] => buildReading(text).refusals.map(({ lemma, reason }) => `${lemma} ${reason}`);

/** What is refused is what the customer asked for, whatever the words. */
const refusedOf = (text: string, customer: string): string[] =>
  buildReading(text, { customer }).refusals.map(({ reason, start, end }) => `${text.slice(start, end)} / ${reason}`);

describe('what the customer asked for, refused', () => {
  it.each([
    ["The tuba can't be polished.", 'Could you polish my tuba?', ["The tuba can't be polished / none"]],
    ['A second key we are not able to cut.', 'Could you cut a second key?', ['A second key we are not able to cut / none']],
    ['Painting the gate is beyond what we do.', 'Would you paint the gate?', ['Painting the gate is beyond what we do / none']],
    [
      "Painting the gate isn't permitted by our rules.",
      'Would you paint the gate?',
      ["Painting the gate isn't permitted by our rules / policy"],
    ],
    ['Evening boats are not sold.', 'Could you sell me a ticket for an evening boat?', ['Evening boats are not sold / none']],
    ['There is no way to move the plot.', 'Please move my plot.', ['There is no way to move the plot / none']],
    [
      'The lockers are out: a pipe burst above them last night.',
      'Could I have a locker?',
      ['The lockers are out: a pipe burst above them last night / given'],
    ],
    ['A second key is more than we can cut.', 'Could you cut a second key?', ['A second key is more than we can cut / none']],
    ["Sunday won't work for us.", 'Could I come on Sunday?', ["Sunday won't work for us / none"]],
    ["It isn't our policy to polish tubas.", 'Could you polish my tuba?', ["It isn't our policy to polish tubas / policy"]],
    [
      'It has been decided that the mooring fee is to remain in place.',
      'I want the mooring fee dropped.',
      ['that the mooring fee is to remain in place / none'],
    ],
    ['The mooring fee will not be taken off.', 'Take the mooring fee off.', ['The mooring fee will not be taken off / none']],
    ["The trolley doesn't leave the hall.", 'Could I borrow the trolley?', ["The trolley doesn't leave the hall / none"]],
    [
      "The orangery isn't a place we let people marry in.",
      'Could we marry in the orangery?',
      ["The orangery isn't a place we let people marry in / none"],
    ],
    ["We don't do tubas, I'm afraid.", 'Could you polish my tuba?', ["We don't do tubas / none"]],
    ["The bell isn't for lending.", 'Could you lend me the bell?', ["The bell isn't for lending / none"]],
    ["The board didn't go for the bench.", 'Please put a bench by the pond.', ["The board didn't go for the bench / none"]],
    ["Moving the plot can't be arranged.", 'Please move my plot.', ["Moving the plot can't be arranged / none"]],
    ["We don't do that, I'm afraid.", 'Could you polish my tuba?', ["We don't do that / none"]],
    ['The management has said no.', 'Please put a bench by the pond.', ['The management has said no / none']],
    [
      'The committee has looked at it and the tuba cannot be polished.',
      'Could you polish my tuba?',
      ['the tuba cannot be polished / none'],
    ],
    ["We can't polish it for any reason.", 'Could you polish my tuba?', ["We can't polish it for any reason / none"]],
    ["Your tuba arrived on Monday. We can't polish it.", 'Could you polish my tuba?', ["We can't polish it / none"]],
    ["We can't polish it. It's our standard practice.", 'Could you polish my tuba?', ["We can't polish it / none"]],
    ["We can't polish it. New tubas come in every Thursday.", 'Could you polish my tuba?', ["We can't polish it / none"]],
    ["We can't polish it. We lost our lathe in the flood.", 'Could you polish my tuba?', ["We can't polish it / given"]],
    ["We can't polish it. The brass may tear.", 'Could you polish my tuba?', ["We can't polish it / given"]],
    ["We can't polish it. I work alone.", 'Could you polish my tuba?', ["We can't polish it / given"]],
    ["We can't polish it. The lathe ran hot on Monday.", 'Could you polish my tuba?', ["We can't polish it / given"]],
    ["We can't polish it. Joan is on leave that week.", 'Could you polish my tuba?', ["We can't polish it / given"]],
    ["You can't leave a piano in the hall.", 'May I leave my piano in the hall?', ["You can't leave a piano in the hall / none"]],
    ['The owner is not going to speak to you.', 'I want to speak to the owner.', ['The owner is not going to speak to you / none']],
    ['The school did not allow the resit.', 'Please allow a resit.', ['The school did not allow the resit / none']],
    ["We can't polish the tuba. Our workshop is on the second floor.", 'Could you polish my tuba?', ["We can't polish the tuba / none"]],
    ["We can't polish the tuba. Our workshop has no lathe.", 'Could you polish my tuba?', ["We can't polish the tuba / given"]],
    ["Your tuba is on the rack. We can't polish it.", 'Could you polish my tuba?', ["We can't polish it / none"]],
    ["We can't polish the tuba. That's just how we work.", 'Could you polish my tuba?', ["We can't polish the tuba / none"]],
    ["We looked into your request on Monday. We can't polish it.", 'Could you polish my tuba?', ["We can't polish it / none"]],
    [
      'None of the boats was over an hour late and so compensation is not payable.',
      'I want compensation for the boat.',
      ['compensation is not payable / given'],
    ],
  ])('%s', (text, customer, found) => expect(refusedOf(text, customer)).toEqual(found));

  it.each([
    ["I can't find the tuba in the book.", 'Could you polish my tuba?'],
    ["We won't call again.", 'Please do not call me, and polish my tuba.'],
    ["We won't charge you for the polish.", 'Could you polish my tuba?'],
    ["The gate hasn't been painted yet.", 'Could you paint the gate?'],
    ['So the gate is not painted.', 'Could you paint the gate?'],
    ["The trolley doesn't cost anything.", 'Could I borrow the trolley?'],
    ["The owner doesn't mind a dog.", 'Could we have a dog?'],
    ["The tuba won't break.", 'Could you send my tuba by train?'],
    ["We don't see the tuba on your order.", 'Could you polish my tuba?'],
    ["We won't always polish a tuba on the day.", 'Could you polish my tuba?'],
    ["I wouldn't hesitate to polish the tuba.", 'Could you polish my tuba?'],
    ['I have no record of the tuba.', 'Could you polish my tuba?'],
    ["We're sorry you can't check in online.", 'I want to check in online, can you help?'],
    ["You can't be charged for the locker.", 'Can I use the locker?'],
    ["The number you gave isn't one of ours.", 'Please cancel my booking, number 31863504.'],
  ])('nothing is refused in: %s', (text, customer) => expect(refusedOf(text, customer)).toEqual([]));
});

describe('refusals', () => {
  it.each([
    ['We cannot refund this.', ['refund none']],
    ["We're unable to exchange it because the box is open.", ['exchange given']],
    ["We can't extend it under our terms.", ['extend policy']],
    ['Your claim was rejected.', ['reject none']],
    ['We have decided not to replace it.', ['decide none']],
    ['It is not possible to move it.', ['be none']],
    ['The desk is full. We cannot add a chair.', ['add given']],
    ['That sounds awful. We cannot add a chair.', ['add none']],
    ['We have to follow our policy.', ['follow policy']],
    ['There is no refund for this fare.', ['be none']],
    ["The system won't let me cancel it.", ['let policy']],
    ['No exchange can be made on this item.', ['make none']],
    ['Compensation is not payable in your case.', ['be none']],
    ["You can't have your deposit back.", ['have none']],
    ['Sadly, we have to turn down your request.', ['turn none']],
    ["We no longer make this model, so we can't send you the part.", ['send given']],
    ['The seal was broken and therefore we cannot refund it.', ['refund given']],
    ["The seal was broken, which is why we can't refund it.", ['refund given']],
    ['It is our policy and therefore we cannot refund it.', ['refund policy']],
    ['Your appeal was unsuccessful.', ['be none']],
    ['Your claim was not upheld.', ['uphold none']],
    ['Refunds are not given.', ['give none']],
    ["There won't be a refund.", ['be none']],
    ["There's nothing I can give you back.", ['be none']],
    ['We have decided against a voucher.', ['decide none']],
    ['You will not be reimbursed.', ['reimburse none']],
    ['I do not have the authority to waive it.', ['have none']],
    ['We are declining your claim.', ['decline none']],
    ['It goes against our rules to pay it back.', ['go policy']],
    ['Moving your booking is not possible.', ['be none']],
    ['It is with regret that we must refuse your application.', ['refuse none']],
    ['The fee remains payable.', ['remain none']],
    ['Goats are a clear no from us.', ['be none']],
    ["Harps aren't something the trustees will agree to.", ['be none']],
    ["Embroidery isn't a thing we offer.", ['be none']],
    ['Your bid did not succeed.', ['succeed none']],
    ['Your request to move the bench was not granted.', ['grant none']],
  ])('%s', (text, found) => expect(refusals(text)).toEqual(found));

  it.each([
    "I can't thank you enough.",
    'A cold hall is not something we can ignore.',
    'Was it a no from the baker?',
    'No worries, sorry.',
    'Your address will not be shared with anyone.',
    "We can't wait to see you.",
    'We could not reach you.',
    "You can't be charged again.",
    "I can't help thinking it was us.",
    "We won't cancel it until you say so.",
    'Can we not refund it?',
    'We cannot give you an exact date.',
    "We won't let you down again.",
    'Your card was declined by your bank.',
    'There are no cancellations this morning.',
    "You can't get lost.",
    'Refunds are not taxed.',
    'The decision is yours.',
    'Your request has not been forgotten.',
    "You won't be charged for this.",
    'The committee did not meet in May.',
  ])('refuses nothing in: %s', (text) => expect(refusals(text)).toEqual([]));
});

describe('referrals', () => {
  const referrals = (text: string): string[] =>
    buildReading(text).referrals.map(
      ({ target, optional, handedOver }) => `${target}${optional ? ' optional' : ''}${handedOver ? ' handed over' : ''}`,
    );

  it.each([
    ['Please contact our billing team.', ['part-of-ours']],
    ['You will have to ring the courier.', ['third-party']],
    ['Please call your bank.', ['theirs']],
    ['Please call me on Monday.', ['us']],
    ['Please write to the ombudsman.', ['authority']],
    ['Please call Melanie Hart.', ['named']],
    ["If you'd rather talk, call the front desk.", ['part-of-ours optional']],
    ['Could you please forward your email to our billing colleagues?', ['part-of-ours']],
    ['Refunds are dealt with by our accounts team. Their number is 0161 496 0330.', ['part-of-ours']],
    ['That is one for our claims team. Please give them a call.', ['part-of-ours']],
    ['The courier will need to be contacted by you.', ['third-party']],
    ['My advice is to go straight to the carrier.', ['third-party']],
    ['Just drop our returns desk a line.', ['part-of-ours']],
    ['May I ask you to get in touch with our returns desk?', ['part-of-ours']],
    ['Have you tried calling our returns desk?', ['part-of-ours']],
    ['I have asked accounts to correct it; please ring accounts on Monday.', ['part-of-ours handed over']],
  ])('%s', (text, found) => expect(referrals(text)).toEqual(found));

  it.each([
    'We will contact the courier.',
    'You contacted the courier.',
    'The courier will call you.',
    'Did you call the depot?',
    'Our fitters come on Friday; please call them by their names.',
    'Refunds are dealt with by our accounts team. You had yours on Monday.',
    'Please write to anna@mail.example.',
  ])('sends nobody away in: %s', (text) => expect(referrals(text)).toEqual([]));
});
