import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** What is known of a study's exports; times are ISO, null where there was none. */
const schema = v.fallback(
  v.object({ upTo: v.number(), exported: v.nullable(v.string()), reminded: v.nullable(v.string()) }),
  { upTo: 0, exported: null, reminded: null },
);
type ExportedSoFar = v.InferOutput<typeof schema>;

const keyOf = (study: string): string => `exported/${study}`;

/** Up to which row a study was exported, when, and when the person was reminded last. */
export const readExportedSoFar = async (study: string): Promise<ExportedSoFar> =>
  v.parse(schema, (await browser.storage.local.get(keyOf(study)))[keyOf(study)]);

export async function saveExportedSoFar(study: string, change: Partial<ExportedSoFar>): Promise<void> {
  await browser.storage.local.set({ [keyOf(study)]: { ...(await readExportedSoFar(study)), ...change } });
}

export const forgetExports = (study: string): Promise<void> => browser.storage.local.remove(keyOf(study));
