/**
 * Puts a draft on the clipboard, as text and, where it has one, as HTML. It is done from a copy event, which works on any page; the newer interface is
 * there for secure addresses alone, and some browsers clean HTML on its way: it is the second choice.
 */
export async function copyOut(text: string, html?: string): Promise<boolean> {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, true);
  return done || copyAnew(text, html);
}

async function copyAnew(text: string, html: string | undefined): Promise<boolean> {
  const blob = (type: string, content: string): Record<string, Blob> => ({ [type]: new Blob([content], { type }) });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ ...blob('text/plain', text), ...(html !== undefined && blob('text/html', html)) }),
    ]);
    return true;
  } catch {
    return false;
  }
}
