import { Writable, type Readable } from 'node:stream';

/**
 * The streams of the protocol. Standard output carries it and nothing else: whatever other code of the process (a plugin, say) writes there from now on goes
 * to standard error.
 */
export function protocolStreams(): { readonly input: Readable; readonly output: Writable } {
  const { stdin, stdout, stderr } = process;
  const write = stdout.write.bind(stdout) as (chunk: Uint8Array, done: (error?: Error | null) => void) => boolean;
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      write(chunk, (error) => done(error));
    },
  });
  // Whoever reads is gone: the end of standard input says so too, and ends the process.
  stdout.on('error', () => stdin.destroy());
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  return { input: stdin, output };
}
