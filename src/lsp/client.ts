import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver/node';

/** What the editor can do. */
export interface Client {
  /** It asks for diagnostics; otherwise they are sent. */
  readonly pulls: boolean;
  /** It asks again when it is told to. */
  readonly refreshes: boolean;
  /** It asks for the edit of an action when it is chosen. */
  readonly resolves: boolean;
  readonly documentChanges: boolean;
  /** It shows Markdown where the mouse rests. */
  readonly markdown: boolean;
  readonly related: boolean;
  readonly tags: boolean;
  /** It answers what its user has set. */
  readonly configuration: boolean;
  /** It tells of settings that change, when it is asked to. */
  readonly tellsSettings: boolean;
  /** It watches files, when it is asked to. */
  readonly watches: boolean;
}

export function clientOf({ textDocument, workspace }: ClientCapabilities): Client {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    resolves: textDocument?.codeAction?.resolveSupport?.properties?.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    tags: textDocument?.publishDiagnostics?.tagSupport !== undefined || textDocument?.diagnostic?.tagSupport !== undefined,
    configuration: workspace?.configuration === true,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}
