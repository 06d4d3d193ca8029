/** Most patterns that the braces of one pattern may stand for. */
const MAX_EXPANSIONS = 1000;

/**
 * Whether a path with forward slashes matches a glob: `*` and `?` inside one name, `**` across folders, `{a,b}`, `[a-z]`, `[!a]`.
 * A pattern without a slash matches the file's name in any folder; a leading `./` or `/` ties it to the base.
 * Time grows with the product of the two lengths, whatever the pattern: patterns come from the checkout, so they must not be able to stall us.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return globMatcher(pattern)(path);
}

/** The same for many paths. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const readings = expandBraces(pattern).map((one) => {
    const anchored = /^\.?\//.test(one);
    const parts = one.replace(/^\.?\//, '').split('/');
    if (!anchored && parts.length === 1) parts.unshift('**');
    if (parts.at(-1) === '') parts.splice(-1, 1, '**');
    return parts;
  });
  return (path) => {
    const names = path.split('/');
    return readings.some((parts) => matchParts(parts, names));
  };
}

/** Greedy with one step back: only the last `**` can need another try, as with `*` in one name. */
function matchParts(parts: readonly string[], names: readonly string[]): boolean {
  return matchWild(
    parts,
    names,
    (part) => part === '**',
    (part, name) => matchName(part, name),
  );
}

function matchName(part: string, name: string): boolean {
  return matchWild(tokens(part), Array.from(name), (token) => token === '*', matchCharacter);
}

function matchWild(
  pattern: readonly string[],
  items: readonly string[],
  wild: (part: string) => boolean,
  one: (part: string, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let resume = 0;
  while (item < items.length) {
    if (at < pattern.length && wild(pattern[at])) {
      star = at++;
      resume = item;
    } else if (at < pattern.length && one(pattern[at], items[item])) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++resume;
    } else return false;
  }
  while (at < pattern.length && wild(pattern[at])) at++;
  return at === pattern.length;
}

/** Splits a name pattern into single characters, `*`, `?` and classes; `\` takes the next character as it stands. */
function tokens(part: string): string[] {
  return part.match(/\\.|\[[!^]?\]?[^\]]*\]|[^]/gu) ?? [];
}

function matchCharacter(token: string, character: string): boolean {
  if (token === '?') return true;
  if (token.length === 1 || !token.startsWith('[')) return token.replace(/^\\/, '') === character;
  const not = token[1] === '!' || token[1] === '^';
  const set = Array.from(token.slice(not ? 2 : 1, -1));
  let found = false;
  for (let i = 0; i < set.length; i++) {
    if (set[i + 1] === '-' && i + 2 < set.length) {
      found ||= set[i] <= character && character <= set[i + 2];
      i += 2;
    } else found ||= set[i] === character;
  }
  return found !== not;
}

/** Writes `a{b,c}d` out as `abd`, `acd`. Past {@link MAX_EXPANSIONS} the rest stands for itself. */
function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length + open.length < MAX_EXPANSIONS) {
    const next = open.pop()!;
    const group = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (!group) done.push(next);
    else
      for (const choice of group[1].split(',')) open.push(next.slice(0, group.index) + choice + next.slice(group.index + group[0].length));
  }
  return [...done, ...open];
}
