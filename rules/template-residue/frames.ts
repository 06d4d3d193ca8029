import { slice, type Draft, type Reading, type Span } from 'replylint/rule';

/** A line that names the template itself: "Macro ID 4471", "Snippet 14b - broken goods", "Standard reply 7: passes", "END OF MACRO". */
const NAME =
  /^[-*=#\s]*(?:(?:macro|snippet|template|(?:standard|canned|saved|stock|quick|auto) (?:reply|response|answer|text))\s*(?:id|no\.?|number|ref\.?|code|#)?\s*[a-z]{0,3}[-#]?\d[\w.]{0,8}\s*(?:$|[:–—|]|-\s)|(?:end|start|begin(?:ning)?) of (?:the )?(?:template|macro|snippet|canned (?:reply|response)|draft|message template)[-*=\s.!]*$)/iu;
/** What a library of templates says of one: "Use for: pass enquiries". */
const USE =
  /^[-*\s]*(?:(?:do not |don['’]t )?use (?:for|when|if)|when to use)\s?:[^\n]{0,80}\b(?:enquir|quer|complain|customer|ticket|request|review|refund)/iu;
/** "If the customer is abroad: …": they are spoken of, so this is not said to them. */
const CASE =
  /^[-*\s]*(?:if|when|where|for)\s+(?:the\s+)?(?:customer|client|caller)\s+(?:is|has|asks?|wants?|was|cannot|can|does|says?|refuses?|insists?)\b[^.\n]{0,70}:/iu;
/** "SCENARIO 1 - …", "VERSION B:": in capitals, which no heading for the customer is. */
const SCENARIO = /^[-*\s]*(?:SCENARIO|VARIANT|VERSION|CASE|VARIATION)\s+(?:[A-D]|\d{1,2})\b\s*(?:[:–—.)]|-|$)/u;
/** Two words after the slashes and more: "// Anna" signs a letter in Sweden. */
const COMMENT = /^\s*(?:\/\/\s+\S+\s+\S+\s+\S|\/\*)/u;
/** Signs that frame a line: "## T2 to confirm before this goes out ##". */
const FRAMES = '#*=~>-';
/** The longest line that is a note, in UTF-16 units. */
const NOTE = 120;
/** What is said to whoever sends it. */
const SENDERS =
  /\b(?:before (?:this|it|you) (?:goes? out|goes? live|is sent|send)|before sending|(?:needs?|awaiting|pending|for) (?:approval|sign[- ]off|review)|to (?:confirm|check|approve|sign off|verify|review)|do not send|not (?:yet )?(?:approved|checked)|(?:check|confirm) with (?:the )?(?:team|manager|T\d|tier))\b/iu;
const PLACED = /^-{2,}[^-\n]{3,60}\bhere[ \t]{0,9}-{2,}$/iu;
/** What such a line begins with, signs aside: the long patterns are compiled only for those. */
const LEADS =
  /^[-*=#\s/]*(?:macro|snippet|template|standard|canned|saved|stock|quick|auto|end|start|begin|use|do|when|applies|shortcut|if|where|for|scenario|variant|version|case|variation)/i;

/** A line of the template's own, by its form. */
export function isOfTemplate(line: string): boolean {
  if (/\/[/*]/.test(line) && COMMENT.test(line)) return true;
  if (line.startsWith('--') && PLACED.test(line)) return true;
  if (isFramed(line) && SENDERS.test(line)) return true;
  return LEADS.test(line) && (NAME.test(line) || USE.test(line) || CASE.test(line) || SCENARIO.test(line));
}

function isFramed(line: string): boolean {
  const sign = line[0];
  return sign !== undefined && FRAMES.includes(sign) && line[1] === sign && line.endsWith(sign + sign) && line.length <= NOTE;
}

/** What a writing assistant says around the text it was asked for. */
const HANDS_OVER =
  /\b(?:here(?:['’]s| is)|below is|this is)\s+(?:an?|the|your|my|one)\s+(?:[\w-]+,?\s+){0,5}?(?:response|reply|draft|e-?mail|message|version|rewrite|answer|template)\b/iu;
const TO_THEM =
  /\b(?:to|for|that addresses|addressing|responding to)\s+(?:the|this|a|your)\s+(?:[\w-]+\s+)?(?:customer|client|guest|complaint|review|reviewer|enquiry|inquiry|query|ticket)(?:['’]s)?\b/iu;
const YOURS_TO_SEND = /\byou (?:can|could|may|might) (?:send|use|copy|adapt)\b/iu;
const TWEAKS =
  /\b(?:feel free to|you (?:can|may)|please) (?:adjust|tweak|edit|modify|customi[sz]e|personali[sz]e|adapt|change)\b[^.!?\n]{0,40}\b(?:tone|wording|(?:this|the) (?:response|reply|draft))\b/iu;
const REMAKES =
  /\b(?:would you like|do you want|if you(?:['’]d| would)? (?:like|want|prefer)) me to (?:make|rewrite|adjust|change) (?:it|this)\b[^.!?\n]{0,40}\b(?:formal|concise|friendl(?:y|ier)|empathetic|polite|casual|tone)\b/iu;
const AS_MACHINE = /\bas an? (?:AI|large)? ?language model\b/iu;

/** Sentences that a writing assistant wrote to the agent: "Sure! Here's a polite response to the complaint:". */
export function assistantTalk(draft: Draft, { sentences }: Reading): Span[] {
  const found: Span[] = [];
  // The long patterns are compiled only where a word of theirs stands, and most drafts hold none.
  const lower = draft.text.toLowerCase();
  const filled = lower.includes('lorem ipsum');
  const machine = lower.includes('language model');
  const tweaks = /tone|wording|response|reply|draft/.test(lower);
  const remakes = lower.includes(' me to ');
  if (!filled && !machine && !tweaks && !remakes && !lower.includes(':')) return found;
  const greeting = draft.salutation?.span.start;
  for (const { start, end } of sentences) {
    const text = slice(draft.text, { start, end });
    if (text.length < 12 || text.length > 240) continue;
    if (
      (filled && /lorem ipsum/i.test(text)) ||
      (machine && AS_MACHINE.test(text)) ||
      (tweaks && /tone|wording|response|reply|draft/i.test(text) && TWEAKS.test(text)) ||
      (remakes && text.toLowerCase().includes(' me to ') && REMAKES.test(text))
    )
      found.push({ start, end });
    else if (
      /:\s*(?:$|\n)/u.test(text) &&
      HANDS_OVER.test(text) &&
      (TO_THEM.test(text) || (YOURS_TO_SEND.test(text) && (greeting ?? 0) > end))
    )
      found.push({ start, end });
  }
  return found;
}
