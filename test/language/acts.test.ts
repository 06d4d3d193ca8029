import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

const acts = (text: string, customer?: string): string[] =>
  buildReading(text, { customer, kind: 'complaint' }).acts.map(({ kind, lemma }) => `${kind} ${lemma}`);

describe('what a sentence of ours does', () => {
  it.each([
    ["I've refunded the second payment today.", 'done refund'],
    ['Maria found your parcel this morning.', 'done find'],
    ['A second copy of the deed was posted at noon.', 'done post'],
    ['We will send a glazier on Thursday.', 'promised send'],
    ['The lift will be repaired by Friday.', 'promised repair'],
    ["We're doing all we can to reunite you with your bag.", 'promised reunite'],
    ['I would be happy to rebook you.', 'offered rebook'],
    ['We can send a glazier on Thursday.', 'offered send'],
    ['We had the gate repaired this morning.', 'done repair'],
    ['I have your van booked for nine.', 'done book'],
    ["We'll have the gate repaired by noon.", 'promised repair'],
    ['We have since mended both gates.', 'done mend'],
    ['Does Tuesday at nine suit you?', 'asked do'],
    ['Please send me a photo of the label.', 'instructed send'],
    ['While we cannot help with hotels, please ask at the gate.', 'instructed ask'],
    ['You can ask the crew for a blanket.', 'instructed ask'],
    ['We ask you to share the reference.', 'instructed share'],
    ['Please have him reach out to us.', 'instructed reach'],
    ['Please have your tenants deal with the joiner.', 'instructed have'],
    ['We cannot refund the fare.', 'decided refund'],
    ['It can take five working days for the credit to show.', 'answered take'],
    ['Our engineers are on it.', 'promised be'],
    ['We expect a departure of 5.35 pm.', 'answered expect'],
    ['The lift should be running again by noon tomorrow.', 'answered run'],
    ['Your gate is now B7.', 'answered be'],
    ['They are boarding now.', 'answered board'],
    ['It would be unfair on others to make an exception.', 'decided make'],
    ['We have to stay consistent with the fee.', 'decided stay'],
    ['Our position on the fee has not changed.', 'decided change'],
    ['Sadly our position on the fee will not change.', 'decided change'],
    ["We've taken a peek and your pass is good until May.", 'done look'],
    ['We have all hands on deck to dry your books.', 'promised work'],
    ['The crew is doing its best to open the door.', 'promised open'],
    ['Two mechanics are busy with the pump.', 'promised work'],
    ['Your claim is now with our repairs team.', 'promised be'],
    ['Happy to swap it.', 'offered swap'],
    ['Our tailors are in the loft working on it.', 'promised work'],
    ['The spare key should go back to your landlord.', 'answered go'],
    ['Your coat is at the front desk.', 'done be'],
    ["I'd recommend the later ferry.", 'instructed recommend'],
    ['Check with our desk on how to be moved.', 'instructed check'],
    ['You will have to return that at the depot.', 'instructed return'],
    ['Sadly this is not possible.', 'decided be'],
    ['Your parents will need to sign in at the desk.', 'instructed sign'],
    ['Our fitters could always look at the lock again.', 'offered look'],
    ['Please be sure to tell the desk about the scratch.', 'instructed tell'],
    ['All tenants must fill out the blue form first.', 'instructed fill'],
    ['It will be absolutely fine with the old card.', 'answered be'],
    ['No upgrades are allowed on partner ferries.', 'decided allow'],
    ['We allow you to rebook at no cost.', 'offered allow'],
    ['I can confirm that the form has been submitted for a refund.', 'done submit'],
    ['It is delayed until 9:14.', 'answered delay'],
    ['We have an estimated departure of 10:40.', 'answered have'],
    ['The train should leave at 7:10.', 'promised leave'],
    ['£150 goes back to your account today.', 'done return'],
    ['From Monday a second teacher, Wiktoria, takes the 4 pm group.', 'promised take'],
    ['Your contract is cancelled as of today.', 'done cancel'],
    ['Two tickets are waiting for you at the desk.', 'done wait'],
    ['Your sister gets a new box on Thursday.', 'promised get'],
    ['I have taken that hour off your bill.', 'done take'],
    ['Your entry did go through.', 'answered go'],
    ['The heating has been right since Tuesday noon.', 'done be'],
    ['Uploads are going through again.', 'done go'],
    ['New showers go in on 9 March.', 'promised go'],
    ['Claims can be made on the form at the desk.', 'instructed make'],
    ['Declan will be with you by half past two.', 'promised be'],
    ["I'll come round on Tuesday and bring the part.", 'promised bring'],
    ['We send you the part on Friday.', 'promised send'],
    ['I have listened to the recording of your call.', 'done listen'],
    ['Breakfast is on us tomorrow.', 'offered be'],
    ['Here is the claim form.', 'offered be'],
    ['My direct line is 01632 960123.', 'offered be'],
    ['Allow me to look into it.', 'promised look'],
    ['It should be with you by Friday.', 'promised be'],
    ['The pool reopens on Friday.', 'promised reopen'],
    ['Sorted! The fee is gone.', 'done sort'],
    ['To fix this, clear the cache.', 'instructed clear'],
    ['Log in again.', 'instructed log'],
    ['One moment, please, while I check.', 'promised wait'],
    ['Please have your parents speak with the crew.', 'instructed have'],
    ["I'm afraid a lost glove isn't something we'd reimburse a diver for.", 'decided reimburse'],
    ['I can be reached on 01632 960123.', 'offered reach'],
    ["You'll be on your way as soon as the ramp is down.", 'promised be'],
    ['We look to get you across the lake tonight.', 'promised get'],
    ["Our agents are at the pier. They'll be able to take care of all tickets.", 'promised take'],
    ['You are given a 48 hour window in which to swap it.', 'answered give'],
    ['You have fourteen days to return the kayak.', 'answered have'],
    ['I would have to reissue your pass for that.', 'answered reissue'],
    ['I am afraid no rooms can be provided for that.', 'decided provide'],
    ['Our lost-property office is your best resource for that.', 'instructed be'],
    ['Losses must be reported at the harbour office.', 'instructed report'],
    ['We would advise to keep the receipt.', 'instructed keep'],
  ])('%s', (text, act) => {
    expect(acts(text)).toContain(act);
  });

  it.each([
    ['I have passed your comments on to the manager.'],
    ['Your observations have been entered in our log.'],
    ['We will share your feedback with our team.'],
    ['We will make sure that this does not happen again.'],
    ["We'll make sure your feedback reaches the right people."],
    ['I have made the housekeeping team aware of your comments.'],
  ])('takes note, and no more: %s', (text) => {
    expect(acts(text).filter((act) => !act.startsWith('noted'))).toEqual([]);
    expect(acts(text)).not.toEqual([]);
  });

  it.each([
    ["I'm sorry we sent you to the wrong pier."],
    ['We let your stall to another baker, and I am sorry.'],
    ['We strive to be even-handed with our tariffs.'],
    ['We hope you will give our ferry another try.'],
    ['I can see how tiresome that was.'],
    ['Please accept our apologies.'],
    ['Have a lovely weekend.'],
    ['You will return to a warmer welcome.'],
    ['Our crew does its best every day.'],
    ['Happy to have you with us.'],
    ['We see your frustration.'],
    ['All guests must be treated with respect.'],
    ['We recommend two hours for check-in.'],
    ['Rude words are not allowed here.'],
    ['We hope you will be fine.'],
    ['For any further questions, please contact us.'],
    ['Why did you not ask?'],
    ['You said that we would refund the fare.'],
    ['All parcels are opened in the order of their arrival.'],
    ['Wet laundry for a week is a slog.'],
    ["We regret that we couldn't accommodate you."],
    ['We are listening.'],
    ['The labels had been printed on one sheet.'],
    ['We had swapped two labels.'],
    ['We have two plumbers left.'],
    ["We're a small team and do our best."],
    ['Delays can be frustrating.'],
    ['Allow me to apologise.'],
    ['Please visit us again.'],
    ['Please have a great day.'],
    ['We have been experiencing high demand.'],
    ['We look to improve with every season.'],
    ['You are given our word.'],
    ['You will be on our minds.'],
    ['I would have to agree with that.'],
    ['We hope you will be on your way soon.'],
  ])('does nothing: %s', (text) => {
    expect(acts(text)).toEqual([]);
  });

  it('answers only those who asked', () => {
    const text = 'A one-way ticket is dearer because it can be changed.';
    expect(acts(text, 'Why is a one-way ticket dearer?')).toContain('answered be');
    expect(acts(text, 'I want my money back.')).toEqual([]);
    expect(acts('Yes, you get one bag.', 'Do I get a bag?')).toContain('answered get');
    expect(acts('Yes, you get one bag.', 'Awful flight.')).toEqual([]);
    expect(acts('Your bus card can be used.', 'They refused my bus card. Was I wrong?')).toContain('answered be');
    expect(acts('Seats vary, so you are not guaranteed a window.', 'I paid for a window. Is this normal?')).toContain('answered guarantee');
    expect(acts("It's genuine!", 'Is the ticket lottery genuine or a trick?')).toContain('answered be');
    expect(acts('Seats vary, so you are not guaranteed a window.', 'No window again!')).toEqual([]);
    expect(acts('Your comments can be seen online.', 'They refused my bus card. Was I wrong?')).toEqual([]);
    expect(acts('Boats change at short notice, as they may be held for tides.', 'Why was the big boat swapped?')).toContain(
      'answered hold',
    );
  });
});

