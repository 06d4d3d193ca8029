/** Colours and weights for the terminal, handed in by whoever knows the terminal. Each gives its text back with nothing but styling added. */
export interface Styler {
  error(text: string): string;
  warning(text: string): string;
  suggestion(text: string): string;
  good(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
}

const same = (text: string): string => text;

/** No styling at all. */
export const plainStyler: Styler = { error: same, warning: same, suggestion: same, good: same, strong: same, dim: same };
