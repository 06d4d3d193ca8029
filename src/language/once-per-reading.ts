import type { LazyReading } from './index.js';

let made = 0;

/**
 * Works something out of a reading when it is first asked for, and once: what several of its parts ask, and is no part of `Reading`. It lies with the
 * reading, a step away; what hangs on an object by a `WeakMap` costs each collection of garbage a look.
 */
export function oncePerReading<T extends object | boolean>(make: (reading: LazyReading) => T): (reading: LazyReading) => T {
  const index = made++;
  return (reading) => (reading.asides[index] ??= make(reading)) as T;
}
