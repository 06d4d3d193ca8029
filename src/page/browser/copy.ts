/**
 * Puts a draft on the clipboard, as text and, where it has one, as HTML. It is done from a copy event, which works on any page; the newer interface is
 * there for secure addresses alone, and cleans HTML on its way.
 */
export function copyOut(text: string, html?: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, true);
  return done;
}
