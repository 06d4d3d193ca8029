/** Waits for Ctrl-C or the system's wish to end: for whoever serves, that is the way to end, not a failure. A second one ends at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      // Those who only judge are ended by it, with another exit code. Were there no listener for a moment, a signal that comes then would be lost.
      const others = process.rawListeners(signal) as NodeJS.SignalsListener[];
      process.once(signal, () => resolve());
      for (const other of others) process.removeListener(signal, other);
    }
  });
}
