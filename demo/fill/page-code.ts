import { build, type Rolldown } from 'vite';

/** A module with all it imports as one script, to be evaluated in a page of the extension. */
export async function pageCode(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'entry' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0]?.code ?? '';
}
