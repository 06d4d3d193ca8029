import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** Whether the reply shows that its writer understood, and how. */
function shown(text: string, customer?: string): string | undefined {
  return buildReading(text, customer === undefined ? {} : { customer }).empathy.find((each) => each.specific || each.kind === 'evaluation')
    ?.kind;
}

describe('an evaluation is predicated of the situation, whatever the words', () => {
  it.each([
    ['Chasing one lost trunk through five depots is wearing.', 'the main verb itself may judge'],
    ['A stirrup that snaps at the second fence is frightening as well as costly.', 'two judgements'],
    ['A marquee that arrives when the rain is over is no use to anyone.', 'what it is not'],
    ['A week of broken exports costs real money.', 'a cost'],
    ['Five blunt blades in one month would try anyone’s patience.', 'what anybody would feel'],
    ['Four hours is a long time to sit on a runway with a baby.', 'a length'],
    ['How galling to be charged for something you cancelled.', 'an exclamation'],
    ['What a long walk with two suitcases.', 'an exclamation of hardship'],
  ])('%s (%s)', (text) => expect(shown(text)).toBe('evaluation'));

  it('a predicate of no list judges when its subject restates what the customer told', () => {
    const text = 'A kiln ruined by noon is a heap of pots.';
    expect(shown(text, 'Bad glaze again, you ruined our whole kiln.')).toBe('evaluation');
    expect(shown(text)).toBeUndefined();
  });
});

describe('what was at stake for them, told with what became of it', () => {
  it.each([
    ["We dropped your grandmother's teapot.", 'impact'],
    ['We sent your brother off without his inhaler.', 'impact'],
    ['You moved the cots out so that the floor could dry by noon, and nobody came.', 'impact'],
    ['You have one evening a month without the twins, and we seated you in a draught.', 'impact'],
    ['€18 for parking you never used stings.', 'evaluation'],
    ['Thirty euros is a lot for a bowl of soup.', 'evaluation'],
  ])('%s', (text, kind) => expect(shown(text)).toBe(kind));

  it.each([
    'We dropped your teapot.',
    'You moved the cots out, and we will paint on Monday.',
    'You have one voucher left, and we added a second one.',
    'Thirty euros is a lot less than last year.',
    'Two of the bees had stings.',
    'It is not easy for us either.',
    'It has been a difficult year for the whole trade.',
    'It is painful to be accused of lying.',
    "It's no big thing.",
    'You lost the receipt and now want a refund.',
    'You had three chances to mend it.',
    'That the key was under the mat was hardly our idea.',
  ])('%s (none)', (text) => expect(shown(text)).toBeUndefined());
});

describe('where they would be by now is a perspective, what they ask of us is none', () => {
  it.each([
    "We know you're eager to be off the ferry.",
    'We know that once you land you want to get home.',
    'I know you are keen to be with her.',
  ])('%s', (text) => expect(shown(text)).toBe('perspective'));

  it.each(['I understand that you want to get a refund.', 'I know you want to see the invoice.', 'I know you are ready to pay.'])(
    '%s (a request)',
    (text) => expect(shown(text)).toBeUndefined(),
  );
});

describe('an impact is what befell the customer, or what we did to them', () => {
  it.each([
    'You planned to propose on Sunday.',
    'You took the morning off and nobody came.',
    'You had guests coming at seven and no oven.',
    'We left you at the gate with two children.',
    'Your mother spent her birthday in a departure lounge.',
    'That meant another night on the sofa for you.',
  ])('%s', (text) => expect(shown(text)).toBe('impact'));
});

describe('validation sides with the customer', () => {
  it.each([
    'Nobody should have to ring four times to cancel.',
    "I'd be cross too.",
    'You have every right to be annoyed about the two bills.',
    'Your anger is justified.',
    'We let you down.',
    'Neither was an answer.',
    'Three letters should be enough for an answer.',
    'We never want you to wait for your suitcase.',
  ])('%s', (text) => expect(shown(text)).toMatch(/^(?:validation|standard)$/));
});

describe('a standard counts when it names a failing', () => {
  it('a room that was not clean is not good enough', () => expect(shown('A room that was not clean is not good enough.')).toBeDefined());
  it('not the experience we want for our guests', () =>
    expect(shown('This is not the experience we want for our guests.')).toBeUndefined());
});

