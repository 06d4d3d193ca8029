import { plain } from '../../config/index.js';
import { decodeDraft } from '../../files/read.js';
import { isProblem, type Context, type DraftReport, type Problem } from '../../index.js';
import type { Workspace } from '../workspace.js';
import { firstToken, type Field } from './fields.js';
import { isCalendarAnswer, whyNoDraft, whyUntouched, type Outgoing } from './untouched.js';

/** What findings and problems call a mail that is in no file. */
const MAIL_NAME = 'mail';

/** What is said of a mail: `untouched` says why it is nobody's draft. */
export type Judged = { readonly report: DraftReport } | { readonly untouched: string } | { readonly problem: Problem };

/** Judges a mail that somebody is about to send, or leaves it alone. A fault of replylint itself is a problem, unless `debug` is set. */
export async function judgeOutgoing(mail: Outgoing, fields: readonly Field[], workspace: Workspace): Promise<Judged> {
  const why = whyUntouched(mail, fields);
  if (why !== undefined) return { untouched: why };
  try {
    if (await isCalendarAnswer(mail, fields, plain(workspace.settingsFor()).limits))
      return { untouched: 'a calendar answers an invitation' };
    const judged = await lint(mail, fields, workspace);
    if (isProblem(judged)) return judged.code === 'empty' ? { untouched: 'it holds no text' } : { problem: judged };
    const none = whyNoDraft(judged);
    return none === undefined ? { report: judged } : { untouched: none };
  } catch (error) {
    if (workspace.options.debug) throw error;
    const what = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
    const message = `replylint failed on it (${what}); please report this; --debug shows more`;
    return { problem: { code: 'crashed', file: MAIL_NAME, message } };
  }
}

/** Whether a mail says that it answers another one. */
export function isReply(fields: readonly Field[]): boolean {
  return fields.some(({ name, value }) => (name === 'in-reply-to' || name === 'references') && firstToken(value) !== '');
}

/** A mail that answers nothing and quotes nothing was begun by us: nobody has to be thanked for it, and no question waits. */
async function lint({ bytes }: Outgoing, fields: readonly Field[], workspace: Workspace): Promise<DraftReport | Problem> {
  const read = decodeDraft(MAIL_NAME, bytes, 'eml');
  if ('code' in read) return read;
  // A workspace may be held for days; a mail without a date goes out now.
  const sent = fields.some(({ name }) => name === 'date') ? {} : { sent: new Date().toISOString() };
  const judge = (context: Context): Promise<DraftReport | Problem> =>
    workspace.lint({ ...context, ...sent, draft: read.content, format: 'eml', name: MAIL_NAME });
  const judged = await judge({});
  if (isProblem(judged) || judged.pass || isReply(fields) || judged.segments.some(({ role }) => role === 'quoted')) return judged;
  return judge({ kind: 'proactive' });
}
