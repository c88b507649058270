import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * Code for a page of the extension that can fill its record with weeks of made-up walks:
 * `recordWalks.fillWalks('2026-09-07', days, walksADay)`. The product's own code writes them (bench/walks-entry.ts).
 */
export async function walksCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../bench/walks-entry.ts'), formats: ['iife'], name: 'walks' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0]?.code ?? '';
}
