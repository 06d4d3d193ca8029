import { directivesOf } from '../../draft/directives.js';
import type { Directive } from '../../draft/draft.js';
import { headLines, type Envelope } from './envelope.js';

const NAME = /^x-replylint-disable[ \t]*:/i;

/** The notes to the linter in a mail's own headers (`X-Replylint-Disable: rule -- reason`). Places of a mail that was text have no bytes. */
export function headerDirectives(file: string, { bytes, toFile }: Envelope, isDecoded: boolean): Directive[] {
  const found: Directive[] = [];
  const decoder = new TextDecoder();
  let number = 0;
  let open: { start: number; end: number; line: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const { line } = open;
    const at = toFile.source(open);
    const value = decoder
      .decode(bytes.subarray(open.start, open.end))
      .replace(NAME, '')
      .replaceAll(/\r?\n[ \t]+/g, ' ');
    const place = { file, line, column: 1, ...(at && !isDecoded && { bytes: [at.start, at.end] as const }) };
    for (const text of directivesOf(value) ?? []) found.push({ text, place });
    open = undefined;
  };
  for (const { text, start, next } of headLines(bytes, 0)) {
    number += 1;
    if (open && /^[ \t]/.test(text)) open.end = next;
    else {
      close();
      if (NAME.test(text)) open = { start, end: next, line: number };
    }
  }
  close();
  return found;
}
