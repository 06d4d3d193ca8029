import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** What became of each of the customer's questions: "question → answer". */
function read(customer: string, reply: string): readonly string[] {
  const { questions, draft } = buildReading(`Hi Nia,\n\n${reply}\n\nKind regards,\nTom`, { customer });
  return questions.map(({ start, end, answer }) => `${draft.customer!.text.slice(start, end)} → ${answer}`);
}

describe('questions are found and taken apart', () => {
  it.each([
    ['Can I change the date, and will I lose my deposit?', ['Can I change the date', 'will I lose my deposit?']],
    ['Are dogs allowed and is there parking?', ['Are dogs allowed', 'is there parking?']],
    ['Could you tell me whether the pool is heated?', ['whether the pool is heated?']],
    [
      'Can you tell me when it will be collected, and whether I get money off the subscription?',
      ['when it will be collected', 'whether I get money off the subscription?'],
    ],
    ['Can you move the items over, or can I get a refund?', ['Can you move the items over', 'can I get a refund?']],
    [
      'Can I move the viewing to Saturday, and is parking included in the rent?',
      ['Can I move the viewing to Saturday', 'is parking included in the rent?'],
    ],
    ["I've used 60 GB of mobile data, who pays?", ['who pays?']],
    ['Any news about the flight?', ['Any news about the flight?']],
    ['Please send me the invoice and change the address.', ['Please send me the invoice', 'change the address']],
    ['I want the second night refunded.', ['I want the second night refunded']],
    ['I also expect you to pay for my lost days.', ['I also expect you to pay for my lost days']],
    ['I would like to know when the parcel arrives.', ['when the parcel arrives']],
    ['The lid is loose. Please send me a new one with the invoice.', ['Please send me a new one with the invoice']],
    ['It broke twice. I want my money back.', ['I want my money back']],
    ['Hi there, do you sell gift cards? And how long are they valid?', ['do you sell gift cards?', 'how long are they valid?']],
    [
      'I need to know what the kit weighs, whether it floats, and who mends it.',
      ['what the kit weighs', 'whether it floats', 'who mends it'],
    ],
    ["I'd be grateful to hear if the roof is dry and when we can move in.", ['if the roof is dry', 'when we can move in']],
    ['Does the annexe have its own boiler.', ['Does the annexe have its own boiler']],
    ['I want the fee back and I want a written confirmation.', ['I want the fee back', 'I want a written confirmation']],
    ['Is the bar open? And high chairs?', ['Is the bar open?', 'And high chairs?']],
    ['It was late and cold. Refund the £9.', ['Refund the £9']],
    [
      'Which colours do you have, what does it cost and can you post it?',
      ['Which colours do you have', 'what does it cost', 'can you post it?'],
    ],
  ])('%s', (customer, expected) => {
    expect(read(customer, 'Good morning.').map((each) => each.slice(0, each.indexOf(' → ')))).toEqual(expected);
  });

  it.each([
    'How hard can it be to bring a pizza?',
    'Are you kidding?',
    'What bothers me is the smell in the hall.',
    'What was most surprising is the price of the room.',
    'Could you please help me?',
    'How are you?',
    'Is this how you treat people? How dare you.',
    'Your driver was rude. What is the point of tracking?',
    'He asked me “Is it gluten-free?” and I said yes.',
    'Let me know if you need sharper photos.',
    'You can tell when a potter loves her clay.',
    'Thank you for asking if I wanted to change seats.',
    'Please pass on my thanks to Sam.',
    'I want to say how kind your crew was.',
    'The soup was great. Would I return? In a heartbeat.',
    'You know what is fun? Two hours in the rain.',
    'So do I, and my brother too.',
    'We had the large hut, which was dry and warm.',
  ])('none is asked by: %s', (customer) => {
    expect(read(customer, 'Good morning.')).toEqual([]);
  });
});

