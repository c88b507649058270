import { madeFiles, packBundle } from '../../core/bundle/build-bundle';
import { hashed } from '../../core/bundle/bytes';
import { derSignature } from '../../core/bundle/signature';
import { readZip } from '../../core/bundle/zip/read-zip';
import { writeZip, zipTimeOf } from '../../core/bundle/zip/write-zip';
import { type Key, taken } from './bundles';

export const time = zipTimeOf(taken);

/** The files of a ZIP by their names, in order. */
export const filesOf = (zip: Uint8Array): Map<string, Uint8Array> =>
  new Map(readZip(zip).entries.map(({ name, bytes }) => [name, bytes ?? new Uint8Array()]));

export const zipOf = (files: Iterable<readonly [string, Uint8Array]>): Uint8Array =>
  writeZip(
    [...files].map(([name, bytes]) => ({ name, bytes })),
    time,
  );

/** The bundle with its archive's files changed, in well-formed containers; nothing is hashed or signed anew. */
export function withArchive(
  bundle: Uint8Array,
  change: (files: Map<string, Uint8Array>) => void,
): Uint8Array {
  const outer = filesOf(bundle);
  const inner = filesOf(outer.get('capture.wacz') ?? new Uint8Array());
  change(inner);
  return zipOf(outer.set('capture.wacz', zipOf(inner)));
}

/** The bundle around another archive, with all that stands beside it made and signed anew by another key. */
export async function resigned(bundle: Uint8Array, wacz: Uint8Array, key: Key): Promise<Uint8Array> {
  const files = filesOf(bundle);
  files.set('capture.wacz', wacz);
  for (const [name, bytes] of madeFiles(hashed(wacz), null, key.publicKey)) files.set(name, bytes);
  files.set('capture.wacz.sig', derSignature(await key.sign(wacz)));
  files.delete('notes.json');
  files.delete('notes.json.sig');
  return packBundle(files, time);
}