describe('what only reports shows no understanding', () => {
  it.each([
    'Your order is booked for Tuesday.',
    'A new card is on its way to you.',
    'You ordered the blue one on 3 May.',
    'You paid for the standard room.',
    'You were charged £30 for the second visit.',
    'You waited too long to claim.',
    'It costs £35 for a second visit.',
    'I can see that the payment was taken on Monday.',
    'We understand that you want a refund.',
    'We would like to know which hinge gave way.',
    'It is difficult to say what happened.',
    "I'm sorry the parcel was late.",
    "It's never our intention to leave a rider short.",
    'It is disappointing to read that the room was noisy.',
  ])('%s', (text) => expect(shown(text)).toBeUndefined());
});

it('a bare formula is perspective without a situation', () => {
  const [statement] = buildReading('I completely understand your frustration.').empathy;
  expect(statement).toMatchObject({ kind: 'perspective', specific: false });
});

it('what is understood may stand before the formula', () => {
  expect(shown('A hedge takes ten years to grow, so I understand that you are angry.')).toBe('perspective');
});

describe('what befell the customer is understood, whatever it hangs on', () => {
  it.each([
    "I'm sorry that you had to wait three weeks for an answer.",
    'I apologise for making you queue twice.',
    'We are sorry for leaving you without heating over Easter.',
    "I'm sorry for the wasted journey and the lost afternoon.",
    'I understand that you needed the suit for the wedding.',
    'We recognise that the building work made your stay noisy.',
    'I can tell from your photos how bad it was.',
    "You didn't get the quiet stay you were promised.",
    'You asked for a quiet room and got the lift shaft.',
    'That left your guests standing outside the door.',
    'Your son had to miss his match.',
  ])('%s', (text) => expect(shown(text)).toBeDefined());
});

describe('a right, a wish or a standard of theirs is granted', () => {
  it.each([
    'You should not have been spoken to like that.',
    "You shouldn't need to photograph your own bins to be believed.",
    'You should be able to rely on the lift.',
    "That wasn't the evening you had saved for.",
    "It's really not what anyone needs before a big exam.",
    "This isn't how we should treat anybody.",
    'Nobody buys a ladder to have it wobble.',
    'Of course you want to know where your money is.',
    'No apology gives you back the day you lost.',
    'I have upheld your complaint in full.',
    'Your frustration about the repeated outages makes complete sense.',
    'The state of the bathroom was below the standard you should get.',
    "I'd understand if you didn't trust the new date.",
    'It was not your fault.',
    "You couldn't have known.",
    'That was clumsy of us.',
    'I accept that we should have rung you.',
    'You were given the wrong advice, twice.',
    'You have had nothing but trouble with this boiler.',
    'You have been without water since Monday.',
    'What a nuisance for you.',
  ])('%s', (text) => expect(shown(text)).toBeDefined());
});

describe('in an e-mail, their situation in our words is enough', () => {
  const reflected = (text: string, customer: string): boolean => shownIn(text, customer) !== undefined;
  const shownIn = (text: string, customer: string): string | undefined =>
    buildReading(text, { customer, channel: 'email' }).empathy.find((each) => each.specific || each.kind === 'evaluation')?.kind;

  it.each([
    ['Three wrong payslips in a row take away your trust.', 'My payslip is wrong for the third month.'],
    ['Standing from York to London with a ticket in your pocket makes a mockery of booking.', 'I stood from York to London.'],
    ["Opening an envelope and finding a stranger's child in it gives any parent a turn, and I'm sorry we mixed them up.", 'Wrong photos.'],
    ['Carrying shopping up five floors must feel like mockery.', 'The lift is dead.'],
    ['Three weeks of rubbish in May weather is a stinking business.', 'My bin was not emptied.'],
    ["No money replaces your mother's sofa.", 'You took the wrong sofa to the tip.'],
    ['A first dance without a band cannot be repeated.', 'The band never came to our wedding.'],
  ])('%s', (text, customer) => expect(reflected(text, customer)).toBe(true));

  it.each([
    ['A new tent costs 180 pounds and takes two days.', 'The tent leaked on the first night.'],
    ['A fitter has been booked for Monday.', 'Your fitter left a hole in my wall.'],
    ['Parcels are left in a safe place if nobody is at home.', 'My parcel was thrown over the fence.'],
    ['A bus leaves every ten minutes in the morning.', 'The bus was late again!'],
  ])('%s (only business)', (text, customer) => expect(reflected(text, customer)).toBe(false));
});