describe('an answer is known by topic and by what was asked for', () => {
  it.each([
    ['Do you deliver to Malta?', 'Delivery to Malta takes six days.', 'answered'],
    ['How much is the postage?', 'It costs £4 to any address.', 'answered'],
    ['How much is the postage?', 'We post every day.', 'missed'],
    ['When will the sofa come?', 'It is on the van on Tuesday.', 'answered'],
    ['When will the sofa come?', 'The sofa is a lovely colour.', 'missed'],
    ['Is the cake gluten-free?', 'Thank you for your interest in pastry.', 'missed'],
    ['Is the cake gluten-free?', 'No, but the brownies are.', 'answered'],
    ['Can I bring my dog?', "I'm afraid we can't allow animals in the kitchen.", 'refused'],
    ['Will the room be ready at noon?', "I don't know yet. I'll ring you tonight.", 'deferred'],
    ['Can you change the name on invoice 12?', 'Please contact our finance office.', 'answered'],
    ['Could you cancel my class on Monday?', 'Your class on Monday is cancelled.', 'answered'],
    ['Could you cancel my class on Monday?', 'Thank you for coming to yoga with us.', 'missed'],
    ['Is there a bath?', "If you have any further questions, please don't hesitate to contact us.", 'missed'],
    ['When will the line be restored?', 'Greetings of the day! Your mail regarding the line has been received.', 'missed'],
    ['Are you going to cover the fee?', 'If anything at all looks off, call me on 020 7946 0142.', 'missed'],
    ['Is there a discount for clubs?', 'It comes to 20 % less from ten people on.', 'answered'],
    ['I want the express fee back', 'The £45 is on its way to your card.', 'answered'],
    ['When is the viewing?', 'It is on [DATE] at ten.', 'answered'],
    ['When will it come?', 'We forgot to send it in March when you asked.', 'missed'],
    ['What is the fee for a late start?', 'Late starts take one working day to book.', 'missed'],
    ['How many children can come?', 'A party is £12 a head and lasts two hours.', 'missed'],
    ['Can I have some of the £30 back?', '£15 is on its way to your card.', 'answered'],
    ['Should I fast before the test?', 'You may eat until midnight.', 'answered'],
    ['Did the order for the boat go through?', 'The application was declined on Friday.', 'answered'],
    ['When does the garden close?', 'We hope to see you here again very soon.', 'missed'],
    ['How do we get SLA cover?', 'A service level agreement is part of the Gold plan.', 'answered'],
  ])('%s %s → %s', (customer, reply, answer) => {
    expect(read(customer, reply)).toEqual([`${customer} → ${answer}`]);
  });

  it('a yes answers one question, "both" two', () => {
    expect(read('Are dogs allowed, and is there parking?', 'Yes to both.').map((each) => each.split(' → ')[1])).toEqual([
      'answered',
      'answered',
    ]);
    expect(read('Are dogs allowed, and is the sauna free?', 'Yes, dogs are welcome.').map((each) => each.split(' → ')[1])).toEqual([
      'answered',
      'missed',
    ]);
  });
});

describe('an answer need not repeat the question', () => {
  it.each([
    [
      'How do I reset my password? And can I use the app on two phones?',
      'Open Settings and tap Forgot password. It runs on up to five devices.',
    ],
    ['Do I need a visa?', 'Not if you have a British passport.'],
    ['Is there a lift? My mother uses a wheelchair.', 'All floors can be reached without steps.'],
    ['Are towels provided?', 'We put two per person in every bathroom.'],
    ['How much is the late fee?', "There isn't any."],
    ['Is the hut fit for my wheelchair?', 'Two steps lead up to the door.'],
    ['Why was I charged twice?', 'The first line is only a hold that your bank drops.'],
    ['When is the audition?', 'The box office will know.'],
    ['Do you take the blue card? Who meets us at the quay?', 'Any card with a chip will do. Ruth has your names.'],
  ])('%s %s', (customer, reply) => {
    expect(read(customer, reply).filter((each) => each.endsWith('missed'))).toEqual([]);
  });

  it.each([
    ['Does the price include tax? Can I pay in instalments?', 'Thanks for asking, the price includes all taxes.'],
    ['Do I need a visa?', 'All information is on our site. We look forward to your trip.'],
    ['How do I hand the key back?', 'You failed to tell us in time, so the rent is still owed.'],
    ['Do you have vegan options?', 'Thank you for your interest in Tamsin’s Kitchen! We look forward to your visit.'],
  ])('%s %s (missed)', (customer, reply) => {
    expect(read(customer, reply).some((each) => each.endsWith('missed'))).toBe(true);
  });
});

