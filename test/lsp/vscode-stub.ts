import { pathToFileURL, fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Stands in for the module `vscode`: what an extension with a language client asks of it, and no more. Whatever else is asked for answers nothing. */

class Disposable {
  constructor(private readonly end: () => unknown = () => undefined) {}
  dispose(): unknown {
    return this.end();
  }
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
}

class EventEmitter<T> {
  readonly #heard = new Set<(value: T) => unknown>();
  readonly event = (hear: (value: T) => unknown, self?: unknown): Disposable => {
    const bound = hear.bind(self);
    this.#heard.add(bound);
    return new Disposable(() => this.#heard.delete(bound));
  };
  fire(value: T): void {
    for (const hear of this.#heard) hear(value);
  }
  dispose(): void {
    this.#heard.clear();
  }
}

class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<undefined>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire(undefined);
  }
  dispose(): void {
    this.#cancelled.dispose();
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position | number, end: Position | number, endLine?: number, endCharacter?: number) {
    this.start = start instanceof Position ? start : new Position(start, Number(end));
    this.end = end instanceof Position ? end : new Position(Number(endLine), Number(endCharacter));
  }
}

class Uri {
  readonly path: string;
  constructor(private readonly text: string) {
    this.path = decodeURIComponent(new URL(text).pathname);
  }
  get scheme(): string {
    return this.text.slice(0, this.text.indexOf(':'));
  }
  get fsPath(): string {
    return this.scheme === 'file' ? fileURLToPath(this.text) : this.path;
  }
  toString(): string {
    return this.text;
  }
  static parse(text: string): Uri {
    return new Uri(text);
  }
  static file(path: string): Uri {
    return new Uri(pathToFileURL(path).href);
  }
}

class Diagnostic {
  code: unknown;
  source: unknown;
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class CodeAction {
  edit?: WorkspaceEdit;
  constructor(
    readonly title: string,
    readonly kind?: unknown,
  ) {}
}

class CodeActionKind {
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(`${this.value}.${part}`);
  }
  static readonly Empty = new CodeActionKind('');
}
for (const [name, value] of Object.entries({ QuickFix: 'quickfix', Source: 'source', SourceFixAll: 'source.fixAll', SourceOrganizeImports: 'source.organizeImports', Refactor: 'refactor', RefactorExtract: 'refactor.extract', RefactorInline: 'refactor.inline', RefactorMove: 'refactor.move', RefactorRewrite: 'refactor.rewrite', Notebook: 'notebook' }))
  Object.assign(CodeActionKind, { [name]: new CodeActionKind(value) }); // prettier-ignore

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

class WorkspaceEdit {
  readonly edits: Edit[] = [];
  set(_uri: Uri, edits: readonly (Edit | readonly [Edit, unknown])[]): void {
    for (const one of edits) this.edits.push(Array.isArray(one) ? (one[0] as Edit) : (one as Edit));
  }
  replace(_uri: Uri, range: Range, newText: string): void {
    this.edits.push({ range, newText });
  }
}

class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}

class Plain {
  readonly isPlain = true;
}

class TabInputText {
  constructor(readonly uri: Uri) {}
}

/** A module of which only some is there: anything else can be called, made, read from, and gives nothing. */
function rest(known: object): object {
  const nothing: object = new Proxy(function nothing() {}, {
    get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' || key === Symbol.iterator ? undefined : nothing),
    apply: () => new Disposable(),
    construct: () => new Plain(),
  });
  return new Proxy(known, {
    get: (target, key) =>
      Object.hasOwn(target, key) ? (target as Record<PropertyKey, unknown>)[key] : key === 'then' ? undefined : nothing,
  });
}

/** An open document of the stub. */
export interface StubDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly fileName: string;
  readonly isClosed: boolean;
  getText(range?: Range): string;
}

export interface Stub {
  readonly module: object;
  /** By URI. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Told whenever diagnostics have changed. */
  readonly changed: (hear: () => void) => Disposable;
  readonly providers: {
    provideCodeActions: (...given: unknown[]) => Promise<CodeAction[]>;
    resolveCodeAction?: (...given: unknown[]) => Promise<CodeAction>;
  }[];
  readonly messages: string[];
  /** Opens a document. */
  open(path: string, languageId: string, text: string): StubDocument;
  range(document: StubDocument, words: string): Range;
  readonly token: CancellationTokenSource['token'];
  /** Runs a command that was registered. */
  run(command: string, ...given: unknown[]): unknown;
  answer: string | undefined;
}

