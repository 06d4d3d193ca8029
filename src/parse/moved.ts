import type { Problem } from '../text/problem.js';
import type { Place, SourceMap } from '../text/source-map.js';
import type { Base } from './source.js';

/** The map of a source that begins in the middle of its file: places are those of the file. */
export function movedMap(map: SourceMap, base: Base): SourceMap {
  return {
    source(at) {
      const span = map.source(at);
      return span && { start: span.start + base.bytes, end: span.end + base.bytes };
    },
    locate: (at) => movedPlace(map.locate(at), base),
  };
}

/** What is wrong with such a source, at its line in the file. */
export function movedProblem(problem: Problem, base: Base): Problem {
  return problem.line === undefined ? problem : { ...problem, line: problem.line + base.lines };
}

/** A place in such a source, as one of its file. */
export function movedPlace(place: Place, base: Base): Place {
  const { line, endLine, bytes } = place;
  return {
    ...place,
    line: line + base.lines,
    ...(endLine !== undefined && { endLine: endLine + base.lines }),
    ...(bytes && { bytes: [bytes[0] + base.bytes, bytes[1] + base.bytes] as const }),
  };
}
