import type { Role, Segment } from './draft.js';

interface Tile {
  start: number;
  end: number;
  role: Role;
}

/** Stretches with roles that always tile the text from 0 to `length`: added in order, then painted over. */
export class Tiles {
  private tiles: Tile[] = [];

  constructor(private readonly length: number) {}

  /** Appends the next stretch. A blank one takes the role of what stands before it. */
  add(start: number, end: number, role: Role, blank: boolean): void {
    const last = this.tiles.at(-1);
    if (last && (blank || last.role === role)) last.end = end;
    else this.tiles.push({ start, end, role });
  }

  /** Gives `start` to `end` another role. */
  paint(start: number, end: number, role: Role): void {
    if (start >= end) return;
    const painted: Tile[] = [];
    let put = false;
    for (const tile of this.tiles) {
      if (tile.end <= start || tile.start >= end) {
        if (tile.start >= end && !put) {
          painted.push({ start, end, role });
          put = true;
        }
        painted.push(tile);
        continue;
      }
      if (tile.start < start) painted.push({ start: tile.start, end: start, role: tile.role });
      if (!put) painted.push({ start, end, role });
      put = true;
      if (tile.end > end) painted.push({ start: end, end: tile.end, role: tile.role });
    }
    if (!put) painted.push({ start, end, role });
    this.tiles = painted;
  }

  /** Lays ordered, disjoint `marked` stretches over the tiles, except where something is quoted or forwarded. Linear in both. */
  overlay(marked: readonly Segment[]): void {
    if (marked.length === 0) return;
    const laid: Tile[] = [];
    let m = 0;
    for (const tile of this.tiles) {
      if (tile.role === 'quoted' || tile.role === 'forwarded') {
        laid.push(tile);
        continue;
      }
      let at = tile.start;
      while (m < marked.length && marked[m].span.end <= at) m += 1;
      for (let n = m; n < marked.length && marked[n].span.start < tile.end; n += 1) {
        const from = Math.max(at, marked[n].span.start);
        const to = Math.min(tile.end, marked[n].span.end);
        if (to <= from) continue;
        if (from > at) laid.push({ start: at, end: from, role: tile.role });
        laid.push({ start: from, end: to, role: marked[n].role });
        at = to;
      }
      if (at < tile.end) laid.push({ start: at, end: tile.end, role: tile.role });
    }
    this.tiles = laid;
  }

  /** The tiles with white space between two of them given to the one before, and neighbours of one role joined. */
  segments(text: string): Segment[] {
    const out: Tile[] = [];
    for (const tile of this.tiles) {
      const last = out.at(-1);
      // White space before everything else belongs to what follows it.
      if (!last && tile.end < this.length && /^\s*$/u.test(text.slice(tile.start, tile.end))) continue;
      let start = last ? tile.start : 0;
      if (last) while (start < tile.end && text.charCodeAt(start) <= 32) start += 1;
      if (last && start > tile.start) last.end = start;
      if (start >= tile.end) {
        if (!last) out.push({ ...tile });
        continue;
      }
      const previous = out.at(-1);
      if (previous && previous.role === tile.role) previous.end = tile.end;
      else out.push({ start, end: tile.end, role: tile.role });
    }
    if (out.length === 0 && this.length > 0) out.push({ start: 0, end: this.length, role: 'body' });
    return out.map((tile) => ({ role: tile.role, span: { start: tile.start, end: tile.end } }));
  }
}
