import type { Area, Map } from './map.js';
import { importsOf, stringsOf, worldlyUses, type Import, type SourceFile } from './source.js';

/** Where the files and the map differ, one sentence each; empty when all is as drawn. */
export async function breaches(map: Map, files: readonly SourceFile[]): Promise<string[]> {
  const perFile = await Promise.all(files.map((file) => breachesOf(file, map, ruleIds(files))));
  return [...vanished(map, files), ...perFile.flat()];
}

function vanished(map: Map, files: readonly SourceFile[]): string[] {
  return map.areas
    .filter(({ path }) => !files.some((file) => isIn(path, file.path)))
    .map(({ path }) => `${path} is on the map and does not exist`);
}

async function breachesOf(file: SourceFile, map: Map, rules: ReadonlySet<string>): Promise<string[]> {
  const area = areaOf(map, file.path);
  if (!area) return [`${file.path} lies in no folder of the map`];
  const imports = await importsOf(file);
  const found = imports.map((one) => breachOf(file.path, area, one, map)).filter((text) => text !== undefined);
  if (area.pure) found.push(...(await worldlyUses(file)).map((use) => `${file.path} uses ${use}, and ${area.path} is pure`));
  if (area.path === 'src/engine') {
    found.push(
      ...(await stringsOf(file))
        .filter((text) => rules.has(text))
        .map((id) => `${file.path} names the rule ${id}; the engine knows no rule`),
    );
  }
  return found;
}

function breachOf(path: string, area: Area, { target, kind, typeOnly }: Import, map: Map): string | undefined {
  if (kind === 'builtin') return area.pure ? `${path} imports ${target}, and ${area.path} is pure` : undefined;
  if (kind === 'package') {
    const doors = map.doors.get(target);
    if (!doors) return `${path} imports the package ${target}, which has no door on the map`;
    return doors.some((door) => path.startsWith(door))
      ? undefined
      : `${path} imports the package ${target}, whose door is ${doors.join(' or ')}`;
  }
  const other = areaOf(map, target);
  if (!other) return `${path} imports ${target}, which lies in no folder of the map`;
  if (other.path === area.path) return area.path === 'rules' ? ruleBreach(path, target) : undefined;
  if (area.imports.has(other.path) || (typeOnly && area.types.has(other.path))) return undefined;
  return `${path} imports ${target}, and ${area.path} may not import ${other.path}`;
}

function ruleBreach(path: string, target: string): string | undefined {
  const folder = (file: string): string | undefined => file.split('/')[1];
  return folder(path) === folder(target) ? undefined : `${path} imports ${target}: no rule imports a rule`;
}

function areaOf(map: Map, path: string): Area | undefined {
  return map.areas.find((area) => isIn(area.path, path));
}

function isIn(area: string, path: string): boolean {
  return path === area || path.startsWith(`${area}/`);
}

function ruleIds(files: readonly SourceFile[]): Set<string> {
  return new Set(files.filter(({ path }) => path.startsWith('rules/')).map(({ path }) => path.split('/')[1]!));
}
