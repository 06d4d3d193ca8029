import { findFences } from './example-fences.js';
import { marksOfFinding, quoteOf, satisfies, writeMarks } from './example-marks.js';
import type { Found } from './example-marks.js';
import { readExamples } from './read-examples.js';
import type { Example, ExampleFailure } from './read-examples.js';

/** Judges one example; answers what the rule at hand found, or why the reply could not be judged. */
export type ExampleLint = (example: Example) => Promise<readonly Found[] | string>;

/** Runs examples; answers those that do not hold, in order. */
export async function runExamples(examples: readonly Example[], lint: ExampleLint): Promise<readonly ExampleFailure[]> {
  const failures: ExampleFailure[] = [];
  for (const example of examples) {
    const found = await lint(example);
    if (typeof found === 'string') failures.push({ line: example.line, message: `could not be judged: ${found}` });
    else failures.push(...compare(example, found).map((message) => ({ line: example.line, message })));
  }
  return failures;
}

function compare({ fine, text, marks, loose }: Example, found: readonly Found[]): string[] {
  if (loose) return found.length > 0 ? [] : ['nothing is marked here, but the example is bad'];
  const left = [...marks];
  const stray: string[] = [];
  for (const finding of found)
    for (const mark of marksOfFinding(finding, text)) {
      const at = left.findIndex((wanted) => satisfies(mark, wanted));
      if (at >= 0) left.splice(at, 1);
      else
        stray.push(
          `${fine ? 'must stay silent, but marks' : 'marks'} ${quoteOf(mark, text)}${mark.variant === undefined ? '' : ` (${mark.variant})`}${fine ? '' : ', which no carets name'}`,
        );
    }
  return [
    ...left.map((mark) => `does not mark ${quoteOf(mark, text)}${mark.variant === undefined ? '' : ` as ${mark.variant}`}`),
    ...stray,
  ];
}

/** The README with the carets that its rule earns now. Blocks under "Fine" and blocks that cannot be judged stay as they are. */
export async function updateExamples(readme: string, lint: ExampleLint): Promise<string> {
  const lines = readme.split(/\r?\n/);
  const fences = new Map(findFences(readme).map((fence) => [fence.line, fence]));
  for (const example of [...readExamples(readme).examples].reverse()) {
    const found = example.fine ? '' : await lint(example);
    if (typeof found === 'string') continue;
    const marks = found.flatMap((finding) => marksOfFinding(finding, example.text));
    lines.splice(example.line, fences.get(example.line)?.lines.length ?? 0, ...writeMarks(example.text, marks));
  }
  return lines.join('\n');
}
