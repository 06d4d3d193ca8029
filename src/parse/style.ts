import type { Style } from '../draft/draft.js';
import { readColor, readOldColor } from './style-colors.js';
import { splitCss, type Declarations } from './style-sheet.js';

/** Families that leave the choice to the reader's client (CSS Fonts 4, §2.1.3). */
const GENERIC = new Set(
  'serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji fangsong inherit initial unset revert'.split(
    ' ',
  ),
);
const EMOJI = /\bemoji\b|\bsymbola?\b/;
const KEEP = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer', 'currentcolor', 'auto']);
/** CSS pixels of the size keywords, `medium` being 16 (CSS Fonts 4, §2.5). */
const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};
/** `<font size=1>` to `<font size=7>` (HTML, rendering, §15.3.4). */
const FONT_SIZES = [10, 13, 16, 18, 24, 32, 48];
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, rem: 16 };
const DEFAULT_SIZE = 16;

/** The style of an element whose container looks like `parent`, after what `declared` says. The same object when nothing changes. */
export function inherit(parent: Style, declared: Declarations): Style {
  if (declared.size === 0) return parent;
  let next: Style = parent;
  const shorthand = declared.get('font')?.value;
  if (shorthand) next = readFont(next, shorthand);
  const family = declared.get('font-family')?.value;
  if (family) next = withFamily(next, family);
  const size = declared.get('font-size')?.value;
  if (size) next = withSize(next, readSize(size, parent.size));
  const color = declared.get('color')?.value;
  if (color) next = withColor(next, readColor(color));
  const background = declared.get('background-color')?.value ?? declared.get('background')?.value;
  if (background) next = withBackground(next, background);
  return next;
}

/** What the attributes of old HTML say (`<font face size color>`, `bgcolor`, `<body text>`): weaker than any style sheet. */
export function inheritOld(parent: Style, tag: string, attribute: (property: string) => string | undefined): Style {
  let next = parent;
  const background = attribute('bgColor');
  if (background) next = withBackground(next, readOldColor(background) ?? '');
  const text = tag === 'body' ? attribute('text') : undefined;
  if (text) next = withColor(next, readOldColor(text));
  if (tag !== 'font') return next;
  const face = attribute('face');
  if (face) next = withFamily(next, face);
  const color = attribute('color');
  if (color) next = withColor(next, readOldColor(color));
  const size = /^\s*([+-]?)(\d{1,3})/.exec(attribute('size') ?? '');
  if (size) {
    const step = Number(size[2]) * (size[1] === '-' ? -1 : 1) + (size[1] ? 3 : 0);
    next = withSize(next, FONT_SIZES[Math.min(7, Math.max(1, step)) - 1]);
  }
  return next;
}

/** The first family of a stack, folded; undefined where the reader's client decides or the font only draws emoji. */
function readFamily(stack: string): string | undefined {
  for (const part of splitCss(stack, ',')) {
    const name = part
      .trim()
      .replace(/^["']|["']$/g, '')
      .trim()
      .replace(/\s+/g, ' ')
      .toLowerCase();
    if (name === '' || EMOJI.test(name)) continue;
    if (name === '-apple-system' || name === 'blinkmacsystemfont') return 'system-ui';
    return GENERIC.has(name) || name.startsWith('var(') ? undefined : name;
  }
  return undefined;
}

/** A font size in CSS pixels, to a hundredth; undefined where it says nothing that is known here (`calc()`, `inherit`, viewport units). */
function readSize(value: string, parent: number | undefined): number | undefined {
  const size = value.trim().toLowerCase();
  if (Object.hasOwn(KEYWORDS, size)) return KEYWORDS[size];
  const base = parent ?? DEFAULT_SIZE;
  if (size === 'smaller') return round(base / 1.2);
  if (size === 'larger') return round(base * 1.2);
  const match = /^\+?(\d{0,6}(?:\.\d{1,10})?)(%|[a-z]{1,4})?$/.exec(size);
  if (!match || match[1] === '') return undefined;
  const amount = Number(match[1]);
  const unit = match[2] ?? 'px';
  if (unit === '%') return round((amount / 100) * base);
  if (unit === 'em') return round(amount * base);
  if (unit === 'ex' || unit === 'ch') return round((amount * base) / 2);
  return Object.hasOwn(PIXELS, unit) ? round(amount * PIXELS[unit]) : undefined;
}

function round(size: number): number {
  return Math.round(size * 100) / 100;
}

/** `italic bold 12px/1.4 Arial, sans-serif`: the family follows the size. */
function readFont(style: Style, shorthand: string): Style {
  const tokens = shorthand.trim().split(/\s+/);
  for (let i = 0; i < tokens.length - 1; i += 1) {
    const [size] = tokens[i].split('/');
    // A bare number is a weight.
    const pixels = /^\d+$/.test(size) ? undefined : readSize(size, style.size);
    if (pixels === undefined) continue;
    let family = i + 1;
    if (tokens[family] === '/') family += 2;
    else if (tokens[i].endsWith('/') || tokens[family].startsWith('/')) family += 1;
    return withFamily(withSize(style, pixels), tokens.slice(family).join(' '));
  }
  return style;
}

function withFamily(style: Style, stack: string): Style {
  const first = stack.trim().toLowerCase();
  if (KEEP.has(first)) return style;
  const font = readFamily(stack);
  // Emoji fonts draw single signs; the text around them keeps its own.
  if (font === undefined && EMOJI.test(first)) return style;
  return font === style.font ? style : { ...style, font };
}

function withSize(style: Style, size: number | undefined): Style {
  return size === undefined || size === style.size ? style : { ...style, size };
}

function withColor(style: Style, color: string | undefined): Style {
  return color === undefined || color === 'none' || color === style.color ? style : { ...style, color };
}

/** What shows through stays: a transparent stretch in a yellow cell is yellow. */
function withBackground(style: Style, value: string): Style {
  const color = readColor(value) ?? splitCss(value, ' ').map(readColor).find(Boolean);
  return color === undefined || color === 'none' || color === style.background ? style : { ...style, background: color };
}
