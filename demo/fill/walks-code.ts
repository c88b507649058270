import { join } from 'node:path';
import { pageCode } from './page-code';

/**
 * Code for a page of the extension that can fill its record with weeks of made-up walks:
 * `recordWalks.fillWalks('2026-09-07', days, walksADay)`. The product's own code writes them (demo/fill/walks-entry.ts).
 */
export const walksCode = (): Promise<string> => pageCode(join(import.meta.dirname, 'walks-entry.ts'));
