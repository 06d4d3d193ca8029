import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Problem } from '../text/problem.js';
import { readAsset, served, typeOf } from './assets.js';
import type { About, Judge } from './exchange/ask.js';
import { fromHere, withToken, type Guard } from './guard.js';
import { readAsk, readBrought, readMend } from './read-call.js';

/** What goes with every answer. The page's own policy stands in it as well; here is what only a header can say. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export interface AppSetup extends Guard {
  readonly judge: Judge;
  /** Is asked when the page is loaded; the problem that keeps all from being judged. */
  readonly about: () => Promise<About | Problem>;
  /** Most bytes of one request. */
  readonly mostBytes: number;
}

/** The server of the page: its files, which hold nothing of the project, and behind the token what judges. */
export function createApp(setup: AppSetup): Hono {
  const { judge, about, mostBytes } = setup;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });
  app.use(fromHere(setup));
  for (const asset of served)
    app.get(asset === 'index.html' ? '/' : `/${asset}`, ({ body }) => body(readAsset(asset), 200, { 'content-type': typeOf(asset) }));
  const tooLong = ({ json }: Context): Response =>
    json({ code: 'too-large', message: `over the limit of ${mostBytes} bytes for one request (limit fileBytes)` }, 413);
  app.use('/about', withToken(setup));
  app.get('/about', async ({ json }) => json(await about()));
  for (const path of ['/judge', '/open', '/mend']) app.use(path, withToken(setup), bodyLimit({ maxSize: mostBytes, onError: tooLong }));
  app.post('/judge', async (context) => answer(context, readAsk(await jsonOf(context)), judge.judge));
  app.post('/mend', async (context) => answer(context, readMend(await jsonOf(context)), judge.mend));
  app.post('/open', async (context) => {
    const { req } = context;
    return answer(context, readBrought(req.query('name'), req.query('format'), new Uint8Array(await req.arrayBuffer())), judge.open);
  });
  app.notFound(({ text }) => text('There is nothing here.\n', 404));
  app.onError((error, { json }) =>
    json({ code: 'crashed', message: `replylint failed on this (${error.message.slice(0, 200)}); please report it` }, 500),
  );
  return app;
}

async function jsonOf({ req }: Context): Promise<unknown> {
  try {
    return await req.json();
  } catch {
    return undefined;
  }
}

/** A reply that cannot be judged is an answer like any other; what the page would never send is refused. */
async function answer<T extends object>({ json }: Context, asked: T | Problem, give: (asked: T) => Promise<object>): Promise<Response> {
  return 'code' in asked ? json(asked, 400) : json(await give(asked));
}
