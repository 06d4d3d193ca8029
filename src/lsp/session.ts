import {
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsFor, editOf, FIX_ALL, isSlow, type Pending } from './actions.js';
import { clientOf, type Client } from './client.js';
import { COMMANDS, runCommand } from './commands.js';
import { isSettingsFile, WATCHED } from './config-files.js';
import { rangeOf } from './diagnostics.js';
import { problemsByFile } from './config-problems.js';
import { Folders, type Folder } from './folders.js';
import { hoverOf } from './hover.js';
import { isFinding, type FindingMark } from './marks.js';
import { OpenDocuments, type Answer } from './open-documents.js';
import { pathOf, uriOf } from './paths.js';
import { readSettings } from './settings.js';

/** One editor, from its first word to its last. */
export class Session {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #open: OpenDocuments;
  readonly #folders: Folders;
  readonly #loaded = new Map<string, Folder>();
  /** Files whose problems are shown, by folder. */
  readonly #told = new Map<string, readonly string[]>();
  #client: Client = clientOf({});

  constructor(
    private readonly connection: Connection,
    private readonly version: string,
    home: string,
  ) {
    this.#folders = new Folders(home, (folder) => this.#tellOf(folder));
    this.#open = new OpenDocuments(
      this.#folders,
      (uri, answer) => this.#send(uri, answer),
      (error) => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#begin());
    connection.onDidChangeConfiguration(({ settings }) => {
      const given = (settings as { replylint?: unknown } | null)?.replylint;
      if (given === undefined && this.#client.configuration) void this.#askSettings();
      else if (this.#set(undefined, given)) this.#reload();
    });
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
      const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
      const come = added.map(({ uri }) => pathOf(uri)).filter((path) => path !== undefined);
      this.#folders.roots = [...this.#folders.roots.filter((root) => !gone.has(root)), ...come];
      this.#reload();
      void this.#askSettings();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.map(({ uri }) => uri)));
    connection.onNotification('replylint/trust', (given: unknown) => {
      this.#folders.trusted = Object(given).trusted === true;
      this.#reload();
    });
    connection.languages.diagnostics.on((params, token) =>
      this.#pull(params.textDocument.uri, params.previousResultId, () => token.isCancellationRequested),
    );
    connection.onCodeAction(({ textDocument, range, context }) => this.#actions(textDocument.uri, range, context.only));
    connection.onCodeActionResolve((action) => this.#resolve(action));
    connection.onHover(({ textDocument, position }) => this.#hover(textDocument.uri, position));
    connection.onExecuteCommand(({ command, arguments: [given] = [] }) => this.#run(command, given));
    this.#documents.onDidOpen(({ document }) => this.#open.opened(document));
    this.#documents.onDidChangeContent(({ document: { uri } }) => this.#wake(uri));
    this.#documents.onDidSave(({ document: { uri } }) => this.#filesChanged([uri]));
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#open.closed(uri);
      if (!this.#client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize({ capabilities, workspaceFolders, rootUri, rootPath, initializationOptions }: InitializeParams): InitializeResult {
    this.#client = clientOf(capabilities);
    const root = rootUri ?? (rootPath ? uriOf(rootPath) : undefined);
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
    this.#folders.roots = uris.map(pathOf).filter((path) => path !== undefined);
    const { trusted } = Object(initializationOptions) as { trusted?: unknown };
    if (typeof trusted === 'boolean') this.#folders.trusted = trusted;
    this.#set(undefined, initializationOptions);
    return {
      serverInfo: { name: 'replylint', version: this.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        ...(this.#client.pulls && {
          diagnosticProvider: { identifier: 'replylint', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: this.#client.resolves },
        hoverProvider: true,
        executeCommandProvider: { commands: [...COMMANDS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #begin(): void {
    const { connection } = this;
    if (this.#client.tellsSettings)
      this.#hope(connection.client.register(DidChangeConfigurationNotification.type, { section: 'replylint' }));
    if (this.#client.watches)
      this.#hope(
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map((globPattern) => ({ globPattern })) }),
      );
    void this.#askSettings();
  }

  /** Asks the editor what is set for each folder, where it can be asked. */
  async #askSettings(): Promise<void> {
    if (!this.#client.configuration) return;
    const { roots } = this.#folders;
    const items = roots.length === 0 ? [{ section: 'replylint' }] : roots.map((root) => ({ scopeUri: uriOf(root), section: 'replylint' }));
    const said: unknown[] = await this.connection.workspace.getConfiguration(items).catch(() => []);
    const changed = said.map((given, i) => this.#set(roots[i], given));
    if (changed.includes(true)) this.#reload();
  }

  /** Takes what is set for a folder, or for all of which nothing is; whether anything has changed. */
  #set(root: string | undefined, given: unknown): boolean {
    if (given === undefined || given === null) return false;
    const { settings, faults } = readSettings(given);
    for (const fault of faults) this.#say(MessageType.Warning, `replylint: ${fault}`);
    return this.#folders.setSettings(root, settings);
  }

  #filesChanged(uris: readonly string[]): void {
    const paths = uris.map(pathOf).filter((path) => path !== undefined);
    if (paths.some((path) => isSettingsFile(path, [...this.#loaded.values()]))) this.#reload();
  }

  /** Reads everything anew and judges everything again. */
  #reload(): void {
    this.#folders.reload();
    if (this.#client.pulls && this.#client.refreshes) this.#hope(this.connection.sendRequest(DiagnosticRefreshRequest.type));
    this.#open.wakeAll();
  }

  #wake(uri: string): void {
    if (!this.#client.pulls) this.#open.wake(uri);
  }

  #send(uri: string, { version, diagnostics }: Answer): void {
    if (!this.#client.pulls) void this.connection.sendDiagnostics({ uri, version, diagnostics: this.#fit(diagnostics) });
  }

  /** Shows what is wrong with a folder's settings in the files where it stands. */
  #tellOf(folder: Folder): void {
    this.#loaded.set(folder.root, folder);
    const found = problemsByFile(folder);
    for (const path of this.#told.get(folder.root) ?? [])
      if (!found.has(path)) void this.connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [] });
    for (const [path, diagnostics] of found)
      void this.connection.sendDiagnostics({ uri: uriOf(path), diagnostics: this.#fit(diagnostics) });
    this.#told.set(folder.root, [...found.keys()]);
  }

  async #pull(uri: string, previous: string | undefined, isCancelled: () => boolean): Promise<DocumentDiagnosticReport> {
    const answer = await this.#open.answerFor(uri, isCancelled);
    if (isCancelled()) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'nobody waits for it any longer');
    if (!answer) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${answer.folder.generation}.${answer.version}`;
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#fit(answer.diagnostics) };
  }

  async #actions(uri: string, range: Range, only: readonly string[] | undefined): Promise<CodeAction[]> {
    const shown = (await this.#open.answerFor(uri))?.shown;
    if (!shown) return [];
    const { document } = shown;
    const actions = actionsFor(shown, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }, only);
    for (const action of actions) action.diagnostics = action.diagnostics && this.#fit(action.diagnostics);
    const done: CodeAction[] = [];
    for (const { data, ...action } of actions) {
      const pending = data as Pending | undefined;
      if (!pending) done.push(action);
      // Proving the fixes of a single draft takes no time; whoever is offered one can have it.
      else if (this.#client.resolves && (pending.does !== 'fix' || isSlow(shown))) done.push({ ...action, data });
      else {
        const edit = await editOf(pending, shown, this.#client.documentChanges);
        if (typeof edit !== 'string') done.push({ ...action, edit });
      }
    }
    return done;
  }

  async #resolve(action: CodeAction): Promise<CodeAction> {
    const pending = action.data as Pending | undefined;
    if (typeof pending?.uri !== 'string') return action;
    const shown = (await this.#open.answerFor(pending.uri))?.shown;
    const edit = shown ? await editOf(pending, shown, this.#client.documentChanges) : 'the document is closed';
    if (typeof edit === 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, `replylint: ${edit}`);
    return { ...action, edit };
  }

  async #hover(uri: string, position: Range['start']): Promise<Hover | null> {
    const shown = (await this.#open.answerFor(uri))?.shown;
    if (!shown) return null;
    const { document, judgement } = shown;
    const at = document.offsetAt(position);
    const marks = judgement.marks.filter((mark): mark is FindingMark => isFinding(mark) && mark.at.start <= at && at < mark.at.end);
    if (marks.length === 0) return null;
    return { contents: hoverOf(marks, judgement.folder.workspace, this.#client.markdown), range: rangeOf(marks[0].at, document) };
  }

  async #run(command: string, given: unknown): Promise<null> {
    const { message, isWritten } = await runCommand(command, given, this.#folders);
    this.#say(isWritten ? MessageType.Info : MessageType.Error, message);
    if (isWritten) this.#reload();
    return null;
  }

  /** Shows a line; the editor need not answer. */
  #say(type: MessageType, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  /** Asks the editor for something that it may refuse. */
  #hope(asked: Promise<unknown>): void {
    asked.catch((error: unknown) => this.connection.console.log(String(error)));
  }

  /** Diagnostics without what the editor cannot show. */
  #fit(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    if (this.#client.related && this.#client.tags) return [...diagnostics];
    return diagnostics.map(({ relatedInformation, tags, ...rest }) => ({
      ...rest,
      ...(this.#client.related && relatedInformation && { relatedInformation }),
      ...(this.#client.tags && tags && { tags }),
    }));
  }
}
