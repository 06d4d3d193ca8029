import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

const kindOf = (customer: string | undefined, reply = 'Hello,\n\nGood morning.') => buildReading(reply, { customer }).kind;

describe('the kind of the message', () => {
  it.each([
    ['complaint', 'Your courier threw my parcel over the gate and the vase is in pieces.'],
    ['complaint', 'I waited in all day and nobody came. This is the third time.'],
    ['complaint', 'Cold food, rude waiter, an hour for the bill. Never again.'],
    ['complaint', 'Thanks for losing my suitcase, great job!'],
    ['complaint', 'You promised a call on Monday and you still have not rung.'],
    ['complaint', 'The room was lovely but filthy, and the shower was disgusting.'],
    ['problem', 'The thermostat does not respond since the update.'],
    ['problem', 'My tablet shows error 12 when I open the app.'],
    ['question', 'Do you open on Sundays, and can I bring my dog?'],
    ['question', 'Could you send me a copy of invoice 77?'],
    ['thanks', 'Your team was wonderful with my nervous mother. Thank you so much!'],
    ['thanks', 'Best bakery in town, we loved the rye bread.'],
    ['complaint', 'Thanks for trapping my mother in Charlotte all night.'],
    ['thanks', 'You make my day every time, Frank!'],
    ['suggestion', 'It would be great if the app had a dark mode.'],
    ['suggestion', 'I think the gym should put a bench by the lockers.'],
    ['sensitive', 'My father died last week. I need to close his account.'],
    ['sensitive', 'I have been diagnosed with cancer and need to stop my membership.'],
    // An operation that is only planned round, and a loss of their own making, are no blows.
    ['question', 'My surgery is on the 3rd. Can I freeze my membership for a month?'],
    ['question', 'Our flight was cancelled by the storm. Can we travel on Thursday instead?'],
    ['question', 'I would like to know whether the museum is open on Monday.'],
    // A fault of ours that is told with a question is still a fault.
    ['complaint', 'Your app deleted three years of my notes. How could that happen?'],
    ['problem', 'The dishwasher leaks from the bottom since Monday. Could someone have a look?'],
    ['thanks', 'I would like to thank the lady at the till who ran after me with my purse.'],
    ['thanks', 'Your engineer Tom fixed our boiler on Christmas Eve. My mother is 91 and cried. Thank you.'],
    ['suggestion', 'An evening class for beginners would be lovely.'],
    // Trouble that was made good is what the praise is about; where the telling turns back, it is held against us again.
    ['thanks', 'Our ferry was cancelled, but the clerk was wonderful and had us on the next boat.'],
    ['thanks', 'My dryer broke on Monday and your engineer fixed it the same night. Never been so pleased.'],
    ['complaint', 'You cancelled our ferry and put us on another one, but that one was cancelled too.'],
    ['complaint', 'Never had such terrible service in a hotel.'],
    ['thanks', 'I appreciate your help in finding my lost ring so quickly!'],
    ['thanks', 'The crew on the 9.15 made us laugh all the way. Brilliant.'],
    // That a draft is sorry makes no complaint of an enquiry.
    ['question', 'Is the ferry to Arran on time today?', 'Sorry for the confusion. It sails at nine.'],
    ['thanks', 'I never like leaving your hotel, the staff are so lovely.'],
    ['suggestion', 'There should be a bell at the desk for late guests. Just a suggestion.'],
    ['question', 'Any reason why my ticket shows coach 4 and not coach 7?'],
  ])('is %s: %s', (kind, customer, reply?: string) => {
    expect(kindOf(customer, reply)).toEqual({ value: kind, source: 'inferred' });
  });

  it.each([
    ['complaint', 'Hi Jo,\n\nI am sorry we lost your booking and left you in the rain. We let you down.'],
    ['thanks', 'Hi Jo,\n\nThank you for your kind words about Sam. So glad you enjoyed your stay.'],
    ['question', 'Hi Jo,\n\nThanks for asking about parking. There is a car park behind the house.'],
    ['suggestion', 'Hi Jo,\n\nThank you for your idea of a quiet hour.'],
    ['proactive', 'Hi Jo,\n\nWe are writing to tell you that your train has a new time.'],
    // However sorry they are, who writes first answers nobody.
    ['proactive', 'Hi Jo,\n\nI am writing before you notice it yourself: we charged you twice, and I am sorry.'],
    ['proactive', 'Hi Jo,\n\nThis is about your oak table. It comes a week later than we promised, and we are sorry.'],
  ])('is read from the draft when there is no message: %s', (kind, reply) => {
    expect(kindOf(undefined, reply)).toEqual({ value: kind, source: 'inferred' });
  });

  it.each([
    ['complaint', 'Nothing like sleeping on an airport floor! Thanks @company #fail'],
    ['complaint', 'Thank you for a 3 hour wait in the rain'],
    ['complaint', 'Great job losing my bag again'],
    ['complaint', '2 hrs on hold and then cut off. #neverflyagain'],
    ['thanks', 'flight was late but the crew were superb, thank you'],
    ['thanks', 'Shoutout to the team in Cork for getting us on the last flight home'],
    ['thanks', 'We made it home, you are the best 💙'],
    // Trouble that we helped with is thanked for; trouble that we made is not.
    ['thanks', 'Thank you for looking after the walkers who were stranded by the landslide'],
    ['complaint', 'Thanks for getting us to Oban without our suitcases. Two days now. #fail'],
    ['problem', 'not opening since the update'],
    ['question', 'Thanks! does that include bags?'],
  ])('of a line of chat is %s: %s', (kind, customer) => {
    expect(buildReading('Hello.', { customer, channel: 'chat' }).kind.value).toBe(kind);
  });

  it.each([
    ['complaint', '★☆☆☆☆ The lift was out.'],
    ['complaint', 'One star. The lift was out.'],
    ['thanks', '★★★★★ The soup!'],
    ['thanks', 'Great stay, only the pool was closed. Staff lovely, we will return'],
  ])('of a review is %s: %s', (kind, customer) => {
    expect(buildReading('Hello.', { customer, channel: 'review' }).kind.value).toBe(kind);
  });

  it('is no complaint without a grievance', () => {
    for (const channel of ['chat', 'review'] as const)
      for (const customer of [
        'Small place with a big heart, worth every penny',
        'DM sent',
        're below',
        'Seat 14C, booking under Hale',
        'Ok',
      ])
        expect(buildReading('Hello.', { customer, channel }).kind.value).not.toBe('complaint');
  });

  it('is no suggestion without a proposal', () => {
    expect(buildReading('Hello.', { customer: 'this fake app', channel: 'review' }).kind.value).not.toBe('suggestion');
  });

  it('is none where a line of chat only hopes, or thanks for an answer', () => {
    const inChat = (customer: string) => buildReading('We look forward to it!', { customer, channel: 'chat' }).kind.value;
    expect(inChat('Flying for the first time, hoping the journey will be relaxing and enjoyable.')).toBe('unknown');
    expect(inChat('I am looking forward to flying with you, we will stay for two weeks.')).toBe('unknown');
    expect(inChat('As always. Thanks for the reply.')).toBe('unknown');
  });

  it('is what was given, whatever the words say', () => {
    expect(buildReading('Hello.', { customer: 'Awful, never again.', kind: 'thanks' }).kind).toEqual({ value: 'thanks', source: 'given' });
  });

  it('in chat, a glad line without regret answers no complaint', () => {
    const told = 'Two hours late again, but the crew ran a quiz for us.';
    const chat = (reply: string): string => buildReading(reply, { customer: told, channel: 'chat' }).kind.value;
    expect(chat('Glad you had fun on board! Have a great weekend. ^SL')).not.toBe('complaint');
    expect(chat("We're sorry for the wait. Have a great weekend. ^SL")).toBe('complaint');
  });
});
