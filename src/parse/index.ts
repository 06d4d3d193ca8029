import type { Problem } from '../text/problem.js';
import { lazyMap } from '../text/run-map.js';
import { utf8Map } from '../text/utf8.js';
import { cleaned } from './clean.js';
import { parsePlain } from './plain.js';
import { defaultLimits, type Format, type Limits, type Parsed, type Parser, type Source } from './source.js';

/** Each format's parser. The heavy ones are loaded when the first draft of their format comes. */
const PARSERS: Readonly<Partial<Record<Format, () => Parser | Promise<Parser>>>> = {
  text: () => parsePlain,
  markdown: async () => (await import('./markdown.js')).parseMarkdown,
  html: async () => (await import('./html.js')).parseHtmlSource,
  eml: async () => (await import('./mail/index.js')).parseMail,
};

/**
 * Reads one source into the raw material of a draft, or tells why it cannot: over a limit (`too-large`, `too-complex`), not text (`bad-charset`),
 * or without a word that the customer would see (`empty`). Never throws for what the source holds.
 */
export async function parse(source: Source, limits: Limits = defaultLimits): Promise<Parsed | Problem> {
  const load = PARSERS[source.format];
  if (!load) return { code: 'unreadable', file: source.name, message: `no parser for ${source.format}` };
  const read = source.format === 'eml' ? source : asText(source);
  if ('code' in read) return read;
  const parser = await load();
  const parsed = checked(await parser(read, limits), source, limits);
  if (!source.base) return parsed;
  const { movedMap, movedPlace, movedProblem } = await import('./moved.js');
  if ('code' in parsed) return movedProblem(parsed, source.base);
  const { base } = source;
  return {
    ...parsed,
    problems: parsed.problems.map((problem) => movedProblem(problem, base)),
    links: parsed.links.map(({ place, ...link }) => (place ? { ...link, place: () => movedPlace(place(), base) } : link)),
    ...(parsed.directives && { directives: parsed.directives.map((one) => ({ ...one, place: movedPlace(one.place, base) })) }),
    map: movedMap(parsed.map, base),
  };
}

/** The same for plain text, at once: nothing has to be loaded. */
export function parseText(source: Source, limits: Limits = defaultLimits): Parsed | Problem {
  const read = asText(source);
  return 'code' in read ? read : checked(parsePlain(read, limits) as Parsed, source, limits);
}

function checked(read: Parsed | Problem, source: Source, limits: Limits): Parsed | Problem {
  if ('code' in read) return read;
  const parsed = cleaned(read);
  if (parsed.text.length > limits.draftUnits)
    return {
      code: 'too-large',
      file: source.name,
      message: `the text of the draft is over the limit of ${limits.draftUnits} units (limit draftUnits); split it, or leave it out`,
    };
  if (parsed.text.trim() === '')
    return { code: 'empty', file: source.name, message: 'holds no text that a customer would see; there is nothing to judge' };
  return parsed;
}

/** The source with its bytes decoded, for callers that hold bytes and no charset: they are UTF-8 or a problem. */
function asText(source: Source): Source | Problem {
  if (typeof source.content === 'string') return source;
  try {
    const bytes = source.content;
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return { ...source, content, toBytes: lazyMap(() => utf8Map(content, mark)) };
  } catch {
    return { code: 'bad-charset', file: source.name, message: 'not valid UTF-8; save it as UTF-8, or pass its decoded text' };
  }
}
