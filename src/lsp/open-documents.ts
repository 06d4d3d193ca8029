import { basename, relative, sep } from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { failures } from '../report/build.js';
import type { Shown } from './actions.js';
import { problemsIn, refusalOf } from './config-problems.js';
import { diagnosticsOf } from './diagnostics.js';
import type { Folder, Folders } from './folders.js';
import { formatFor } from './format.js';
import { fileOf, isLive, judge, newLibrary, type Judgement, type Live } from './judge.js';
import { pathOf } from './paths.js';

/** What is said of a document of one version, by the settings of one moment. */
export interface Answer {
  readonly version: number;
  readonly folder: Folder;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent for a document that is not judged. */
  readonly shown?: Shown;
}

interface OpenDocument {
  readonly document: TextDocument;
  readonly path: string | undefined;
  live: Live;
  /** What is done with it, one thing after the other. */
  last: Promise<void>;
  answer?: Answer;
  timer?: ReturnType<typeof setTimeout>;
}

/** Changes that come faster than this one after the other are judged once, in milliseconds. */
const PAUSE = 4;

/**
 * The documents that are open in the editor, each judged again when it or its settings have changed. What is no longer wanted is given up. Of libraries, which may
 * take seconds at first, one is judged at a time; nothing else waits for them.
 */
export class OpenDocuments {
  readonly #open = new Map<string, OpenDocument>();
  #library: Promise<unknown> = Promise.resolve();

  /** @param send is given what is to be shown of a document after a pause @param failed is told of faults of our own */
  constructor(
    private readonly folders: Folders,
    private readonly send: (uri: string, answer: Answer) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  opened(document: TextDocument): void {
    this.closed(document.uri);
    this.#open.set(document.uri, { document, path: pathOf(document.uri), live: newLibrary(), last: Promise.resolve() });
  }

  closed(uri: string): void {
    clearTimeout(this.#open.get(uri)?.timer);
    this.#open.delete(uri);
  }

  /** Has a document judged and shown after a pause. */
  wake(uri: string): void {
    const open = this.#open.get(uri);
    if (!open) return;
    clearTimeout(open.timer);
    open.timer = setTimeout(() => {
      this.answerFor(uri).then((answer) => answer && this.send(uri, answer), this.failed);
    }, PAUSE);
  }

  wakeAll(): void {
    for (const uri of this.#open.keys()) this.wake(uri);
  }

  /** What is said of a document as it is now; undefined once it is closed, or when nobody waits any longer. */
  async answerFor(uri: string, isCancelled: () => boolean = () => false): Promise<Answer | undefined> {
    for (;;) {
      const open = this.#open.get(uri);
      if (!open || isCancelled()) return undefined;
      const folder = await this.folders.for(open.path);
      if (open.answer?.version === open.document.version && open.answer.folder === folder) return open.answer;
      open.last = open.last.then(() => this.#judge(open, folder, isCancelled));
      await open.last;
    }
  }

  /** The linter of a library remembers the entry before, so that two of them are never judged at once. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#library.then(work);
    this.#library = turn.catch(() => undefined);
    return turn;
  }

  async #judge(open: OpenDocument, folder: Folder, isCancelled: () => boolean): Promise<void> {
    const { document } = open;
    const { version } = document;
    // Whoever waited before may have had it judged.
    if (open.answer?.version === version && open.answer.folder === folder) return;
    const isStale = (): boolean => this.#open.get(document.uri) !== open || document.version !== version || isCancelled();
    if (open.answer && open.answer.folder !== folder) open.live = newLibrary();
    try {
      const answer = await answerOf(open, folder, isStale, (work) => this.#alone(work));
      if (answer && !isStale()) open.answer = { version, folder, ...answer };
    } catch (error) {
      this.failed(error);
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const message = `replylint failed on this document (${what.slice(0, 200)}); please report it with the file`;
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      open.answer = {
        version,
        folder,
        diagnostics: [{ range, severity: DiagnosticSeverity.Error, code: 'crashed', source: 'replylint', message }],
      };
    }
  }
}

async function answerOf(
  { document, path, live }: OpenDocument,
  folder: Folder,
  isStale: () => boolean,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Pick<Answer, 'diagnostics' | 'shown'> | undefined> {
  const { workspace, settings, root } = folder;
  const text = document.getText();
  const own = path === undefined ? [] : problemsIn(path, folder);
  if (own.length > 0) return { diagnostics: own };
  const format = settings.enable && text.trim() !== '' ? formatFor({ path, languageId: document.languageId, text }, workspace) : undefined;
  if (format === undefined || (path !== undefined && (await workspace.ignores(path)))) return { diagnostics: [] };
  const [problem] = failures(workspace.problems);
  if (problem) return { diagnostics: [refusalOf(problem, folder)] };
  const file = fileOf(path, nameOf(document, path, root), format);
  const work = (): Promise<Judgement | undefined> => judge(file, text, folder, live, isStale);
  const judgement = await (isLive(file, folder) ? alone(work) : work());
  if (!judgement || isStale()) return undefined;
  return { diagnostics: diagnosticsOf(judgement.marks, document), shown: { document, judgement, live } };
}

/** What reports call the document: its path from the folder that is open. */
function nameOf({ uri }: TextDocument, path: string | undefined, root: string): string {
  if (path === undefined) return uri.replace(/^.*[/:]/, '') || 'draft';
  const way = relative(root, path).split(sep).join('/');
  return way.startsWith('../') ? basename(path) : way;
}
