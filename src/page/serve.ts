import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { plain } from '../config/index.js';
import { problemLine } from '../report/problem-line.js';
import type { Problem } from '../text/problem.js';
import type { Workspace } from '../workspace/workspace.js';
import { aboutOf } from './about.js';
import { createApp } from './app.js';
import { createWorkspaceJudge } from './workspace-judge.js';

const HOST = '127.0.0.1';
/** Milliseconds that a request may take to arrive, its headers and all of it. */
const HEADERS_WITHIN = 5000;
const ALL_WITHIN = 20_000;
/** Milliseconds between two looks at which requests are late. */
const LOOKS_EVERY = 1000;
/** What a request may hold besides one file: the customer's message, JSON's own signs. */
const ROOM = 2;

/** A page that is served. */
export interface Served {
  /** With the token behind its `#`, which no request carries. */
  readonly address: string;
  /** Ends the server and whatever still asks it. */
  close(): Promise<void>;
}

export interface ServeSetup {
  readonly port: number;
  readonly version: string;
  /** Makes the workspace anew, so that a page that is loaded again is judged by the configuration of now. */
  readonly renew: () => Promise<Workspace>;
}

/** Serves the page on this computer alone. A port that cannot be had is a problem. */
export async function servePage(workspace: Workspace, { port, version, renew }: ServeSetup): Promise<Served | Problem> {
  const token = randomBytes(18).toString('base64url');
  let hosts: readonly string[] = [];
  let held = createWorkspaceJudge(workspace);
  const app = createApp({
    token,
    hosts: () => hosts,
    judge: { judge: (ask) => held.judge(ask), open: (brought) => held.open(brought), mend: (mend) => held.mend(mend) },
    about: async () => {
      const now = await renew();
      const [problem] = now.problems;
      if (problem) return { ...problem, message: problemLine(problem) };
      held = createWorkspaceJudge(now);
      return aboutOf(now, version);
    },
    mostBytes: plain(workspace.settingsFor()).limits.fileBytes * ROOM,
  });
  const serverOptions = { headersTimeout: HEADERS_WITHIN, requestTimeout: ALL_WITHIN, connectionsCheckingInterval: LOOKS_EVERY };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  const failed = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, HOST, () => resolve(undefined));
  });
  if (failed) return { code: 'usage', message: whyNot(failed, port) };
  const { port: got } = server.address() as AddressInfo;
  hosts = [`${HOST}:${got}`, `localhost:${got}`];
  return {
    address: `http://${HOST}:${got}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken on ${HOST}; name another with --port, or leave --port out to get one that is free`;
  if (code === 'EACCES') return `port ${port} is not for this user; name one above 1023 with --port, or leave --port out`;
  return `the page cannot be served on ${HOST}:${port} (${message})`;
}