describe('of several questions each wants an answer of its own', () => {
  it.each([
    [
      'Is the hut heated, and is there a rule about leads?',
      'The hut has a stove. Sheep graze on the hill, and the path is steep. Bring a torch. The tarn is deep.',
      'is there a rule about leads?',
    ],
    [
      'What sizes are the beds, and what are the pillows filled with?',
      'The beds are 140 wide. The view is lovely.',
      'what are the pillows filled with?',
    ],
    ['What does a kit cost and when does the class begin?', 'A kit is £12 and yours to keep.', 'when does the class begin?'],
  ])('%s | %s', (customer, reply, open) => {
    expect(read(customer, reply).filter((each) => each.endsWith('missed'))).toEqual([`${open} → missed`]);
  });

  it.each([
    ['Is there parking? And may we bring the dog?', 'Parking: yes, behind the barn. Dogs – only in the yard.'],
    [
      'What does an inlay cost, and can I pay monthly?',
      'Thank you for asking about inlays. A single one starts at £90. You can pay in ten months.',
    ],
    ['Is my booking gone? And must I pay again?', 'Your table is safe. You need not pay twice.'],
  ])('%s | %s', (customer, reply) => {
    expect(read(customer, reply).filter((each) => each.endsWith('missed'))).toEqual([]);
  });
});

describe('in a review', () => {
  function missed(customer: string, reply: string): boolean {
    return buildReading(reply, { customer, channel: 'review' }).questions.some(({ answer }) => answer === 'missed');
  }

  it('what is asked of the house wants an answer, what the writer answers does not', () => {
    expect(missed('Lovely garden. Does the spa take children?', 'Thank you for the kind words about the garden.')).toBe(true);
    expect(missed('Is the garden worth it? Yes, every step.', 'Thank you for the kind words about the garden.')).toBe(false);
  });
});

describe('in a line of chat', () => {
  function missed(customer: string, reply: string): boolean {
    return buildReading(reply, { customer, channel: 'chat' }).questions.some(({ answer }) => answer === 'missed');
  }

  it.each([
    ['Why was my bag left behind in Leeds?', 'We always want you to enjoy the crossing, Kim.'],
    ['Why was my bag left behind in Leeds?', "We're sorry about the wait. We'll see you at the harbour again soon."],
    ['Why are we parked outside the station?', "We know you're keen to be moving. Thank you for waiting with us."],
    ['why does the small boat take only cash?', 'We can understand your frustration, Eric.'],
    ['Why was I put in the last row again?', 'Hi Kim. My sincere apologies.'],
    ['what is going on please?', "We're sorry for the delay, Kim."],
    ['do I need to print it and what time do doors open', "Phone's fine, no paper needed."],
    ['Does the pass cover Wales? And does it renew by itself', 'Wales is in, at £2 a day.'],
    ['how much is the fee for Poland?', 'Sending to Poland takes one day and is on the Payments tab.'],
  ])('%s | %s (missed)', (customer, reply) => {
    expect(missed(customer, reply)).toBe(true);
  });

  it.each([
    ['Why was my bag left behind in Leeds?', 'There was no room in the hold.'],
    ['Why was my bag left behind in Leeds?', 'We were short of staff last night.'],
    ['Why are we parked outside the station?', 'The platform is still taken, Kim.'],
    ['why does the small boat take only cash?', 'Card readers have no signal at sea.'],
    ['Why was I put in the last row again?', 'Hi Kim. Let us know your booking number, please.'],
    ['what is going on please?', 'We see the tunnel is closed.'],
    ['Why not sell fewer tickets?', "We're sorry you feel let down."],
    ['is the boat sailing?', 'One moment, please, while I look it up.'],
    ['any news on the 7.05?', "We're sorry for the wait, there's fog at the quay."],
    ['Is the pool warm? And how deep', 'Yes, 29 degrees, and two metres.'],
  ])('%s | %s', (customer, reply) => {
    expect(missed(customer, reply)).toBe(false);
  });
});