describe('what a clerk repeats is no understanding', () => {
  it.each([
    'I understand you have requested a cancellation of order 5512.',
    'We understand that you need a copy of the invoice.',
    'I can see how to change this in your settings.',
    'You should be able to log in now.',
    'You should not press the red button.',
    'We are sorry that your choir had to go through this.',
    'You are entitled to a refund within 14 days.',
    'You were charged on 3 May.',
    'You have had your refund since May.',
    'You were given a code at the desk.',
    'This is one of us at the desk.',
    'You must be registered to vote.',
  ])('%s', (text) => expect(shown(text)).toBeUndefined());
});

describe('the situation is the subject, on any channel', () => {
  const felt = (text: string, customer: string): boolean =>
    buildReading(text, { customer, channel: 'chat' }).empathy.some((each) => each.specific || each.kind === 'evaluation');

  it.each([
    ['To wait an hour and be cut off is as bad as it gets.', 'I waited an hour and was cut off.'],
    [
      'Coming home to a gatepost flat on the drive, and then being told it was not us, must have been galling.',
      'Your lorry hit my gatepost.',
    ],
    ['To pay for delivery and get your books from a puddle rather defeats the purpose.', 'My books lay in a puddle.'],
    ['55 minutes and then being cut off would try a saint.', '55 minutes on hold!'],
    ['Watching your mother stand while others laugh, that stays with a son.', 'My mother had to stand.'],
    ['Four times is not bad luck, it is bad service.', 'You cancelled four times!'],
    ['Four cancelled visits. That is a joke in bad taste.', 'You cancelled four times!'],
    ['It is a cheek to send a man home without so much as a sorry.', 'Your salesman shrugged.'],
    ['Three hours without a chair: a young man would struggle.', 'My mother stood for three hours.'],
  ])('%s', (text, customer) => expect(felt(text, customer)).toBe(true));

  it.each([
    ['Replacing the cartridge takes two minutes.', 'The cartridge is dry again!'],
    ['Cancelling within 24 hours is not possible.', 'I cancelled and you charged me!'],
    ['Waiting 50 minutes is normal on a Saturday.', 'We waited 50 minutes!'],
    ['Hiring a locker by the week is an option but is not required.', 'I had to hire a locker!'],
    ['To have the books replaced, fill in the form.', 'The books are wet!'],
    ['A refund for the van would require a receipt.', 'My van cost 85 pounds!'],
    ['It is a pleasure to tell you that the sofa is back.', 'You had no sofa!'],
    ['Your notes will be used to train new porters.', 'You had no sofa!'],
    ['Rebooking the flight would cost 40 pounds.', 'You cancelled my flight!'],
    ['Mobile boarding is only compatible with single bookings.', 'No mobile boarding for my wife!'],
  ])('%s (a rule, a price, a way)', (text, customer) => expect(felt(text, customer)).toBe(false));
});

