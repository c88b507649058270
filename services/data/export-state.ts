import * as v from 'valibot';
import browser from 'webextension-polyfill';

const stateSchema = v.fallback(
  v.object({ upTo: v.number(), exported: v.nullable(v.string()), reminded: v.nullable(v.string()) }),
  { upTo: 0, exported: null, reminded: null },
);
export type KeptExportState = v.InferOutput<typeof stateSchema>;
const key = 'exported';

/** Up to which row the record was exported, when, and when the person was reminded last. */
export async function readExportState(): Promise<KeptExportState> {
  return v.parse(stateSchema, (await browser.storage.local.get(key))[key]);
}

export async function saveExportState(change: Partial<KeptExportState>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readExportState()), ...change } });
}
