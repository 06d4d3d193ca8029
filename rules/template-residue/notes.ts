import { Gap, slice, verbForms, wordAt, type Draft, type Reading, type Span } from 'replylint/rule';
import { isForAgent, slotBrackets } from './brackets.js';
import { assistantTalk, isOfTemplate } from './frames.js';
import { ordersAgent } from './orders.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Labels of notes, macros and versions, at the beginning of a line or of a bracket. Capitals, or a plural, tell "AGENT:" from a speaker's name. */
const LABEL =
  /^[[({*#\s-]*(?:(?:AGENTS?|INTERNAL|STAFF|ADVISORS?|ADVISERS?|OPERATORS?|REPS?)(?:[ -](?:NOTES?|ONLY|USE ONLY|USE|INFO|COMMENT|INSTRUCTIONS?))?|(?:[Aa]gent|[Ii]nternal|[Ss]taff|[Aa]dvis[eo]r|[Cc][Ss])[ -](?:[Nn]otes?|[Uu]se(?: [Oo]nly)?|[Oo]nly|[Cc]omment|[Ii]nstructions?)|(?:NOTE|Note|note) (?:TO|to|FOR|for) (?:(?:THE|the) )?(?:[Aa]gents?|AGENTS?|[Ss]taff|STAFF|[Tt]eam|TEAM|[Aa]dvis[eo]rs?|[Rr]eps?)|(?:MACRO|Macro|TEMPLATE|Template|SNIPPET|Snippet|(?:Canned|Saved|CANNED|SAVED) (?:[Rr]eply|[Rr]esponse|REPLY|RESPONSE))(?: (?:[Nn]ame|NAME|ID|[Tt]itle|TITLE))?|(?:[Dd]raft|[Ss]uggested|[Ss]ample|[Pp]roposed|[Rr]evised)(?: [Cc]ustomer)? (?:[Rr]eply|[Rr]esponse|[Aa]nswer|[Ee]-?mail)|[Ff]or (?:internal|agent|staff) use(?: only)?|Agents|Advis[eo]rs|Operators|Reps|TODO|TO DO|FIXME|TBC|TBD)\s*(?::|-{1,2}\s|[–—])\s*\S/u;
/** What a label begins with: its pattern takes long to make, and few lines begin so. */
const LABEL_LEADS = set(
  'agent agents internal staff advisor advisors adviser advisers operator operators rep reps cs note macro template snippet canned saved draft suggested sample proposed revised for todo to fixme tbc tbd',
);
/** Marks of unfinished work. */
const MARK = /(?<![\p{L}\p{N}/])(?:TODO|FIXME|TBC|TBD)(?![\p{L}\p{N}])/gu;
/** "date TBC": what is to be confirmed is named, which is news and no note. */
const NAMED = set('date dates time times venue place location details price room gate platform speaker menu address to still');
const PREPOSITIONS = set('on at by of from until till for to before after since');
const BRACKET = /[([{<]([^()[\]{}<>\n]{3,90})[)\]}>]/gu;
/** Orders in brackets: "(delete as appropriate)", "[choose one]". */
const ORDER =
  /^(?:please )?(?:(?:delete|take out|take away|cross out|strike out|leave out|drop|strike|amend|edit|change|complete|adapt|adjust|remove|use|include|keep|choose|select|pick|insert|add)\b.{0,40}\b(?:as (?:appropriate|applicable|necessary|needed|required|relevant)|(?:if|when|where) (?:not )?(?:applicable|appropriate|needed|necessary|relevant)|one|accordingly|(?:which|what)ever (?:one )?(?:applies|fits|(?:does not|doesn['’]t|do not) (?:apply|fit)|is (?:not |in)?(?:appropriate|applicable|wrong|right|correct|true)))|use (?:para|paragraph|section|option|version|text|block|template) ?\w{0,2}\b.{0,40}|for (?:agent|internal|staff) use(?: only)?|internal(?: use)?(?: only)?|agent(?: use)? only|do not send|not for (?:the )?customer|optional (?:paragraph|sentence|section)|(?:if|when|for) [^:]{2,50}:|only (?:use )?if (?:the )?(?:customer|client|guest|member)\b.{0,50}|(?:skip|drop|omit|leave out|take out|delete|cut|use|keep|add|include) (?:the|this|that)\b.{0,20}\b(?:bit|part|para|paragraph|section|line|sentence|blurb) (?:if|unless|when) (?:they|he|she)\b.{1,40}|.{3,40}(?:,| -| –|;) ?(?:take out|leave out|delete|drop|skip|omit|remove) (?:it )?(?:otherwise|if not))\.?!?$/iu;
/** In a bracket a label needs no capitals: "[agent: add an apology]", "(for agents only: …)". */
const SPOKEN_TO =
  /^\s?(?:(?:note|reminder) to (?:self|agent|staff)|agents?|internal|admin|for (?:the )?(?:agents?|staff|advis[eo]rs?)(?: use)?(?: only)?|cs team|optional|if (?:needed|applicable|relevant|required))\s?:/iu;

/** Who is to fill it in, and what: "[cobbler: describe the damage]". Square brackets alone: a colon in round ones is prose. */
const TASK =
  /^\p{Ll}{3,15}: (?:describe|add|insert|mention|state|explain|name|list|fill|put|enter|quote|specify|skip|confirm)\b(?!.*\byour?\b)/u;

/** Notes in the manner of a program's comments: an order behind two slashes, or between slashes and stars, dashes or hashes. */
const CODE_COMMENT =
  /(?:^|(?<=[.!?\s]))(\/\/ (?:add|insert|check|remember|delete|remove|only|include|use|ask|confirm|update|change|replace|fill|do not|don't|copy|see|para|if)\b[^\n]{3,120}|\/\*[^*\n]{3,120}\*\/|(?:--+|##+) (?:only|delete|insert|add|if|for|include|remove|use)\b[^\n]{2,80}? (?:--+|##+))(?=\n|$)/gmu;
const COMMENT_SIGNS = ['//', '/*', '--', '##'];

/** Everything in the stretch that speaks to the agent. Sentences as a whole, brackets with their signs. */
export function findNotes(draft: Draft, language: Reading, zone: Span): Span[] {
  const found: Span[] = [];
  const add = (span: Span): void => {
    if (!isQuotedNote(draft, language, span)) found.push(span);
  };
  for (const line of linesOf(draft.text, zone)) {
    const text = slice(draft.text, line);
    if (isLabelled(text) || (text.length < 160 && isOfTemplate(text))) add(line);
  }
  for (const span of assistantTalk(draft, language)) if (span.start >= zone.start && span.end <= zone.end) add(span);
  // "Thanks for waiting. AGENT NOTE: check the stock."
  for (const { start, end } of language.sentences)
    if (start >= zone.start && end <= zone.end && isLabelled(draft.text.slice(start, end))) add({ start, end });
  const text = slice(draft.text, zone);
  for (const match of COMMENT_SIGNS.some((sign) => text.includes(sign)) ? text.matchAll(CODE_COMMENT) : []) {
    const start = zone.start + match.index + match[0].indexOf(match[1]);
    add({ start, end: start + match[1].trimEnd().length });
  }
  for (const match of /[([{<]/.test(text) ? text.matchAll(BRACKET) : []) {
    const span = { start: zone.start + match.index, end: zone.start + match.index + match[0].length };
    if (
      ORDER.test(match[1].trim()) ||
      SPOKEN_TO.test(match[1]) ||
      isLabelled(match[1]) ||
      (match[0].startsWith('[') && TASK.test(match[1]))
    )
      add(span);
  }
  for (const { content, start, end } of slotBrackets(draft.text, zone)) if (isForAgent(content)) add({ start, end });
  for (const match of /TODO|FIXME|TB[CD]/.test(text) ? text.matchAll(MARK) : []) {
    const mark = { start: zone.start + match.index, end: zone.start + match.index + match[0].length };
    if (isMark(draft, mark)) add(withBracket(draft.text, mark));
  }
  for (const sentence of language.sentences)
    if (sentence.start >= zone.start && sentence.end <= zone.end && ordersAgent(draft, language, sentence))
      add({ start: sentence.start, end: sentence.end });
  return outermost(found);
}

function isLabelled(text: string): boolean {
  // Nothing is a label without one of these signs behind it.
  if (!/[:–—]|-\s/u.test(text)) return false;
  const lead = /[^[({*#\s-][A-Za-z]*/.exec(text)?.[0];
  return lead !== undefined && LABEL_LEADS.has(lead.toLowerCase()) && LABEL.test(text);
}

/** Of notes that overlap, the first and longest. */
function outermost(notes: Span[]): Span[] {
  let end = -1;
  return notes
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((note) => {
      if (note.start < end) return false;
      end = note.end;
      return true;
    });
}

function isMark({ text, words }: Draft, { start, end }: Span): boolean {
  const i = wordAt(words, start);
  if (NAMED.has(words.norm[i - 1] ?? '') || /^\s?['"”’]/u.test(text.slice(end, end + 2))) return false;
  const open = /[([{]\s?$/u.test(text.slice(Math.max(0, start - 2), start));
  // A sentence of its own is no news for anybody: "We will call on Monday. FIXME".
  const alone = /(?:^|[\n.!?]\s?)$/u.test(text.slice(Math.max(0, start - 2), start)) && /^\s*(?:\n|$)/u.test(text.slice(end, end + 3));
  if (text[start] === 'F' || text[start + 1] === 'O') {
    // "TODO check the amount": an order to whoever writes. A TODO list is a thing.
    const order = (words.gap[i] & (Gap.stop | Gap.newline)) !== 0 && verbForms(words.norm[i + 1] ?? '')?.forms.includes('base') === true;
    return (
      open ||
      alone ||
      (order && !/^(?:list|app|item|board|note)s?$/u.test(words.norm[i + 1])) ||
      /^\s?[:)\]-]/u.test(text.slice(end, end + 2))
    );
  }
  // "The date is TBC" tells the customer something; "on TBC" does not.
  if (words.norm[i - 1] === 'is' && !NAMED.has(words.norm[i - 2] ?? '')) return true;
  return open || PREPOSITIONS.has(words.norm[i - 1] ?? '') || /[£$€#]$/u.test(text.slice(0, start).slice(-1));
}

/** The bracket around a mark, when it stands first in one. */
function withBracket(text: string, { start, end }: Span): Span {
  const open = text[start - 1];
  const close = open === '(' ? ')' : open === '[' ? ']' : '';
  if (close === '') return { start, end };
  const at = text.slice(end, end + 80).indexOf(close);
  return at < 0 ? { start, end } : { start: start - 1, end: end + at + 1 };
}

function isQuotedNote(draft: Draft, language: Reading, span: Span): boolean {
  return language.isMention(span) || /['"“‘`]$/u.test(draft.text.slice(Math.max(0, span.start - 1), span.start));
}

/** Lines of the stretch, trimmed, empty ones left out. */
function linesOf(text: string, zone: Span): Span[] {
  const lines: Span[] = [];
  for (let start = zone.start, end = start; start <= zone.end; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0 || end > zone.end) end = zone.end;
    let from = start;
    let to = end;
    while (from < to && /\s/u.test(text[from])) from += 1;
    while (to > from && /\s/u.test(text[to - 1])) to -= 1;
    if (from < to) lines.push({ start: from, end: to });
  }
  return lines;
}
