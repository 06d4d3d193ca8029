import { createServer } from 'node:net';

/** Below those that Linux (32768) and others (49152) give to whoever asks for any, so that no other test gets one of them while its server is away. */
const [FIRST, LAST] = [20_000, 32_000];

/** Ports of 127.0.0.1 that nobody listens on: for servers that must be told theirs, and that come back to it. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
