import type { Span } from '../text/span.js';
import { splitSentences } from '../text/sentences.js';
import { splitWords } from '../text/words.js';
import { kinds } from './choices.js';
import { readSender } from './attributed.js';
import type { Attachment, Block, Context, Draft, Segment } from './draft.js';
import type { Material } from './material.js';
import { findCustomer } from './thread.js';
import { findVocatives } from './vocatives.js';
import { findZones } from './zones.js';
import { append } from '../text/append.js';

/**
 * Builds the draft that rules run on: zones, sentences, words, salutation and sign-off, the customer's turn and what is known of their name.
 * What `context` gives wins over what the format gave (headers, front matter), and that wins over what is found in the text.
 * Takes time linear in the text; never fails.
 */
export function buildDraft(id: string, parsed: Material, context: Context): Draft {
  const { text, headers, meta } = parsed;
  const words = splitWords(text);
  const { segments, salutation, signOff, quoted, lines } = findZones(text, words, parsed.marked);
  const { turn, names } = findCustomer(parsed, lines, quoted, context);
  const received = context.received ?? turn?.date;
  const sentences = sentencesOf(text, segments, parsed.blocks);
  const kind = context.kind ?? kinds.find((one) => one === meta.kind);
  return {
    id,
    entry: context.entry,
    noted: context.noted,
    mode: context.mode ?? 'draft',
    channel: context.channel ?? 'email',
    surface: parsed.surface,
    text,
    segments,
    salutation,
    signOff,
    vocatives: findVocatives(text, words, sentences, segments, names),
    sentences,
    words,
    styles: parsed.styles,
    links: parsed.links,
    alternative: parsed.alternative,
    odd: parsed.odd,
    blocks: parsed.blocks,
    subject: context.subject ?? context.entry?.subject ?? meta.subject ?? headers?.subject,
    headers: context.from === undefined ? headers : { ...headers, from: readSender(context.from) },
    attachments: context.attachments?.map((name): Attachment => ({ name })) ?? parsed.attachments,
    customer: turn,
    customerNames: names,
    givenKind: kind,
    helpdesk: context.helpdesk ?? context.entry?.dialect,
    received,
    sent: context.sent ?? headers?.date,
    earlier: context.earlier ?? [],
    directives: parsed.directives,
    map: parsed.map,
  };
}

/** Sentences of what is linted, block by block: no sentence runs from one paragraph, list item or cell into the next. */
function sentencesOf(text: string, segments: readonly Segment[], blocks: readonly Block[]): Span[] {
  const sentences: Span[] = [];
  let b = 0;
  for (const { role, span } of segments) {
    if (role !== 'salutation' && role !== 'body' && role !== 'closing') continue;
    let at = span.start;
    while (b < blocks.length && blocks[b].span.start <= at) b += 1;
    for (; b < blocks.length && blocks[b].span.start < span.end; b += 1) {
      append(sentences, splitSentences(text, at, blocks[b].span.start));
      at = blocks[b].span.start;
    }
    append(sentences, splitSentences(text, at, span.end));
  }
  return sentences;
}
