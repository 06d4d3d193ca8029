import { readLine } from './compile.js';

/** Where a sequence ends. One object a sequence, so that a walk can tell whether it has met it from the same start. */
export interface End {
  /** Index of the owner (rule) in the matcher. */
  readonly owner: number;
  /** Index of the phrase in its owner's list. */
  readonly phrase: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The last start this end was met from. */
  met: number;
}

/** One node of the trie: what may follow, by token; `gap` is what may follow after up to six words. */
export interface TrieNode {
  children: Map<string, TrieNode> | undefined;
  gap: TrieNode | undefined;
  ends: End[] | undefined;
}

function node(): TrieNode {
  return { children: undefined, gap: undefined, ends: undefined };
}

/** Unfolds the groups of one first token, all owners in one trie. */
export function buildTrie(groups: readonly { readonly owner: number; readonly lines: string }[]): TrieNode {
  const root = node();
  for (const { owner, lines } of groups)
    for (const line of lines.split('\n')) {
      const { rest, phrase, atStart, atEnd } = readLine(line);
      let at = root;
      for (const token of rest) {
        if (token === '...') {
          at.gap ??= node();
          at = at.gap;
          continue;
        }
        at.children ??= new Map();
        let next = at.children.get(token);
        if (!next) {
          next = node();
          at.children.set(token, next);
        }
        at = next;
      }
      at.ends ??= [];
      at.ends.push({ owner, phrase, atStart, atEnd, met: -1 });
    }
  return root;
}
