import { createHash, type webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openZip, readPacked } from '../../cli/study/package-file';
import { derSignature } from '../../core/bundle/signature';
import { writeZip, zipTimeOf } from '../../core/bundle/zip/write-zip';
import { signedBy } from '../../demo/study/write-package';
import { openDuck } from './packages';

/** The files of a package, by their paths. */
export type PackageFiles = Map<string, Buffer>;

export const filesOfZip = (zip: string): PackageFiles =>
  new Map([...openZip(zip).files].map(([path, file]) => [path, readPacked(file)]));

/** Files as a ZIP, as the extension writes it. */
export const zipOf = (files: PackageFiles): Uint8Array =>
  writeZip(
    [...files].map(([name, bytes]) => ({ name, bytes })),
    zipTimeOf('2026-11-25T12:00:00.000Z'),
  );

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Describes and signs files anew, as only the holder of the key can: what was changed in them has no other trace. */
export async function signAgain(files: PackageFiles, keys: webcrypto.CryptoKeyPair): Promise<PackageFiles> {
  const description = JSON.parse(files.get('datapackage.json')?.toString() ?? '');
  for (const resource of description.resources) {
    const bytes = files.get(resource.path);
    if (bytes) Object.assign(resource, { bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  }
  const text = Buffer.from(`${JSON.stringify(description, null, 2)}\n`);
  const digest = JSON.parse(files.get('datapackage-digest.json')?.toString() ?? '');
  const hash = `sha256:${sha256(text)}`;
  const sign = signedBy(keys);
  const signature = Buffer.from(await sign(Buffer.from(hash))).toString('base64');
  Object.assign(digest, { hash, signedData: { ...digest.signedData, hash, signature } });
  return new Map([
    ...files,
    ['datapackage.json', text],
    ['datapackage.json.sig', Buffer.from(derSignature(await sign(text)))],
    ['datapackage-digest.json', Buffer.from(`${JSON.stringify(digest, null, 2)}\n`)],
  ]);
}

/** A Parquet file with its rows changed by a query over `file`. */
export async function changedParquet(bytes: Buffer, select: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'changed-'));
  writeFileSync(join(folder, 'file'), bytes);
  const query = await openDuck(folder);
  await query(
    `COPY (WITH file AS (SELECT * FROM read_parquet('${folder}/file')) ${select}) TO '${folder}/changed' (FORMAT parquet)`,
  );
  const changed = readFileSync(join(folder, 'changed'));
  rmSync(folder, { recursive: true });
  return changed;
}
