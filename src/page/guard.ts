import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** What no page but our own, at the address it was opened by, may ask of the server. */
export interface Guard {
  readonly token: string;
  /** `127.0.0.1:4321` and `localhost:4321`: names under which the page may be asked for. Any other is that of a site whose name was made to lead here. */
  readonly hosts: () => readonly string[];
}

/** Refuses a request by another name than our own, from another page, or by a method that nothing here has. */
export function fromHere({ hosts }: Guard): MiddlewareHandler {
  return async ({ req, text }, next) => {
    const host = req.header('host') ?? '';
    if (!hosts().includes(host)) return text('This page answers under its own address alone.\n', 403);
    if (!/^(?:GET|HEAD|POST)$/.test(req.method)) return text('There is no such method here.\n', 405);
    const origin = req.header('origin');
    const site = req.header('sec-fetch-site');
    const isOwn = origin === undefined ? req.method !== 'POST' : origin === `http://${host}`;
    // A link on another page may lead here; nothing there may load or send anything.
    const mayBe =
      site === undefined ||
      site === 'same-origin' ||
      site === 'none' ||
      (req.method === 'GET' && req.header('sec-fetch-mode') === 'navigate');
    if (!isOwn || !mayBe) return text('Another page may not ask this one for anything.\n', 403);
    await next();
    return undefined;
  };
}

/** Refuses whoever has not opened the address that was printed. */
export function withToken({ token }: Guard): MiddlewareHandler {
  const wanted = Buffer.from(`Bearer ${token}`);
  return async ({ req, json }, next) => {
    const given = Buffer.from(req.header('authorization') ?? '');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      return json(
        {
          code: 'no-token',
          message: 'This is not the address that was printed: open the one that `replylint serve` shows, with what stands behind its #.',
        },
        401,
      );
    await next();
    return undefined;
  };
}
