import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** What a reply promises: the words, the time, and what they wait on. */
function promises(text: string): string[] {
  return buildReading(text).commitments.map(
    ({ start, end, time, conditional, habitual }) =>
      `${text.slice(start, end)} | ${time}${conditional ? ' conditional' : ''}${habitual ? ' habitual' : ''}`,
  );
}

describe('commitments', () => {
  it.each([
    ["I'll look into it.", ["I'll look into it | none"]],
    ['We will refund you by Friday.', ['We will refund you by Friday | specific']],
    ["We'll post it. You'll have it on Thursday.", ["We'll post it | specific"]],
    ['Our team is investigating.', ['Our team is investigating | none']],
    ['Your case will be reviewed shortly.', ['Your case will be reviewed shortly | vague']],
    ['We are going to replace the hinge.', ['We are going to replace the hinge | none']],
    ['We will have a colleague call you back.', ['We will have a colleague call you back | none']],
    ['I will have it checked.', ['I will have it checked | none']],
    ["You'll receive an email from us.", ["You'll receive an email from us | none"]],
    ['The missing part will follow.', ['The missing part will follow | none']],
    ["We'll do the repair when we can.", ["We'll do the repair | vague"]],
    ["We'll make sure you get your money back.", ["We'll make sure you get your money back | none"]],
    ['Once we have the key back, we will refund it.', ['we will refund it | none conditional']],
    ['Will get back to you soon.', ['Will get back to you soon | vague']],
    ['We promise to send a new one.', ['We promise to send a new one | none']],
    ["We'll be sure to send you the plan.", ["We'll be sure to send you the plan | none"]],
    ['It is our intention to send you a new one.', ['It is our intention to send you a new one | none']],
    ['We hope to have this fixed soon.', ['We hope to have this fixed soon | vague']],
    ['Bear with us while we look into this.', ['we look into this | none']],
    ['You should be contacted by our fitter.', ['You should be contacted by our fitter | none']],
    ['Our manager would be calling you.', ['Our manager would be calling you | none']],
    ['You will get a text when there is news.', ['You will get a text | vague']],
    ['It should be with you before long.', ['It should be with you before long | vague']],
    ['Give us a moment and we will reply.', ['we will reply | none']],
    ['I was in Leeds on Monday and will call you.', ['will call you | none']],
    ['We will check who was there on Monday.', ['We will check who was there on Monday | none']],
    ['Send me the photo and I will order a new one.', ['I will order a new one | none conditional']],
    ['If you like, I will call.', ['I will call | none conditional']],
    ['From now on we will check each label.', ['we will check each label | none habitual']],
  ])('%s', (text, found) => expect(promises(text)).toEqual(found));

  it.each([
    "We won't charge you.",
    'We have refunded you.',
    'We look forward to seeing you soon.',
    'We will pass your comments on to the team.',
    'We will see you on board!',
    'We expect to be open on Sundays.',
    'We will be sure to pass your thanks on.',
    'The bread is being baked by our own baker.',
    'The tables are being laid.',
    'Our grooms will take great care of your pony.',
    'You said you will send the form.',
    'Will you send it?',
    'We will keep this confidential.',
    "We'll have to ask the bank.",
    'The courier will deliver it.',
    'You will receive a form with every parcel.',
    "We'll make sure you get the best service.",
    'Spring will follow the winter.',
    'I will answer your other questions below.',
    'A manager will only tell you the same.',
    "Yes, we'll still do the repair.",
  ])('promises nothing in: %s', (text) => expect(promises(text)).toEqual([]));
});
