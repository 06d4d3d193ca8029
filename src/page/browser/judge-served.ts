import type { Problem } from '../../text/problem.js';
import type { About, Judge } from '../exchange/ask.js';

const KEY = 'replylint-token';

/** The judge that is the server of the page. The token comes behind the `#` of the address, which no request carries; it is kept for this tab alone. */
export async function judgeServed(): Promise<{ readonly judge: Judge; readonly about: About } | Problem> {
  const given = /^#([\w-]+)$/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  const token = sessionStorage.getItem(KEY) ?? '';

  async function call<T>(path: string, init: RequestInit): Promise<T | Problem> {
    try {
      const response = await fetch(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
      return (await response.json()) as T | Problem;
    } catch {
      return { code: 'unreachable', message: 'The server that judges this page does not answer. Start it again: replylint serve' };
    }
  }
  const send = <T>(path: string, given: unknown): Promise<T | Problem> =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) });

  const about = await call<About>('about', {});
  if ('code' in about) return about;
  const judge: Judge = {
    judge: (ask) => send('judge', ask),
    mend: (mend) => send('mend', mend),
    open: ({ name, format, content }) =>
      call(`open?${new URLSearchParams({ name, format }).toString()}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: typeof content === 'string' ? content : new Uint8Array(content),
      }),
  };
  return { judge, about };
}
