import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, JSONRPCMessageSchema, type JSONRPCMessage, type RequestId } from '@modelcontextprotocol/sdk/types.js';
import { readJson } from '../files/json-line.js';
import { linesOf, type Line } from '../files/lines.js';
import { inertJson } from '../report/inert.js';

/** What connects the server with the program that started it. */
export interface Lines {
  /** UTF-8, one message a line. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes lines; resolves with false once nobody reads them any longer. */
  write(text: string): Promise<boolean>;
}

/**
 * Messages as lines of JSON. Other than the one of the SDK it answers what is no message instead of passing over it, outlives a line that is too long, and is
 * closed only when all that was asked before the end of the input has been answered.
 */
export class LineTransport implements Transport {
  onmessage?: Transport['onmessage'];
  onclose?: () => void;
  onerror?: (error: Error) => void;
  readonly #lines: Lines;
  readonly #limit: number;
  readonly #unanswered = new Set<RequestId>();
  #allAnswered?: () => void;
  #open = true;
  #end!: () => void;
  /** Resolves when nothing is read or said any more. */
  readonly closed = new Promise<void>((resolve) => (this.#end = resolve));

  /** @param limit bytes of one message */
  constructor(lines: Lines, limit: number) {
    this.#lines = lines;
    this.#limit = limit;
  }

  start(): Promise<void> {
    this.#read().then(
      () => this.close(),
      (error: unknown) => {
        this.onerror?.(error instanceof Error ? error : new Error(String(error)));
        return this.close();
      },
    );
    return Promise.resolve();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const said = 'error' in message ? { ...message, error: { ...message.error, message: oneLine(message.error.message) } } : message;
    const written = await this.#lines.write(`${inertJson(JSON.stringify(said))}\n`);
    if ('method' in message || message.id === undefined) return;
    this.#answered(message.id);
    if (!written) await this.close();
  }

  close(): Promise<void> {
    if (this.#open) {
      this.#open = false;
      this.#allAnswered?.();
      this.onclose?.();
      this.#end();
    }
    return Promise.resolve();
  }

  async #read(): Promise<void> {
    for await (const lines of linesOf(this.#lines.input, this.#limit))
      for (const line of lines) {
        await this.#take(line);
        if (!this.#open) return;
      }
    if (this.#unanswered.size > 0) await new Promise<void>((resolve) => (this.#allAnswered = resolve));
  }

  async #take(line: Line): Promise<void> {
    const read = readJson(line, this.#limit);
    if (!read) return;
    if ('code' in read) {
      const next = read.code === 'too-large' ? ' for one message; hand over a shorter draft' : '; send one JSON-RPC message a line';
      await this.#refuse(undefined, ErrorCode.ParseError, read.message + next);
      return;
    }
    const message = JSONRPCMessageSchema.safeParse(read.value);
    if (!message.success) {
      await this.#refuse(
        idOf(read.value),
        ErrorCode.InvalidRequest,
        'no message of JSON-RPC 2.0; send {"jsonrpc":"2.0","id":…,"method":…}',
      );
      return;
    }
    const { data } = message;
    if ('method' in data && 'id' in data) this.#unanswered.add(data.id);
    // Nobody is told of a request that was called off.
    if ('method' in data && data.method === 'notifications/cancelled') this.#answered(data.params?.requestId as RequestId);
    this.onmessage?.(data);
  }

  async #refuse(id: RequestId | undefined, code: number, message: string): Promise<void> {
    await this.send({ jsonrpc: '2.0', ...(id !== undefined && { id }), error: { code, message } });
  }

  #answered(id: RequestId): void {
    this.#unanswered.delete(id);
    if (this.#unanswered.size === 0) this.#allAnswered?.();
  }
}

function idOf(value: unknown): RequestId | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' || (typeof id === 'number' && Number.isInteger(id)) ? id : undefined;
}

/** The SDK tells what is wrong with parameters as the JSON of its checks. */
function oneLine(message: string): string {
  if (!message.startsWith('[\n')) return message;
  const issues = JSON.parse(message) as readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
  return issues.map(({ path, message: wrong }) => `${path.join('.')}: ${wrong}`).join('; ');
}
