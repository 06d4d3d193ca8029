import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { command, type Project } from '../cli/project.js';

/** An editor that shows diagnostics with all there is to them, and asks for the edit of an action when it is chosen. */
export const SHOWS: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The same, and it asks for diagnostics instead of being sent them. */
export const ASKS: ClientCapabilities = {
  ...SHOWS,
  textDocument: { ...SHOWS.textDocument, diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } } },
};

export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly options?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** Answers `workspace/configuration` with this. */
  readonly settings?: unknown;
  readonly processId?: number | null;
}

/** An editor with the built server behind it, in the folder of a project. */
export class Editor {
  readonly messages: string[] = [];
  /** What the server was asked to watch and tell. */
  readonly registered: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #documents = new Map<string, TextDocument>();
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();
  refreshes = 0;

  private constructor(
    readonly project: Project,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(project: Project, { capabilities = SHOWS, options, env, settings, processId = null }: Start = {}): Promise<Editor> {
    const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd: project.folder, env: { ...process.env, ...env } });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const editor = new Editor(project, child, connection);
    child.stderr.on('data', (chunk: Buffer) => editor.messages.push(chunk.toString()));
    child.stdin.on('error', () => undefined);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      editor.#published.push(params);
      for (const wake of editor.#waiting) wake();
    });
    for (const method of ['window/showMessage', 'window/logMessage'])
      connection.onNotification(method, ({ message }: { message: string }) => {
        editor.messages.push(message);
        for (const wake of editor.#waiting) wake();
      });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings ?? null));
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      editor.registered.push(...registrations.map(({ method }) => method));
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      editor.refreshes += 1;
      for (const wake of editor.#waiting) wake();
      return null;
    });
    connection.onError(() => undefined);
    connection.listen();
    const params: InitializeParams = {
      processId,
      rootUri: editor.uri('.'),
      workspaceFolders: [{ uri: editor.uri('.'), name: 'project' }],
      capabilities,
      initializationOptions: options,
    };
    editor.initialized = await connection.sendRequest<InitializeResult>('initialize', params);
    await connection.sendNotification('initialized', {});
    return editor;
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(this.project.path(name)).href.replace(/\/$/, '');
  }

  async open(name: string, text: string, languageId = 'plaintext'): Promise<void> {
    const uri = this.uri(name);
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The text of a document as it is now. */
  text(name: string): string {
    return this.#document(name).getText();
  }

  /** Types something in place of a stretch. */
  async edit(name: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.#document(name);
    const version = document.version + 1;
    const inOrder = edits.toSorted((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = inOrder.map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges });
  }

  /** Puts new words in the place of old ones, the first time they stand there. */
  async replace(name: string, old: string, now: string): Promise<void> {
    await this.edit(name, [{ range: this.rangeOf(name, old), newText: now }]);
  }

  rangeOf(name: string, words: string): Range {
    const document = this.#document(name);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`${name} does not say “${words}”`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  /** The words that a range marks. */
  words(name: string, range: Range): string {
    return this.#document(name).getText(range);
  }

  async close(name: string): Promise<void> {
    this.#documents.delete(this.uri(name));
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** What was shown last of the document as it is now; waits until it is. */
  async shown(name: string, isIt: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    return this.until(() => {
      const last = this.#published.findLast((one) => one.uri === uri);
      const version = this.#documents.get(uri)?.version;
      return last && (last.version === undefined || last.version === version) && isIt(last.diagnostics) ? last.diagnostics : undefined;
    });
  }

  get published(): readonly PublishDiagnosticsParams[] {
    return this.#published;
  }

  /** Waits until something is there. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.uri(name) }, previousResultId });
  }

  async items(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    return report.kind === 'full' ? report.items : [];
  }

  hover(name: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri(name) }, position });
  }

  actions(name: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** Chooses an action, and makes its edit. */
  async choose(action: CodeAction): Promise<void> {
    const { edit } = action.edit ? action : await this.resolve(action);
    await this.apply(edit);
  }

  async apply(edit: WorkspaceEdit | undefined): Promise<void> {
    for (const change of edit?.documentChanges ?? [])
      if ('textDocument' in change) await this.edit(change.textDocument.uri, change.edits as TextEdit[]);
    for (const [uri, edits] of Object.entries(edit?.changes ?? {})) await this.edit(uri, edits);
  }

  /** Runs the command of an action. */
  async run({ command }: CodeAction): Promise<void> {
    await this.connection.sendRequest('workspace/executeCommand', { command: command?.command, arguments: command?.arguments });
  }

  /** Leaves as the protocol says; the exit code. */
  async leave(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended();
  }

  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }

  #document(name: string): TextDocument {
    const document = this.#documents.get(this.uri(name));
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }
}
