import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The store's bench as one script, to be evaluated in a page of the extension: it leaves `recordBench` there. */
export async function benchCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'record-entry.ts'), formats: ['iife'], name: 'bench' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0]?.code ?? '';
}