describe('their part is taken', () => {
  it.each([
    "You shouldn't be hard on yourself, the drawing is poor.",
    "Please don't blame yourself for it.",
    'Nobody could tell from that page which valve is meant.',
    'No one could make sense of that letter.',
    'You asked whether this is what we call support: it is not.',
    'You told us it was urgent and we treated it like any other ticket.',
    'You warned us, and we did not listen.',
    'Every minute on hold counts double then.',
    'You spoke up that evening and no one helped you.',
    'You did everything you could.',
    'A pump should last years, not two days.',
    'Nothing I send you will bring them back.',
    'I would be beside myself if it were my pond.',
    'The note calling it "user error" was a daft thing to read on a Sunday.',
    'It must be galling to hear hold music for an hour.',
    'Forty minutes on hold when you feel ill is too long.',
    'I know you need those figures for the board tomorrow.',
    'I know your cows cannot wait for our paperwork.',
    'I know you had nine guests and no water.',
  ])('%s', (text) => expect(shown(text)).toBeDefined());

  it.each([
    'Nobody here would put it down to the router.',
    'Nobody else has complained about this.',
    'Nobody could reach you on Friday.',
    'No one could find a booking for you.',
    'No one told you to open it.',
    'Please do not hold yourself back from asking.',
    'As I am sure you can appreciate, trained staff costs money.',
    'I appreciate that you feel you were at home, but our fitters photograph every door.',
    'An error was made when the stock was moved.',
    'It was a mere half hour.',
    'Please note that the pump should not be run dry.',
    'Every hour is logged in the portal.',
    'You wrote on Monday and we treated it on Tuesday.',
    'It is disappointing to hear this.',
    'It is disappointing to read your comments.',
    'I know you need a copy.',
    'I understand that you need the form for Friday.',
    'I know your card cannot be used abroad.',
    'You have an extra lesson on Friday.',
    "Leaks are never planned and this isn't the impression we want to give.",
    "We appreciate your neighbours' understanding and good humour.",
  ])('%s (no)', (text) => expect(shown(text)).toBeUndefined());
});

it('owns the word of the customer, but not a word of state or praise', () => {
  const owns = (text: string, customer: string): boolean => shown(text, customer) !== undefined;
  expect(owns('It was sneaky, even if nobody meant it.', "That's sneaky.")).toBe(true);
  expect(owns('It was available on Monday.', 'It was not available!')).toBe(false);
  expect(owns('It was lovely.', 'You said it was lovely!')).toBe(false);
  expect(owns('It was the router.', 'Your man said it was the router!')).toBe(false);
});

describe('what anybody sets out for, and what was due', () => {
  it.each([
    'No one plans a christening around a closed door.',
    'People do not pay for a reserved seat to stand by the toilets.',
    "A children's party without the cake is not much of a party.",
    'An evening spent on hold is an evening you will not have again.',
    'You did your part: the form was in a week early.',
    'A traveller left on the platform with her wheelchair is as bad as it gets.',
    'The service at the desk should have been better.',
    'Our crew should be courteous at all times.',
    'A dirty room falls below the standard of this house.',
    'It should not take three calls to get a key.',
    'A guest should not have to ask for clean sheets.',
    'You have been moved three times in one night.',
    'You have been put on hold for an hour.',
    'Waiting four months for a sofa wears anybody out.',
  ])('%s', (text) => expect(shown(text)).toBeDefined());

  it.each([
    'You have now been removed from the list.',
    'You have been put down for the class on 4 May.',
    'You have been moved to a quieter room on the fourth floor.',
    "Show the code at the gate: phone's fine, no paper needed.",
    'Two missed doses will not harm him.',
    'No signature is needed for it.',
    'Your daughter has been enrolled for the Tuesday class.',
    'Your holiday has been extended by two days.',
    'Waiting lists open again in June.',
    'It should not take more than two days.',
    'This should not affect your next bill.',
    'A refund should not be needed now.',
    'We have shared the feedback with the kitchen.',
    'We want to know how we have let you down.',
    'Seats would be assigned by us at check-in.',
    'The weather has not been kind to us today.',
    'Deciding to stay longer is no different from changing your ticket.',
    'We hope it will be smooth sailing for you after the rough start.',
    'That is below the standard we set ourselves.',
    'You will not have this problem again.',
    'People do not pay at the desk.',
    'No one collects from that box on Sundays.',
  ])('%s (no)', (text) => expect(shown(text)).toBeUndefined());
});

describe('a cry or a shrug shows no understanding', () => {
  it.each(['Tough.', 'Rough.', 'Ouch, that hurts.', "It's no big thing.", 'Oh well.'])('%s', (text) =>
    expect(buildReading(`Hi Ana, thank you for writing. ${text}`).empathy).toEqual([]),
  );

  it.each(['How annoying!', 'Frustrating.'])('%s names nothing of theirs', (text) =>
    expect(buildReading(`Hi Ana, thank you for writing. ${text}`).empathy.some((each) => each.specific)).toBe(false),
  );
});
