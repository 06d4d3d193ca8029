import { renamedMessage } from '../rule/former-ids.js';
import type { Problem } from '../text/problem.js';
import { problemAt } from './origin.js';
import type { Layer, Said } from './types.js';

/** A layer that speaks of rules by the ids of today, and a note for each id of former days that it held. */
export interface Redirected {
  readonly layer: Layer;
  readonly notes: readonly Problem[];
}

/**
 * Leads the former ids of a layer (`former`: old id → new) to the rules of today. What the layer says of the new id itself wins. Every setting keeps the place
 * where it was written.
 */
export function throughFormerIds(layer: Layer, former: ReadonlyMap<string, string>, cwd: string): Redirected {
  const notes: Problem[] = [];
  const { rules, score, vocabulary } = layer.said;
  const told = (old: string, ...path: (string | number)[]): void => {
    const origin = layer.origin(path);
    if ('file' in origin) notes.push({ ...problemAt(origin, cwd, renamedMessage(old, former.get(old)!)), code: 'renamed-rule' });
  };
  const written = { rules: new Map<string, string>(), weights: new Map<string, string>() };
  const said: Said = {
    ...layer.said,
    ...(rules && { rules: renameKeys(rules, former, written.rules, (old) => told(old, 'rules', old)) }),
    ...(score?.weights && {
      score: { ...score, weights: renameKeys(score.weights, former, written.weights, (old) => told(old, 'score', 'weights', old)) },
    }),
    ...(vocabulary && {
      vocabulary: vocabulary.map((entry, i) =>
        entry.rules?.some((id) => former.has(id))
          ? {
              ...entry,
              rules: entry.rules.map((id, j) => {
                if (former.has(id)) told(id, 'vocabulary', i, 'rules', j);
                return former.get(id) ?? id;
              }),
            }
          : entry,
      ),
    }),
  };
  if (written.rules.size + written.weights.size === 0) return { layer: notes.length > 0 ? { ...layer, said } : layer, notes };
  const origin: Layer['origin'] = ([top, second, third, ...rest]) => {
    if (top === 'rules') return layer.origin([top, ...asWritten(written.rules, second), ...present(third), ...rest]);
    if (top === 'score' && second === 'weights') return layer.origin([top, second, ...asWritten(written.weights, third), ...rest]);
    return layer.origin([...present(top), ...present(second), ...present(third), ...rest]);
  };
  return { layer: { ...layer, said, origin }, notes };
}

/** The map with today's ids as keys; `written` receives new id → old for each key that was changed. */
function renameKeys<T>(
  map: Readonly<Record<string, T>>,
  former: ReadonlyMap<string, string>,
  written: Map<string, string>,
  tell: (old: string) => void,
): Readonly<Record<string, T>> {
  const entries = Object.entries(map).flatMap(([id, value]) => {
    const now = former.get(id);
    if (now === undefined) return [[id, value] as const];
    tell(id);
    if (Object.hasOwn(map, now)) return [];
    written.set(now, id);
    return [[now, value] as const];
  });
  return Object.fromEntries(entries);
}

type Step = string | number;

function asWritten(written: ReadonlyMap<string, string>, step: Step | undefined): readonly Step[] {
  return present(step === undefined ? undefined : (written.get(String(step)) ?? step));
}

function present(step: Step | undefined): readonly Step[] {
  return step === undefined ? [] : [step];
}