describe('recovery', () => {
  const recovery = (text: string): Record<string, string> => {
    const reading = buildReading(text, { kind: 'complaint' });
    return Object.fromEntries(
      Object.entries(reading.recovery).flatMap(([what, span]) => (span ? [[what, text.slice(span.start, span.end)]] : [])),
    );
  };

  it('finds cause, redress and prevention, each by its words', () => {
    expect(
      recovery('I am sorry we sent the wrong cable. We had swapped two labels. The right one left today. We now scan both labels.'),
    ).toEqual({
      cause: 'We had swapped two labels.',
      redress: 'The right one left today.',
      prevention: 'We now scan both labels.',
    });
  });

  it('what lets one thing be taken for another is a cause', () => {
    expect(recovery('I am sorry we sent the wrong cable. The two boxes have the same label.')).toHaveProperty(
      'cause',
      'The two boxes have the same label.',
    );
    expect(recovery('I am sorry we sent the wrong cable. The new cable has a red plug.')).not.toHaveProperty('cause');
  });

  it.each([
    ['We booked more tunings than two men could do.'],
    ['We took on too many orders for the weekend.'],
    ['We let more people in than the hall holds.'],
    ['We gave two families the same cottage.'],
  ])('that more was given out than there is, is a cause: %s', (text) => {
    expect(recovery(`I am sorry. ${text}`)).toEqual({ cause: text });
  });

  it.each([['We booked more time than you asked for.'], ['We took more photos than we could use.'], ['We sold more than ever this year.']])(
    'that there was more of it is none: %s',
    (text) => {
      expect(recovery(`I am sorry. ${text}`)).not.toHaveProperty('cause');
    },
  );

  it('a failure told is no cause, and a new process no redress', () => {
    expect(recovery('We sent the wrong cable. I am sorry.')).toEqual({});
    expect(recovery('I am sorry we sent the wrong cable. We have changed our process.')).not.toHaveProperty('redress');
  });

  it('what is hedged is not offered', () => {
    expect(recovery('I am sorry we tore the sleeve. A refund could prove difficult.')).not.toHaveProperty('redress');
  });
});
