import { applySplices, isRefusal } from '../../fix/change.js';
import { openText } from '../../fix/open-text.js';
import type { Limits } from '../../parse/source.js';
import type { Problem } from '../../text/problem.js';
import { utf8Map } from '../../text/utf8.js';
import type { Judge, Mend, Opened } from './ask.js';
import { open } from './open.js';

/** Makes one fix in the draft as it is written, the way `replylint fix` does, and reads it again. */
export async function mend({ ask, finding, fix }: Mend, judge: Judge['judge'], limits: Limits): Promise<Opened | Problem> {
  const judged = await judge(ask);
  if ('code' in judged) return judged;
  const wanted = judged.report.findings[finding]?.fixes[fix];
  if (!wanted) return refused('the draft is another by now');
  const { draft: content, format } = ask;
  const bytes = new TextEncoder().encode(content);
  const file = await openText({ name: NAME, format, content, bytes, toBytes: utf8Map(content), charset: 'utf-8' }, limits);
  if ('code' in file) return file;
  const written = file.write(wanted.edits, 0);
  if (isRefusal(written)) return refused(written.refused);
  return open({ name: NAME, format, content: new TextDecoder().decode(applySplices(bytes, written.splices)) }, limits);
}

const NAME = 'draft';

function refused(why: string): Problem {
  return { code: 'refused', message: `it cannot be put in: ${why}` };
}
