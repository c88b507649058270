import { join } from 'node:path';

/** What the bundler tells of a module; the part of Rolldown's that is needed here. */
export interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const popup = join(import.meta.dirname, '../../entrypoints/popup/main.tsx');

/**
 * Names one file for all that the popup needs before it can answer; the other pages share it. Each file more costs the
 * popup time before its first paint. @returns names a module's file, null where the bundler may choose
 */
export function chunkOfPopup(): (id: string, graph: ModuleGraph) => string | null {
  let needed: ReadonlySet<string> | null = null;
  return (id, graph) => {
    // The graph is whole only when the first module is asked about.
    needed ??= staticallyNeeded(popup, graph);
    return needed.has(id) && !isOwn(id) ? 'answer' : null;
  };
}

/** What runs or shows in one page only, and must not come into another with what they share. */
const isOwn = (id: string): boolean => id.includes('/entrypoints/') || id.endsWith('.css');

/** The modules that one imports, and theirs; not those that it asks for later. */
function staticallyNeeded(start: string, graph: ModuleGraph): ReadonlySet<string> {
  const needed = new Set([start]);
  for (const id of needed) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(next);
  return needed;
}
