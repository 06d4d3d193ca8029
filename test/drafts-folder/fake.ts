import { createServer, type Server, type Socket } from 'node:net';

/** What a server says to a command (`SELECT Drafts`), before the line that ends its answer; the last line may be an ending of its own that begins with `TAG`. */
type Answer = (command: string) => readonly string[] | undefined;

/** A server that says what it is told to say, and nothing during IDLE: for what Dovecot cannot be made to do. */
export class FakeServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  port = 0;
  #called?: () => void;
  /** Resolves when somebody has connected. */
  readonly called = new Promise<void>((resolve) => (this.#called = resolve));

  /** @param greeting empty: it never says a word */
  constructor(answer: Answer, capabilities = 'IMAP4rev1', greeting = 'OK ready') {
    const usual: Answer = (command) => {
      if (/^CAPABILITY/i.test(command)) return [`* CAPABILITY ${capabilities}`];
      if (/^LIST/i.test(command)) return ['* LIST (\\HasNoChildren \\Drafts) "/" Drafts'];
      if (/^(?:SELECT|EXAMINE)/i.test(command))
        return ['* 0 EXISTS', '* OK [UIDVALIDITY 1] .', '* OK [PERMANENTFLAGS (\\Seen \\*)] .', 'TAG OK [READ-WRITE] .'];
      if (/^LOGOUT/i.test(command)) return ['* BYE .'];
      return [];
    };
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
      this.#called?.();
      if (greeting === '') return;
      socket.write(`* ${greeting}\r\n`);
      let held = '';
      let idling = '';
      socket.on('data', (chunk) => {
        held += chunk.toString();
        for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
          const line = held.slice(0, end);
          held = held.slice(end + 2);
          const [, tag = line === 'DONE' ? idling : '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
          if (command === 'IDLE') {
            idling = tag;
            socket.write('+ idling\r\n');
            continue;
          }
          const root = /^LIST "" ""$/i.test(command) ? ['* LIST (\\Noselect) "/" ""'] : undefined;
          const said = (root ?? answer(command) ?? usual(command) ?? []).map((line) => line.replace(/^TAG /, `${tag} `));
          const ended = said.at(-1)?.startsWith(`${tag} `);
          socket.write([...said, ...(ended ? [] : [`${tag} OK done`]), ''].join('\r\n'));
        }
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address === 'object' && address) this.port = address.port;
    return this;
  }

  /** Ends every connection without a word. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
