import type { Phrase } from '../match/phrase.js';
import { isMap } from './fields.js';
import type { Complaints, Path } from './fields.js';

/** A phrase with where it stands in the rule's data. */
export interface PlacedPhrase extends Phrase {
  readonly path: Path;
}

/**
 * Reads `phrases`: a list of texts, of `{text, tag}` and of maps `tag: [texts]`, or such a map alone.
 */
export function readPhrases(value: unknown, path: Path, complaints: Complaints, tag?: string): readonly PlacedPhrase[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string' && value.trim() !== '') return [{ text: value.trim(), ...(tag !== undefined && { tag }), path }];
  if (Array.isArray(value)) return value.flatMap((each, i) => readPhrases(each, [...path, i], complaints, tag));
  if (isMap(value)) {
    if ('text' in value) return readTagged(value, path, complaints, tag);
    if (tag === undefined)
      return Object.entries(value).flatMap(([name, phrases]) => readPhrases(phrases, [...path, name], complaints, name));
  }
  complaints.add(path, 'must be a phrase in plain words; put it in quotes if YAML reads it as something else');
  return [];
}

function readTagged(value: Record<string, unknown>, path: Path, complaints: Complaints, tag?: string): readonly PlacedPhrase[] {
  const own = value['tag'] ?? tag;
  const stray = Object.keys(value).filter((key) => key !== 'text' && key !== 'tag');
  if (stray.length > 0) complaints.add([...path, stray[0]], 'a phrase has only the keys text and tag');
  if (own !== undefined && typeof own !== 'string') complaints.add([...path, 'tag'], 'must be a name');
  if (typeof value['text'] !== 'string') {
    complaints.add([...path, 'text'], 'must be a phrase in plain words');
    return [];
  }
  return [{ text: value['text'].trim(), ...(typeof own === 'string' && { tag: own }), path }];
}
