import { directiveComments, overlaps, runsOf, type Check, type Remark, type Role, type Span } from 'replylint/rule';
import { findAlternatives } from './alternatives.js';
import { findMarkup } from './markup.js';
import { findNotes } from './notes.js';

const ZONES: ReadonlySet<Role> = new Set<Role>(['salutation', 'body', 'closing', 'signature', 'footer']);

/** What the text was made with, still in it: notes to the agent, choices that nobody made, source code. */
const check: Check = ({ draft, language }) => {
  const remarks: Remark[] = [];
  const notes: Span[] = [];
  if (draft.mode === 'draft')
    for (const { role, span } of draft.segments)
      for (const comment of role === 'directive' ? directiveComments(draft.text, span) : [])
        remarks.push({
          span: comment,
          variant: 'suppression',
          suggest: 'Take it out; it silences nothing in a draft that is about to be sent.',
        });
  const zones = runsOf(draft.segments, ZONES);
  for (const span of zones.flatMap((zone) => findNotes(draft, language, zone))) {
    notes.push(span);
    remarks.push({ span, suggest: 'Delete the note.' });
  }
  for (const { span, fixes, subject } of findMarkup(draft, zones)) {
    if (subject) remarks.push({ span, message: 'The subject line was pasted into the text.', suggest: 'Move it to the subject.' });
    else
      remarks.push({
        span,
        message: 'The customer would read this markup as it stands.',
        suggest: 'Write it as plain text.',
        fixes,
      });
  }
  for (const span of findAlternatives(draft, language)) {
    const sentence = language.sentenceAt(span.start);
    // "(delete as appropriate)" in the same sentence says the same.
    if (sentence && notes.some((note) => overlaps(note, sentence))) continue;
    remarks.push({ span, message: 'Nobody chose between these.', suggest: 'Pick the one that holds for this customer.' });
  }
  return remarks;
};

export default check;
