/** One row of the tables in docs/architecture.md. */
export interface Area {
  /** A folder (`src/text`) or a single file (`src/index.ts`). */
  readonly path: string;
  /** No file system, no process, no clock, no chance. */
  readonly pure: boolean;
  /** Areas it may import. */
  readonly imports: ReadonlySet<string>;
  /** Areas it may import types of, and nothing that runs. */
  readonly types: ReadonlySet<string>;
}

/** docs/architecture.md, read. */
export interface Map {
  readonly areas: readonly Area[];
  /** Package name → the paths below which it may be imported. */
  readonly doors: ReadonlyMap<string, readonly string[]>;
}

/** Reads the three tables under “The pure core”, “The shell” and “Packages and their doors”. */
export function readMap(markdown: string): Map {
  const core = rowsUnder(markdown, 'The pure core');
  const shell = rowsUnder(markdown, 'The shell');
  const coreNames = core.map(([path]) => code(path)[0]!);
  const areas: Area[] = [];
  for (const [rows, pure] of [
    [core, true],
    [shell, false],
  ] as const) {
    for (const [path, , may = ''] of rows) {
      const imports = new Set(code(may));
      if (/\ball of the above\b/.test(may)) for (const area of areas) imports.add(area.path);
      if (/\bthe pure core\b/.test(may)) for (const name of coreNames) imports.add(name);
      const types = new Set(/\btypes of the core\b/.test(may) ? coreNames : []);
      areas.push({ path: code(path)[0]!, pure, imports, types });
    }
  }
  const doors = new Map(
    rowsUnder(markdown, 'Packages and their doors').flatMap(([names, where = '']) =>
      code(names).map((name) => [name, code(where)] as const),
    ),
  );
  return { areas, doors };
}

/** The cells of the first table below a heading, without the header row. */
function rowsUnder(markdown: string, heading: string): string[][] {
  const section = markdown.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  if (!section) throw new Error(`docs/architecture.md has no heading “${heading}”`);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1));
}

function code(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}
