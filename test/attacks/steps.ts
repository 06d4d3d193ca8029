import { Session } from 'node:inspector/promises';

/** Counts what the engine executes: calls of functions and runs of blocks, as V8 counts them. The same work gives the same count on any machine. */
export class Steps {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Steps in scripts of ours (whose address holds `within`) since the last call. */
  async taken(within: string): Promise<number> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { url, functions } of result)
      if (url.includes(within)) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    return steps;
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}
