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

/**
 * One node of the trie: what may follow, by token; `gap` is what may follow after up to six words. A token leads to one node that all sequences share,
 * and to one more for each choice (`a|b`) that it is part of: the alternatives of a choice lead to the same node, so that choices do not multiply.
 */
export interface TrieNode {
  children: Map<string, TrieNode[]> | undefined;
  gap: TrieNode | undefined;
  ends: End[] | undefined;
  /** Reached by a choice: only that choice may add to it. */
  readonly ofChoice: boolean;
}

function node(ofChoice = false): TrieNode {
  return { children: undefined, gap: undefined, ends: undefined, ofChoice };
}

/** The node that `token` leads to from `at`, made where there is none. */
function next(at: TrieNode, token: string): TrieNode {
  at.children ??= new Map();
  const tokens = token.split('|');
  const known = tokens.length === 1 ? at.children.get(token)?.find((child) => !child.ofChoice) : undefined;
  if (known) return known;
  const made = node(tokens.length > 1);
  for (const each of tokens) {
    const nodes = at.children.get(each);
    if (nodes) nodes.push(made);
    else at.children.set(each, [made]);
  }
  return made;
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
        at = next(at, token);
      }
      at.ends ??= [];
      at.ends.push({ owner, phrase, atStart, atEnd, met: -1 });
    }
  return root;
}
