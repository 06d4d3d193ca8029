/** A loss as it is printed: `-8.0`. */
export function points(lost: number): string {
  return lost < 0.05 ? '0.0' : `-${lost.toFixed(1)}`;
}
