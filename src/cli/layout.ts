/** Breaks a text into lines of at most `width` columns, each behind `indent`. Line breaks in the text stay; a long word stands out. */
export function wrap(text: string, width: number, indent: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = indent;
      for (const word of paragraph.split(' ')) {
        if (line.length > indent.length && line.length + 1 + word.length > width) {
          lines.push(line);
          line = indent;
        }
        line += line.length > indent.length ? ` ${word}` : word;
      }
      return [...lines, line.trimEnd()];
    });
}
