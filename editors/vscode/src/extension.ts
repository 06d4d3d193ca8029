import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type Executable, type LanguageClientOptions } from 'vscode-languageclient/node';

/** What the server is asked about. Which of them are replies or libraries is for the server to say. */
const DOCUMENTS: LanguageClientOptions['documentSelector'] = [
  ...['markdown', 'html', 'plaintext', 'yaml', 'json', 'csv', 'eml', 'mail'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: '**/*.eml' },
  { scheme: 'file', pattern: '**/*.{csv,tsv,ndjson,jsonl}' },
];

let client: LanguageClient | undefined;

/** Starts the server; VS Code calls it once a document of ours is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('replylint.restart', () => restart()),
    workspace.onDidGrantWorkspaceTrust(() => client?.sendNotification('replylint/trust', { trusted: true })),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('replylint.path')) void restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.needsStop()) await running.dispose();
}

async function start(): Promise<void> {
  const server = serverOf();
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    initializationOptions: { trusted: workspace.isTrusted },
    middleware: {
      // The reason why a phrase is allowed is kept in the configuration, so its writer is asked for it.
      async executeCommand(command, args, next) {
        if (command !== 'replylint.allowPhrase') return next(command, args);
        const [given] = args as [{ readonly phrase?: string }];
        const reason = await window.showInputBox({ title: 'replylint', prompt: `Why is “${given.phrase}” allowed?` });
        return reason === undefined ? undefined : next(command, [{ ...given, reason }]);
      },
    },
  };
  client = new LanguageClient('replylint', 'replylint', server, options);
  try {
    await client.start();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      `replylint could not be started as “${server.command}” (${why}). Install it (npm install --save-dev replylint), or set replylint.path.`,
    );
  }
}

/** The program: as it is set, else the one that the workspace has installed, where the workspace is trusted, else the one that the shell finds. */
function serverOf(): Executable {
  const said = workspace.getConfiguration('replylint').get<string>('path', '').trim();
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const [cwd] = folders;
  const own = folders.map((folder) => join(folder, 'node_modules', 'replylint', 'bin', 'replylint.cjs'));
  const named = said !== '' && !isAbsolute(said) && /[\\/]/.test(said) && cwd !== undefined ? join(cwd, said) : said;
  const path = named || (workspace.isTrusted ? own.find((one) => existsSync(one)) : undefined) || 'replylint';
  const isScript = /\.[cm]?js$/.test(path);
  return {
    // VS Code's own Node runs a script; a program is started as the shell would.
    command: isScript ? process.execPath : path,
    args: [...(isScript ? [path] : []), 'lsp'],
    transport: TransportKind.stdio,
    options: {
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, ...(isScript && { ELECTRON_RUN_AS_NODE: '1' }) },
      shell: process.platform === 'win32' && !isScript,
    },
  };
}
