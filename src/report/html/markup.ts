import { seen } from '../inert.js';
import { xmlText } from '../xml.js';

/** HTML that was written here, as against text that must never become HTML. */
export class Markup {
  constructor(readonly html: string) {}
}

type Value = string | number | Markup | null | undefined | false | readonly Value[];

/** A tagged template: what is put into it is text unless it is {@link Markup}, so that nothing can become HTML by being forgotten. Attributes go in quotes. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let out = strings[0];
  for (const [at, value] of values.entries()) out += shown(value) + strings[at + 1];
  return new Markup(out);
}

function shown(value: Value): string {
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return (value as readonly Value[]).map(shown).join('');
  return value === null || value === undefined || value === false ? '' : textHtml(String(value));
}

/** Line breaks stay; whatever else steers or hides is shown as a visible escape. */
function textHtml(text: string): string {
  return xmlText(
    text
      .split(/\r\n|\r|\n/)
      .map(seen)
      .join('\n'),
  );
}
