import type { Format } from '../../parse/source.js';
import { defaultLimits } from '../../parse/source.js';
import type { Brought } from '../exchange/ask.js';

const FORMATS: Readonly<Record<string, Format>> = {
  eml: 'eml',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};

/** What a file chooser shows. */
export const ACCEPTED = Object.keys(FORMATS)
  .map((ending) => `.${ending}`)
  .join(',');

/** Reads a file that was dropped or chosen; a sentence where it is none that the page can open. */
export async function readFile(file: File): Promise<Brought | string> {
  const format = FORMATS[/\.(\w+)$/.exec(file.name)?.[1].toLowerCase() ?? ''] ?? (file.type === 'message/rfc822' ? 'eml' : undefined);
  if (!format) return `${file.name} is no message that can be opened here: use .eml, .html, .md or .txt`;
  if (file.size > defaultLimits.fileBytes)
    return `${file.name} is over ${defaultLimits.fileBytes / 1024 / 1024} MB, more than a message has`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, format, content: format === 'eml' ? bytes : decode(bytes) };
}

/** Text of a file that names no charset: UTF-8, or what Windows wrote before it. */
function decode(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The formatted text of a clipboard, where it holds any. */
export function formattedIn(data: DataTransfer | null): Brought | undefined {
  const content = data?.getData('text/html') ?? '';
  return content.trim() === '' ? undefined : { name: 'What you pasted', format: 'html', content };
}

/** Lets files be dropped on an element, which shows meanwhile that they may. */
export function takeFiles(element: HTMLElement, take: (file: File) => void): void {
  const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const stop = (event: DragEvent): boolean => {
    if (!holds(event)) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  // Before the editor inside, which would read a mail as the text of its file.
  element.addEventListener('dragover', (event) => void (stop(event) && element.classList.add('dropping')), true);
  element.addEventListener('dragleave', () => element.classList.remove('dropping'));
  element.addEventListener(
    'drop',
    (event) => {
      element.classList.remove('dropping');
      const file = event.dataTransfer?.files[0];
      if (stop(event) && file) take(file);
    },
    true,
  );
  // A file that is dropped beside it would be opened by the browser, in the place of the page.
  for (const name of ['dragover', 'drop'] as const) document.addEventListener(name, stop);
}
