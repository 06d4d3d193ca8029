/** Whether one of the words `from`…`to` is of the wanted form. */
export function holds(norm: readonly string[], from: number, to: number, wanted: RegExp): boolean {
  for (let i = from; i < to; i += 1) if (wanted.test(norm[i])) return true;
  return false;
}
