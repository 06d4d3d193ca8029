/** Up to so many words of any kind between two parts. */
const gap = (most: number): string => `(?: \\S+){0,${most}}`;

const SOMEBODY = '(?:anybody|anyone|somebody|someone|any one|some one)';
const NOBODY = '(?:nobody|no one|none|noone|not one)';
const MISSIVE =
  '(?:e ?mails?|mails?|messages?|letters?|notes?|forms?|requests?|replies|reply|quer(?:y|ies)|enquir(?:y|ies)|questions?|tickets?|calls?)';
const ANSWER = '(?:answers?|reply|replies|responses?|reactions?|feedback|word|news|acknowledgement|call ?back)';
const MATTER =
  '(?:complaint|claim|refund|request|case|ticket|application|appeal|order|query|enquiry|e ?mail|letter|message|question|return|replacement|money|deposit|repair|invoice|file)';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const SPAN = '(?:days?|weeks?|months?|fortnight)';
const EVER = '(?: ever| even| has| have| ever has| yet)?';
const CAME = '(?:came|come|got|gotten|get|gets|called|call|rang|ring|phoned|wrote|write|getting|coming|calling)';
/** What an answer that did not come was to be about, or the end of the sentence. */
const ABOUT = '(?: [$]| about| on| since| yet| and| regarding)';
const COUNT = '(?:\\d+|a|two|three|four|five|six|seven|eight|nine|ten|several|many|over a|more than a|almost a|nearly a)';

/**
 * How customers ask again and say that they were left waiting, over the words of one sentence in small letters, parted by single spaces, with `$` behind the
 * last. Every gap is bounded, so the whole is linear.
 */
