/** V8 keeps one copy of strings in JSON up to this length. */
const SHORT = 10;

/**
 * The same string as the one copy that V8 keeps for whoever spells it: two of these are compared by where they are, which is half of what the reading does
 * with words. It also stands apart from the text that it was cut out of, which would else be kept along with it.
 */
export function interned(word: string): string {
  if (word.length <= SHORT) return JSON.parse(JSON.stringify(word)) as string;
  const named = Object.create(null) as Record<string, true>;
  named[word] = true;
  for (const name in named) return name;
  return word;
}
