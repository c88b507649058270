import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until there is a value. @throws after the time, with what `told` says */
export async function waitFor<T>(
  look: () => Promise<T | undefined>,
  { timeout = 30_000, interval = 40, told }: { timeout?: number; interval?: number; told: () => string },
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${told()}, after ${timeout} ms`);
    await pause(interval);
  }
}