const ASKING_AGAIN: readonly string[] = [
  // Passed over: "I have been ignored since May", "radio silence from you".
  'been (?:completely |totally |simply )?ignored|being ignored|get(?:ting)? ignored',
  `radio silence|deaf ears|silence (?:from you|from your|since|then)|(?:went|gone|go|left|remains?|remained|still) unanswered`,
  // Reaching for us: "I have been trying to reach you for two weeks", "is anybody reading these?", "anyone there?"
  `(?:been trying|tried|keep trying|kept trying)(?: \\S+)? to (?:reach|contact|call|ring|phone|e ?mail|get hold of|get through to|get in touch with|speak to|speak with) (?:you|your|${SOMEBODY})`,
  `${SOMEBODY}(?: \\S+)? (?:reading|receiving|monitoring|listening)|${SOMEBODY} (?:there|home|alive) [$]`,
  // Nudges: "just checking in on the below", "gentle reminder", "bumping this up".
  '(?:just|am|only) checking(?: back)? in (?:on|about|regarding|again)|^checking(?: back)? in (?:on|about|regarding)|checking back (?:on|about)|touching base',
  'bump(?:ing)? (?:this|it|my)|nudg(?:e|ing) (?:you|this)|chas(?:e|ing)(?: up)? (?:this|it|you|up|my|on)|chaser',
  '(?:gentle|kind|friendly|polite|quick|little|second|third|another|final|last) (?:reminder|nudge|chaser)(?: [$]| about| of my| of our| for my| my| our| on| regarding| re)',
  're ?sending (?:this|it|my|again|as)|(?:am|are|sent) (?:sending )?(?:this|it)(?: \\S+)? (?:again|once more)',
  `(?:third|fourth|last|final|second) (?:and last |and final )?time of asking|asking (?:again|once more|(?:a|the|for the) (?:second|third|fourth) time)`,
  // Did it come? "Have you had a chance to look at this?", "did you get my last mail?"
  `had (?:a|any|the) (?:chance|opportunity|moment|time) to (?:look|read|review|check|consider|go|reply|respond|answer)`,
  `did (?:you|you guys|anyone|anybody) (?:get|receive|see|read) (?:my|our) (?:last |previous |first |earlier |other |two |three )?${MISSIVE}`,
  `did (?:my|our) (?:last |previous |first |earlier |two )?${MISSIVE}${gap(4)} (?:reach|arrive|get through|come through)`,
  `(?:my|our) (?:last|previous|first|earlier|other) (?:two |three |\\d )?${MISSIVE}${gap(3)} (?:un|not |never |no )`,
  // Nothing came: "yet to receive a response", "I've had nothing from you", "no feedback from your team".
  `yet to (?:receive|hear|get|see)${gap(3)} (?:${ANSWER}|back|from you|anything)`,
  `(?:wait|waiting|awaiting|waited)${gap(4)} (?:${ANSWER}|hear back|you to reply|you to answer)${gap(1)} (?:since|for (?:over |more than |almost |nearly )?${COUNT} ${SPAN})`,
  `(?:had|heard|received|got|seen|hear|get) nothing (?:from you|from your|back|since)|nothing (?:back )?from (?:you|your|anyone|anybody)`,
  `no (?:feedback|word|news|contact|sign|communication|follow up|call back|callback|reaction) (?:from|since|so far|yet)`,
  `(?:never|not|${NOBODY})${EVER} ${CAME} (?:me |us )?back to (?:me|us)`,
  `(?:never|not|${NOBODY})${EVER} (?:got|gotten|get|gets|called|call|rang|ring|phoned|wrote|write|calling) (?:me |us )?back${ABOUT}`,
  `${NOBODY}${EVER} ${CAME} (?:me |us )?back${ABOUT}`,
  // "Not coming back" is what a customer says who leaves for good: only those who owe an answer come back with one.
  `(?:you|they|he|she|team|agents?|support|office|desk)${gap(2)} (?:never|not)${EVER} (?:came|come|coming) back${ABOUT}`,
  `${NOBODY} (?:has |have |had )?(?:ever |yet |even )?(?:been in touch|contacted (?:me|us)|(?:called|rang|phoned|e ?mailed) (?:me|us)|bothered to (?:reply|answer|respond|call|write))`,
  `(?:promised|said|told|assured|supposed|meant)${gap(6)} (?:(?:call|ring|phone|write|get|come|be) (?:me |us |you )?back|(?:be|get) in (?:touch|contact)|(?:call|ring|phone|contact|e ?mail) (?:me|us))${gap(5)} (?:not|never|nobody|nothing|no one)`,
  // Somebody, please: "Can someone please reply to me?", "please respond to my mail below".
  `(?:can|could|will|would) ${SOMEBODY}(?: \\S+)?(?: \\S+)? (?:reply|respond|answer (?:me|my|us|this)|get back|call me|acknowledge)`,
  `(?:please|kindly)(?: \\S+)? (?:reply|respond|answer) (?:to )?(?:my|our|this|the) (?:\\S+ )?(?:${MISSIVE} )?(?:below|above|previous|last|earlier)`,
  `how long (?:does|do|will|must|should|can)${gap(4)} (?:take|need|wait)${gap(3)} (?:to (?:answer|reply|respond|get (?:a|an) ${ANSWER})|for (?:a|an) ${ANSWER})`,
  `when (?:will|do|can|am|are|is)(?: \\S+)? (?:finally|ever|actually|going to) (?:get|receive|hear|have|expect|be given) (?:a |an |some |any |your |my )?(?:proper |real |straight )?${ANSWER}`,
  `when (?:will|are) you (?:finally|ever|going to) (?:reply|answer|respond|get back)`,
  `any (?:movement|joy|luck|headway)(?: [$]| with| on| yet| there)`,
  `what(?: is| has|s)? (?:happening|happened|going on|become) (?:with|to|of) (?:my|our) ${MATTER}`,
  `(?:give|send|get|have|provide|need|want|like)(?: me| us)? (?:an|any|some|another) update (?:on|about|regarding) (?:this|my|our|the (?:below|above|case|matter|following))`,
  // Time that has gone by: "I sent this on Monday and it's now Friday", "a week has passed and nothing".
  `(?:sent|wrote|written|e ?mailed|mailed|asked|reported|submitted|called|raised)${gap(7)} (?:and|but) (?:it is|today is|now it is) (?:now |already )?(?:${DAY}|over|more|${COUNT} ${SPAN})`,
  `${COUNT} ${SPAN}(?: have| has)? (?:passed|gone by|gone|later|on)(?: and| but)?(?: still)? (?:nothing|nobody|no one|no ${ANSWER}|silence)`,
  `(?:sent|wrote|written|e ?mailed|mailed|asked|submitted|raised)${gap(6)} ago${gap(3)} (?:nothing|nobody|no one|still|silence|no ${ANSWER}|not heard)`,
];
const asking = new RegExp(`(?<![^ ])(?:${ASKING_AGAIN.join('|')})(?![^ ])`);

/** Where, among the words of a sentence, the customer asks again: index of the first word, and one past the last; undefined when they do not. */
export function asksAgain(said: readonly string[]): readonly [number, number] | undefined {
  const text = `${said.join(' ')} $`;
  const match = asking.exec(text);
  if (!match) return undefined;
  const from = wordsIn(text.slice(0, match.index));
  return [from, Math.min(said.length, from + wordsIn(`${match[0].trimEnd()} `))];
}

function wordsIn(text: string): number {
  let count = 0;
  for (const sign of text) if (sign === ' ') count += 1;
  return count;
}
