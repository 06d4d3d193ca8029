import { verbForms, type Span } from 'replylint/rule';

const SLOT_BRACKET = /(?:\[([^[\]\n]{2,120})\](?!\()|\{([^{}\n]{3,120})\}|<<([^<>\n]{3,120})>>)/gu;

const WORKERS = /^(?:agents?|advis[eo]rs?|staff|reps?|ops|cs|team)\b/iu;
/** What is done to a text, or for it, by whoever sends it. */
const ORDERS = new Set(
  (
    'delete remove use insert include omit edit personalise personalize customise customize adapt adjust amend replace keep skip choose pick select add ' +
    'copy paste attach tailor check verify confirm mention offer apologise apologize explain repeat link'
  ).split(' '),
);
const CONDITION = /^(?:\/|end ?)?(?:only|if|else|elseif|endif|when|unless|where applicable|in case)\b/iu;
/** A piece of the template, by what it is for: "[Paragraph for families]", "[Option A]". */
const PIECE =
  /^(?:(?:optional|alternative|standard|closing|opening|intro)\s+)?(?:paragraph|section|sentence|block|version|variant|scenario|intro|opening|closing|wording)s?(?:\s+(?:for|if|when|[a-d\d])\b.*)?$/iu;
const TO_THE_READER = /\b(?:you|your|yours|click|tap|press)\b/iu;
/** "[link to the terms goes here]": no place for the customer to put something. */
const PLACE = /\b(?:goes|go|comes) here\.?$|\b(?:link|signature|logo|table|photo|image|address|name|reason|details) here\.?$/iu;

/** "[Option A]", of which one was to be taken. */
const OPTION = /^option\s*(?:[a-d]|\d)\s?:?$/iu;
const ASKED = /\?|\b(?:choose|choice|prefer|pick|tell|let (?:me|us) know|which)\b/iu;

/** A square, curly or twice pointed bracket that stands between sentences, with what is in it. Inside one it is the name of a button, or a value. */
export function slotBrackets(text: string, zone: Span): (Span & { readonly content: string })[] {
  const part = text.slice(zone.start, zone.end);
  if (!/[[{<]/u.test(part)) return [];
  const found = [...part.matchAll(SLOT_BRACKET)]
    .filter(({ index }) => /(?:^|\n|[.!?:)\]>}])\s*$/u.test(part.slice(Math.max(0, index - 3), index)))
    .map((match) => ({
      start: zone.start + match.index,
      end: zone.start + match.index + match[0].length,
      content: match[1] ?? match[2] ?? match[3],
    }));
  const options = found.filter(({ content }) => OPTION.test(content.trim()));
  // Of one option there is no choice, and what the customer is asked they choose.
  return options.length < 2 || ASKED.test(part) ? found.filter((bracket) => !options.includes(bracket)) : found;
}

/** Whether what stands in such a bracket is said to the agent, or is a joint of the template: "[only include if …]", "{note: verify age}", "[agent to attach the label]". */
export function isForAgent(content: string): boolean {
  const text = content.trim().replace(/^(?:please|pls|kindly)\s+/iu, '');
  if (/^note\s?:/iu.test(text) || (WORKERS.test(text) && /^\w+\s?(?::|to\s|must\s|should\s|please\s)/iu.test(text))) return true;
  if (PLACE.test(text) && !/^(?:click|tap|press|see|download|read)\b/iu.test(text)) return true;
  if (TO_THE_READER.test(text)) return false;
  if (PIECE.test(text) || OPTION.test(text)) return true;
  const words = text.split(/\s+/u);
  if (CONDITION.test(text)) return words.length < 14;
  const first = words[0].toLowerCase().replace(/[^a-z]/gu, '');
  return words.length > 1 && ORDERS.has(first) && verbForms(first)?.forms.includes('base') === true;
}
