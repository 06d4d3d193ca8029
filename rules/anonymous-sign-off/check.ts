import {
  findFields,
  foldName,
  isListedFirstName,
  isPersonName,
  slice,
  type Check,
  type Draft,
  type Remark,
  type Reading,
  type Settings,
  type Span,
} from 'replylint/rule';

/** A body of fewer words may go without a closing (SCORE §4). */
const SHORT_BODY = 25;
/** Under a review the house is named already, and a few lines are often all there is. */
const SHORT_REVIEW = 60;
/** Merge fields that hold a house, not a person. */
const HOUSE = /\b(?:mailbox|inbox|team|brand|company|organi[sz]ation|account|shop|store|department|dept|group|helpdesk|portal)\b/i;

/** A team, a company, a machine or nobody signs. */
const check: Check = ({ draft, hits, language, settings }) => {
  const { signOff, channel, headers } = draft;
  if (channel === 'chat' || language.cutOff) return [];
  if (signOff && (signOff.names.length > 0 || signOff.tag || signOff.placeholders.some((at) => !isHouse(draft, at)))) return [];
  // "Tom B Web Reviews Team": a person at the head of a team's line.
  if (signOff?.teams.some((at) => isListedFirstName(foldName(slice(draft.text, at).split(/\s/u)[0])))) return [];
  if (headers?.from?.name !== undefined && isPersonName({ name: headers.from.name, source: 'to' })) return [];
  const machine = hits.find(({ span }) => !language.isMention(span));
  const house = signOff?.teams[0] ?? signOff?.placeholders[0] ?? signOff?.titles[0];
  const span = house ?? machine?.span;
  if (span) return [{ span, ...offer(draft, settings, house) }];
  // Help desks put the agent's signature below what stands in a library.
  return !draft.entry && owesClosing(draft, language)
    ? [
        {
          span: null,
          anchor: signOff?.phrase ?? language.body.at(-1),
          ...offer(draft, settings, undefined),
        },
      ]
    : [];
};

function isHouse({ text }: Draft, at: Span): boolean {
  return findFields(text, at).every(({ content }) => HOUSE.test(content));
}

function owesClosing({ channel, signOff }: Draft, { sentences }: Reading): boolean {
  if (signOff) return true;
  const said = sentences.filter(({ role }) => role === 'body').reduce((sum, { from, to }) => sum + to - from, 0);
  return said >= (channel === 'review' ? SHORT_REVIEW : SHORT_BODY);
}

/** The agent's name from the settings, above the team or under the text. */
function offer(draft: Draft, { agent }: Settings, house: Span | undefined): Partial<Remark> {
  if (agent === undefined || draft.mode === 'template') return {};
  const end = draft.signOff?.span.end ?? draft.segments.findLast(({ role }) => role === 'body')?.span.end ?? draft.text.length;
  const at = house?.start ?? slice(draft.text, { start: 0, end }).trimEnd().length;
  const text = house ? `${agent}, ` : draft.signOff ? `\n${agent}` : `\n\nKind regards,\n${agent}`;
  return {
    suggest: `Sign with your name: “${agent}”.`,
    fixes: [{ label: `sign as ${agent}`, safety: 'unsafe', edits: [{ kind: 'text', span: { start: at, end: at }, text }] }],
  };
}

export default check;
