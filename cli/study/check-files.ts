import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Description, tableOf } from './description';
import type { Findings } from './finding';
import { ContainerFault, type OpenedPackage, passBytes, unpackInto } from './package-file';

/** Made after the description was: it cannot list them. */
const besideIt = ['datapackage.json', 'datapackage.json.sig', 'datapackage-digest.json', 'pubkey.pem'];
/** Every package has them, whatever it lists. */
const always = [...besideIt, 'checkpoints.ndjson', 'codebook.csv', 'README.txt', 'chain.ndjson.gz'];

/** What is on the disk of a package's tables: the paths to read, by their paths in the package. */
export type Unpacked = ReadonlyMap<string, string>;

/**
 * Compares every file with what the description says of it, and unpacks the tables on the way: the bytes pass once.
 *
 * @param folder to unpack into
 */
export function checkFiles(
  { files }: OpenedPackage,
  { resources }: Description,
  folder: string,
  findings: Findings,
): Unpacked {
  const listed = new Map(resources.map((resource) => [resource.path, resource]));
  for (const path of new Set([...always, ...listed.keys()]))
    if (!files.has(path)) findings.add('file-missing', `${path} is missing`, { file: path });
  const unpacked = new Map<string, string>();
  for (const [path, file] of files) {
    const resource = listed.get(path);
    if (resource === undefined && !besideIt.includes(path))
      findings.add('file-unlisted', `${path} is in no list of the package`, { file: path });
    if (resource !== undefined && resource.bytes !== file.size)
      findings.add('file-size', `${path} has ${file.size} bytes, ${resource.bytes} are listed`, {
        file: path,
      });
    const sha256 = createHash('sha256');
    let crc = 0;
    const take = (bytes: Uint8Array) => {
      sha256.update(bytes);
      if (file.crc !== null) crc = crc32(bytes, crc);
    };
    try {
      if (resource !== undefined && tableOf(resource) !== undefined)
        unpacked.set(path, unpackInto(folder, file, take));
      else passBytes(file, take);
    } catch (error) {
      if (!(error instanceof ContainerFault)) throw error;
      findings.add('container', error.message, { file: path });
      continue;
    }
    if (file.crc !== null && crc !== file.crc)
      findings.add('container', `the ZIP’s checksum of ${path} is another`, { file: path });
    if (resource !== undefined && `sha256:${sha256.digest('hex')}` !== resource.hash)
      findings.add('file-hash', `${path} has another SHA-256 than the one listed`, { file: path });
  }
  return unpacked;
}
