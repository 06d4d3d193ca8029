import type { Context } from '../draft/draft.js';
import type { Problem } from '../text/problem.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CheckOptions } from './options.js';

/** The options that tell of one message and one person, so that they cannot hold for several drafts. */
const OF_ONE: readonly (readonly [keyof CheckOptions, flag: string])[] = [
  ['customer', '--customer'],
  ['customerName', '--customer-name'],
  ['to', '--to'],
];

/** Which option that tells of one draft was given, though there are several. */
export function tooManyDrafts(options: CheckOptions, drafts: number, library: string | undefined): Problem | undefined {
  const given = drafts > 1 || library !== undefined ? OF_ONE.find(([key]) => options[key] !== undefined) : undefined;
  const found = library === undefined ? `${drafts} were found` : `${library} is a library of many`;
  return (
    given && {
      code: 'usage',
      message: `${given[1]} tells of one draft, and ${found}, so nothing was judged; name one draft, or leave ${given[1]} out`,
    }
  );
}

/** What the options say about the draft; reads the customer's message from its file. */
export async function contextOf(options: CheckOptions, workspace: Workspace): Promise<Context | Problem> {
  const { customerName, to, received, sent, kind, channel } = options;
  const known: Context = { customerName, to, received, sent, kind, channel };
  if (received !== undefined && sent !== undefined && isBefore(sent, received))
    return { code: 'usage', message: `--sent ${sent} is before --received ${received}; a reply comes after what it answers` };
  if (options.customer === undefined) return known;
  const customer = await workspace.readMessage(options.customer);
  return typeof customer === 'string' ? { ...known, customer } : { ...customer, message: `--customer: ${customer.message}` };
}

/** Whether one ISO 8601 date is before another; where one has no time, by their days. */
function isBefore(one: string, other: string): boolean {
  const day = 'yyyy-mm-dd'.length;
  return one.length > day && other.length > day ? Date.parse(one) < Date.parse(other) : one.slice(0, day) < other.slice(0, day);
}
