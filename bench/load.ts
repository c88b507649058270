import { loadavg } from 'node:os';

/** The machine's load of the last 1, 5 and 15 minutes, in words. */
export const loadOfMachine = (): string =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');
