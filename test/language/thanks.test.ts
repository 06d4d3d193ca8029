import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

const objects = (text: string) => buildReading(`Dear Ana,\n\n${text}\n\nKind regards,\nTom`).thanks.map(({ object }) => object);

describe('what words of thanks are for', () => {
  it.each([
    ['Thank you for letting us know about the stairs.', 'contact'],
    ['Thanks for the photos.', 'contact'],
    ['I really appreciate you taking the time to tell us.', 'contact'],
    ['Your kind words about the crew are greatly appreciated.', 'contact'],
    ['We appreciate the shout-out!', 'contact'],
    ["We're grateful that you pointed out the wrong date.", 'contact'],
    ['It was kind of you to write about Sam.', 'contact'],
    ["I'm so glad you told us the gate sticks.", 'contact'],
    ['Thank you for proposing a night bus.', 'contact'],
    ['Thank you for your patience and your frank note.', 'contact'],
    ['Thank you for your patience while we read your message.', 'patience'],
    ['Thank you for bearing with us.', 'patience'],
    ['We appreciate your understanding.', 'patience'],
    ['Thank you for choosing us.', 'custom'],
    ['Thanks for your loyalty.', 'custom'],
    ['Thank you in advance.', 'advance'],
    ['Thank you for being so frank.', 'contact'],
    ['Your letter helped us to find the fault, so thank you.', 'contact'],
    ['Much obliged for your note.', 'contact'],
    ['We appreciate your loyalty and are sorry about the delay.', 'custom'],
    ['Thank you for giving us the chance to serve you.', 'custom'],
    ['Thank you for giving us the chance to put this right.', 'contact'],
    ['Thanks for hanging in there.', 'patience'],
    ["Thanks for letting us be your uncle's removers today.", 'custom'],
    ['Thank you for allowing us to host you and your family.', 'custom'],
    ['Thank you for letting us hear your thoughts.', 'contact'],
    ['Mahalo for your review.', 'contact'],
    ['We love that you told us.', 'contact'],
    ['Love your comments! Best choir for miles, thank you and we hope you sing with us again.', 'contact'],
    ['What fun your comments are, thank you and come again!', 'contact'],
    ["Thank you, you've made a whole kitchen grin.", 'contact'],
    ['That has made our week. Thank you!', 'contact'],
    ['We loved reading this, thank you.', 'contact'],
    ['Well, thanks, Jo, I read it out in the van.', 'contact'],
    ['A big thank you from all of us! Marek went red.', 'contact'],
    ['Ta very much for this.', 'contact'],
    ['How kind, thank you. It hangs by the kettle now.', 'contact'],
    ['Thanks for coming straight back to me.', 'contact'],
    ['Thank you for coming back so quickly.', 'contact'],
    ["I'm glad you came back to me with this.", 'contact'],
    ['Thanks for not just walking away.', 'contact'],
    ['Thank you for bringing it to our attention.', 'contact'],
    ['Thank you, Jo, for flying with us.', 'custom'],
    ['Thank you for bringing your van to Tilney Motors.', 'custom'],
    ['Thank you for coming to the show.', 'custom'],
    ['Thank you for paying on time.', 'custom'],
    ['We found the part. Thank you.', 'other'],
  ])('%s → %s', (text, object) => {
    expect(objects(text)).toEqual([object]);
  });

  it.each([
    'We appreciate how hard this must be.',
    "We appreciate it's a trying month for growers.",
    'We would appreciate it if you sent the form.',
    'We would be grateful for your order number.',
    'Thanks to our engineers the lift runs again.',
    'We value your feedback.',
    "I'm so glad you came.",
    'Our thanks go to the engineer.',
    'We love that you came.',
    "I'm grateful to Dave, who heard it at once.",
    "It's nice to be appreciated.",
    "I'm glad you came back to the hotel.",
  ])('no thanks: %s', (text) => {
    expect(objects(text)).toEqual([]);
  });
});

it('thanks for the message where bare thanks open the answer with a name', () => {
  expect(buildReading('Thanks, Ilse! You have a splendid holiday, too.').thanks[0].object).toBe('contact');
  expect(buildReading('Your room is booked for Friday.\n\nThanks, Ilse').thanks.map(({ object }) => object)).not.toContain('contact');
});

it('reads a reply that a table wrapped in quotation marks as ours', () => {
  const reply = '"Dear Sam, Thank you for your review. You wrote ""never again"". We hope to see you in May."';
  expect(buildReading(reply).thanks.map(({ object }) => object)).toEqual(['contact']);
});

describe('a later turn of a conversation', () => {
  const later = (customer: string, reply = 'Please send us the number. ^KT') => buildReading(reply, { customer, channel: 'chat' }).followUp;

  it.each([
    'No, it starts with 957.',
    'OK, thanks for the info.',
    'Thank you for your help with this, I will try what you say now.',
    'Thanks for your help last night with this, the form is on its way.',
    'Thanks for your quick reply last night.',
    'Thanks for the help today.',
    'That sounds like a good idea',
    'Thank you. Much appreciated.',
    "It's not an option, I tried.",
    "I've already sent you the number.",
    'As I said before, my skis stood in the rack.',
    'This response is not helpful.',
    'They announced it as we boarded.',
    'From Leeds to Bristol, XKQPW',
    '+ secondly the seat was broken.',
  ])('is known by its first words: %s', (customer) => expect(later(customer)).toBe(true));

  it.each([
    'No wifi for the whole flight!',
    'Thank you to the crew of flight 12, amazing service!',
    'My bag is lost.',
    'It took you an hour to answer.',
    'They broke my bag @acorn',
    'Your link to the form gives an error, and your number is engaged.',
    '3 hours late',
    'This is the second time my flight is late.',
    'Thank you for your help yesterday with finding a cot for our twins.',
    'Thanks so much for the help last night with finding a cot for our twins!',
    'Thank you for your help on Friday evening at the gate, we made it home.',
    'Thanks for your help a few weeks ago in getting our tickets changed to May.',
    'Thank you for your help last night!',
  ])('is not: %s', (customer) => expect(later(customer)).toBe(false));

  it('is one when we wrote before', () => {
    expect(buildReading('Hi Jo,\n\nHere is the label.', { earlier: [{ text: 'I will send the label.' }] }).followUp).toBe(true);
  });
});
