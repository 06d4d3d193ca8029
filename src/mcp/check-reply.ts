import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { isProblem } from '../index.js';
import { answerOf, refusalOf, type Answer } from '../report/answer.js';
import { brief } from '../report/brief.js';
import { failures } from '../report/build.js';
import { problemLine } from '../report/problem-line.js';
import { recordFrom, type Record } from '../workspace/record.js';
import type { Workspace } from '../workspace/workspace.js';
import { answerSchema, replySchema } from './schemas.generated.js';
import { READS_ONLY, refusal, type Tool } from './tool.js';

export const checkReply: Tool = {
  listed: {
    name: 'check_reply',
    title: 'Check a reply to a customer',
    description:
      'Judges a reply to a customer before it is sent: a score from 0 to 100, whether it passes, and what to change, each with the exact words, why, and what to write instead. ' +
      "Pass the customer's message as `customer` wherever there is one: without it, what a complaint needs is not judged. " +
      'Change the draft and call it again until it passes.',
    inputSchema: replySchema as unknown as Tool['listed']['inputSchema'],
    outputSchema: answerSchema as unknown as Tool['listed']['outputSchema'],
    annotations: { title: 'Check a reply to a customer', ...READS_ONLY },
  },
  async call(given, workspace) {
    // A record of a batch has an id; a call has one of its own.
    const record = recordFrom({ ...given, id: 0 });
    if ('faults' in record) return refusal(`${record.faults.join('; ')}; the schema of check_reply says what it takes`);
    const tooLong = overLimit(record, workspace);
    if (tooLong !== undefined) return refusal(tooLong);
    const outcome = await workspace.lint({ ...record.context, draft: record.draft, format: record.format, name: 'draft' });
    if (isProblem(outcome)) return { ...withAnswer(problemLine(outcome), refusalOf(null, outcome)), isError: true };
    const note = record.context.customer === undefined && outcome.kind.value === 'unknown' ? `\n${WITHOUT_CUSTOMER}` : '';
    const result = withAnswer(brief(outcome) + note, answerOf(null, outcome));
    return failures(outcome.problems).length > 0 ? { ...result, isError: true } : result;
  },
};

const WITHOUT_CUSTOMER = 'Not judged: what their message needs, because it is not known. Pass it as `customer`, or say its `kind`.';

function withAnswer(text: string, answer: Answer): CallToolResult {
  return { content: [{ type: 'text', text }], structuredContent: { ...answer } };
}

/** Messages beside the draft may be as long as the draft itself. */
function overLimit({ context }: Record, workspace: Workspace): string | undefined {
  const limit = workspace.settingsFor().limits.draftUnits.value;
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['customer', context.customer],
    ...(context.earlier ?? []).map(({ text }, index) => [`earlier[${index}].text`, text] as const),
  ];
  const found = texts.find(([, text]) => text !== undefined && text.length > limit);
  return found && `"${found[0]}" is longer than the limit of ${limit} characters (limit draftUnits); pass the part that the draft answers`;
}
