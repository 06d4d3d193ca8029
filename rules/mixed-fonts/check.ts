import {
  slice,
  type Check,
  type Draft,
  type Remark,
  type Role,
  type Span,
  type Style,
  type StyleEdit,
  type StyleRun,
} from 'replylint/rule';

type Property = StyleEdit['drop'][number];

const ZONES: ReadonlySet<Role> = new Set<Role>(['salutation', 'body']);
/** Families that draw alike: where one is missing another of the row is used. */
const TWINS: readonly (readonly string[])[] = [
  ['arial', 'helvetica', 'helvetica neue', 'liberation sans', 'arimo', 'arialmt', 'arial unicode ms', 'helveticaneue'],
  ['times new roman', 'times', 'liberation serif', 'tinos', 'timesnewromanpsmt'],
  ['courier new', 'couriernewpsmt', 'courier', 'liberation mono', 'cousine'],
  ['calibri', 'carlito'],
];
/** What readers' clients show where no size is said, in CSS pixels. */
const DEFAULT_SIZES = { least: 12.8, most: 16 };
/** Colours this near are not told apart in running text: #333333 beside black (of 255 a channel). */
const SAME_COLOUR = 51;
const BLACK = '#000000';
const WHITE = '#ffffff';
const LONGEST_HEADING = 60;

interface Piece {
  readonly span: Span;
  readonly run: StyleRun;
  /** Letters and digits. */
  readonly weight: number;
}

/** Runs that differ from the majority of the running text in font, size, colour or background. Neighbours that differ alike are one finding. */
const check: Check<{ pixels: number }> = ({ draft, options }) => {
  const pieces = runningText(draft);
  const usual: Style = {
    font: majority(pieces, ({ font }) => font && twin(font)),
    size: majority(pieces, ({ size }) => size),
    color: majority(pieces, ({ color }) => color ?? BLACK),
    background: majority(pieces, ({ background }) => background ?? WHITE),
  };
  const headings = findHeadings(draft, pieces, usual);
  const found: { start: number; end: number; drop: Property[]; look: string; usual: string; pasted: boolean }[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const drop = headings.has(piece.run.block) ? [] : differences(piece.run, usual, options.pixels);
    const last = found.at(-1);
    if (drop.length > 0) {
      const look = drop.map((property) => describe(piece.run.style, property)).join(', ');
      if (last && before && last.end === before.span.end && last.look === look) last.end = piece.span.end;
      else
        found.push({
          ...piece.span,
          drop,
          look,
          usual: drop.map((property) => describe(usual, property)).join(', '),
          pasted: piece.run.pasted === true,
        });
    }
    before = piece;
  }
  return found.map(({ start, end, drop, look, usual: rest, pasted }): Remark => {
    const span = { start, end };
    const fix = {
      label: 'give it the look of the text around it',
      safety: 'safe' as const,
      edits: [{ kind: 'style' as const, span, drop, like: usual }],
    };
    return { span, message: `This is ${look}${pasted ? ', pasted from a word processor' : ''}; the rest is ${rest}.`, fixes: [fix] };
  });
};

/** The runs of salutation and body that are running text, cut to those zones, white space and emoji left out. */
function runningText({ styles, segments, text }: Draft): Piece[] {
  const pieces: Piece[] = [];
  let s = 0;
  for (const run of styles) {
    if (run.setting !== 'text' && run.setting !== 'emphasis') continue;
    while (s < segments.length && segments[s].span.end <= run.span.start) s += 1;
    for (let k = s; k < segments.length && segments[k].span.start < run.span.end; k += 1) {
      if (!ZONES.has(segments[k].role)) continue;
      const at = { start: Math.max(run.span.start, segments[k].span.start), end: Math.min(run.span.end, segments[k].span.end) };
      const written = slice(text, at);
      const weight = written.replace(/[^\p{L}\p{N}]/gu, '').length;
      if (weight === 0) continue;
      const start = at.start + written.search(/\S/u);
      pieces.push({ span: { start, end: start + written.trim().length }, run, weight });
    }
  }
  return pieces;
}

function majority<T extends string | number>(pieces: readonly Piece[], value: (style: Style) => T | undefined): T | undefined {
  const counts = new Map<T, number>();
  for (const { run, weight } of pieces) {
    const one = value(run.style);
    if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + weight);
  }
  let best: T | undefined;
  for (const [one, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = one;
  return best;
}

/** Blocks that are headings in all but name: short, larger than the text, without the full stop of a sentence. */
function findHeadings({ text }: Draft, pieces: readonly Piece[], { size = DEFAULT_SIZES.most }: Style): Set<number> {
  const blocks = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const same = blocks.get(piece.run.block);
    if (same) same.push(piece);
    else blocks.set(piece.run.block, [piece]);
  }
  const headings = new Set<number>();
  for (const [block, parts] of blocks) {
    const written = text.slice(parts[0].span.start, parts[parts.length - 1].span.end);
    if (written.length <= LONGEST_HEADING && parts.every(({ run }) => (run.style.size ?? 0) > size) && !/[.,;]$/u.test(written))
      headings.add(block);
  }
  return headings;
}

function differences({ style, setting }: StyleRun, usual: Style, pixels: number): Property[] {
  const found: Property[] = [];
  // Where the client decides, it may well decide for the same font.
  if (style.font !== undefined && usual.font !== undefined && twin(style.font) !== usual.font) found.push('font');
  if (style.size !== undefined && isOtherSize(style.size, usual.size, pixels)) found.push('size');
  if (setting === 'emphasis') return found;
  if (!alike(style.color ?? BLACK, usual.color ?? BLACK)) found.push('color');
  if (!alike(style.background ?? WHITE, usual.background ?? WHITE)) found.push('background');
  return found;
}

function isOtherSize(size: number, usual: number | undefined, pixels: number): boolean {
  if (usual !== undefined) return Math.abs(size - usual) >= pixels;
  return size > DEFAULT_SIZES.most + pixels || size < DEFAULT_SIZES.least - pixels;
}

function twin(font: string): string {
  return TWINS.find((row) => row.includes(font))?.[0] ?? font;
}

function alike(a: string, b: string): boolean {
  return [1, 3, 5].every(
    (at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) <= SAME_COLOUR,
  );
}

function describe({ font, size, color, background }: Style, property: Property): string {
  switch (property) {
    case 'font':
      return (font ?? 'the usual font').replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
    case 'size':
      return size === undefined ? 'of the usual size' : `${Math.round(size * 10) / 10} pixels`;
    case 'color':
      return `coloured ${color ?? BLACK}`;
    case 'background':
      return background === undefined || background === WHITE ? 'not highlighted' : `highlighted in ${background}`;
  }
}

export default check;
