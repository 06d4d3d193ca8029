/** Measures text as a terminal draws it. Text must be inert already, and not styled yet. */
export interface Ruler {
  /** Columns that the text takes. */
  width(text: string): number;
  /** The text in pieces that are drawn as one: a letter with its marks, an emoji with its joiners. */
  pieces(text: string): readonly string[];
}

/** Letters and signs that take one column each, whatever stands beside them: no marks, nothing wide, no emoji. */
const SIMPLE = /^[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203b\u20a0-\u20c0\u2190-\u2193]*$/;

/**
 * Renders with the cheap ruler that knows simple letters only; where the text holds any other, loads the exact one and renders again.
 * Most reports are simple, so most runs never load it.
 */
export async function withRuler(render: (ruler: Ruler) => string): Promise<string> {
  let simple = true;
  const check = (text: string): void => {
    simple &&= SIMPLE.test(text);
  };
  const rendered = render({
    width: (text) => {
      check(text);
      return text.length;
    },
    pieces: (text) => {
      check(text);
      return text.split('');
    },
  });
  return simple ? rendered : render(await exactRuler());
}

async function exactRuler(): Promise<Ruler> {
  const { default: stringWidth } = await import('string-width');
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return {
    width: (text) => (SIMPLE.test(text) ? text.length : stringWidth(text)),
    pieces: (text) => (SIMPLE.test(text) ? text.split('') : Array.from(segmenter.segment(text), (one) => one.segment)),
  };
}
