/** @file Signals that end the process, and the cleaning up before they do. */

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * From now on a signal that ends the process cleans up first.
 *
 * @returns a function that undoes this
 */
export function beforeEndingSignals(cleanUp: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    cleanUp();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of ENDING) process.off(signal, onSignal);
  };
  for (const signal of ENDING) process.on(signal, onSignal);
  return release;
}
