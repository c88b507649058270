import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * Code for a page of the extension that can keep made-up captures:
 * `madeCaptures.keep({ page, language, … })`. The product’s own code keeps them (bench/captures-entry.ts).
 */
export async function capturesCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../bench/captures-entry.ts'),
        formats: ['iife'],
        name: 'captures',
      },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0]?.code ?? '';
}