export function vscodeStub(folder: string, settings: Readonly<Record<string, unknown>>, isTrusted: boolean): Stub {
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const shown = new EventEmitter<void>();
  const opened = new EventEmitter<StubDocument>();
  const documents: StubDocument[] = [];
  const providers: Stub['providers'] = [];
  const messages: string[] = [];
  const commands = new Map<string, (...given: unknown[]) => unknown>();
  const nothing = new EventEmitter<never>();
  const say = async (message: string): Promise<undefined> => {
    messages.push(message);
    return undefined;
  };
  const get = (section: string) => (key: string, otherwise?: unknown) => settings[`${section}.${key}`] ?? otherwise;
  const stub: Stub = {
    diagnostics,
    changed: (hear) => shown.event(hear),
    providers,
    messages,
    token: new CancellationTokenSource().token,
    answer: undefined,
    open(path, languageId, text) {
      const uri = Uri.file(path);
      const inner = TextDocument.create(uri.toString(), languageId, 1, text);
      const document: StubDocument = {
        uri,
        languageId,
        version: 1,
        fileName: path,
        isClosed: false,
        getText: (range) => inner.getText(range),
      };
      documents.push(document);
      opened.fire(document);
      return document;
    },
    range(document, words) {
      const inner = TextDocument.create('', '', 1, document.getText());
      const at = inner.getText().indexOf(words);
      const [start, end] = [inner.positionAt(at), inner.positionAt(at + words.length)];
      return new Range(start.line, start.character, end.line, end.character);
    },
    run: (command, ...given) => commands.get(command)?.(...given),
    module: rest({
      Disposable, EventEmitter, CancellationTokenSource, Position, Range, Uri, TabInputText, Diagnostic, CodeAction, CodeActionKind, WorkspaceEdit, TextEdit,
      Selection: Range,
      CancellationError: Error,
      Location: class { constructor(readonly uri: Uri, readonly range: Range) {} },
      DiagnosticRelatedInformation: class { constructor(readonly location: unknown, readonly message: string) {} },
      RelativePattern: class { constructor(readonly base: unknown, readonly pattern: string) {} },
      MarkdownString: class { constructor(readonly value = '') {} },
      ThemeIcon: Plain, ThemeColor: Plain, CodeLens: Plain, CompletionItem: Plain, DocumentLink: Plain, CallHierarchyItem: Plain, TypeHierarchyItem: Plain,
      SymbolInformation: Plain, InlayHint: Plain, SemanticTokens: Plain, FileSystemError: Error,
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
      CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
      LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
      ExtensionMode: { Production: 1 },
      version: '1.120.0',
      env: rest({ appName: 'stub', language: 'en', onDidChangeTelemetryEnabled: nothing.event }),
      commands: rest({
        registerCommand: (name: string, run: (...given: unknown[]) => unknown, self?: unknown) => {
          commands.set(name, run.bind(self));
          return new Disposable(() => commands.delete(name));
        },
        executeCommand: async () => undefined,
      }),
      languages: rest({
        match: (selector: readonly { language?: string; scheme?: string }[], document: StubDocument) =>
          [selector].flat().some(({ language, scheme }) => language === document.languageId && (scheme ?? 'file') === document.uri.scheme) ? 10 : 0,
        createDiagnosticCollection: () => ({
          set: (uri: Uri, found: readonly Diagnostic[] | undefined) => { diagnostics.set(uri.toString(), found ?? []); shown.fire(); },
          delete: (uri: Uri) => diagnostics.delete(uri.toString()),
          has: (uri: Uri) => diagnostics.has(uri.toString()),
          clear: () => diagnostics.clear(),
          dispose: () => diagnostics.clear(),
          forEach: () => undefined,
        }),
        registerCodeActionsProvider: (_selector: unknown, provider: Stub['providers'][number]) => { providers.push(provider); return new Disposable(); },
        onDidChangeDiagnostics: nothing.event,
      }),
      window: rest({
        createOutputChannel: () => rest({ dispose: () => undefined, append: say, appendLine: say, info: say, error: say, warn: say, debug: say, trace: say, logLevel: 3, onDidChangeLogLevel: nothing.event }),
        showErrorMessage: say, showInformationMessage: say, showWarningMessage: say,
        showInputBox: async () => stub.answer,
        get activeTextEditor() { return documents.length > 0 ? { document: documents.at(-1) } : undefined; },
        get visibleTextEditors() { return documents.map((document) => ({ document })); },
        tabGroups: { get all() { return [{ tabs: documents.map(({ uri }) => ({ input: new TabInputText(uri) })) }]; }, onDidChangeTabs: nothing.event, onDidChangeTabGroups: nothing.event },
        onDidChangeActiveTextEditor: nothing.event, onDidChangeVisibleTextEditors: nothing.event, onDidChangeWindowState: nothing.event, onDidOpenTerminal: nothing.event,
      }),
      workspace: rest({
        isTrusted,
        name: 'stub',
        textDocuments: documents,
        notebookDocuments: [],
        workspaceFolders: [{ uri: Uri.file(folder), name: 'stub', index: 0 }],
        getWorkspaceFolder: () => ({ uri: Uri.file(folder), name: 'stub', index: 0 }),
        getConfiguration: (section = '') => ({ get: get(section), has: () => false, inspect: () => undefined, ...sectionOf(settings, section) }),
        createFileSystemWatcher: () => ({ onDidCreate: nothing.event, onDidChange: nothing.event, onDidDelete: nothing.event, dispose: () => undefined }),
        applyEdit: async () => true,
        onDidOpenTextDocument: opened.event, onDidChangeTextDocument: nothing.event, onDidCloseTextDocument: nothing.event, onDidSaveTextDocument: nothing.event,
        onWillSaveTextDocument: nothing.event, onDidChangeConfiguration: nothing.event, onDidChangeWorkspaceFolders: nothing.event, onDidGrantWorkspaceTrust: nothing.event,
        onDidCreateFiles: nothing.event, onDidRenameFiles: nothing.event, onDidDeleteFiles: nothing.event, onWillCreateFiles: nothing.event,
        onWillRenameFiles: nothing.event, onWillDeleteFiles: nothing.event, onDidOpenNotebookDocument: nothing.event, onDidCloseNotebookDocument: nothing.event,
        onDidChangeNotebookDocument: nothing.event, onDidSaveNotebookDocument: nothing.event,
      }),
    }), // prettier-ignore
  };
  return stub;
}

/** What is set under a section: `{ enable: true }` of `replylint.enable`. */
function sectionOf(settings: Readonly<Record<string, unknown>>, section: string): object {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (key.startsWith(`${section}.`) ? [[key.slice(section.length + 1), value]] : [])),
  );
}
