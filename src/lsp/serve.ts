import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Session } from './session.js';
import { protocolStreams } from './streams.js';

/**
 * Serves an editor over standard input and output: the Language Server Protocol. The process ends when the editor says so (exit code 0 after `shutdown`, else
 * 1), when standard input ends, or when the editor's process is gone.
 * @param version of the program @param home the folder whose settings hold for files that are in no folder of the editor
 */
export function serve(version: string, home: string): Promise<never> {
  const { input, output } = protocolStreams();
  const connection = createConnection(ProposedFeatures.all, input, output);
  new Session(connection, version, home).listen();
  return new Promise(() => undefined);
}
