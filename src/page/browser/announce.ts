import { byId } from './dom.js';

/** Milliseconds of quiet after which the score is told to a screen reader: while one types, it would talk over every word. */
const QUIET = 900;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells something at once, in the line that is shown and that a screen reader reads out. */
export function announce(text: string): void {
  clearTimeout(timer);
  byId('notice').textContent = text;
}

/** Tells something to a screen reader when the writer rests. */
export function announceLater(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const spoken = byId('spoken');
    if (spoken.textContent !== text) spoken.textContent = text;
  }, QUIET);
}

/** Tells something to a screen reader at once, and shows nothing. */
export function say(text: string): void {
  clearTimeout(timer);
  byId('spoken').textContent = text;
}
