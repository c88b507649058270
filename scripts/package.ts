import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, hasUncommitted, sourceFiles } from './release/list-files';
import { packZip } from './release/pack-zip';

// Makes of the builds what is uploaded: a ZIP for each store, the sources, the verifier, and their SHA-256.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'release');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const built = (browser: string): Uint8Array => {
  const build = join(root, `.output/${browser}-mv3`);
  if (!existsSync(build)) throw new Error(`${build} is absent: run "npm run package", which builds first`);
  return packZip(filesBelow(build));
};
const files: readonly (readonly [ending: string, bytes: Uint8Array])[] = [
  ['chrome.zip', built('chrome')],
  ['edge.zip', built('edge')],
  ['firefox.zip', built('firefox')],
  ['sources.zip', packZip(sourceFiles(root))],
  ['verify.html', readFileSync(join(root, '.output/verifier/verify.html'))],
];

// Pictures for the stores lie in release/store and stay.
mkdirSync(folder, { recursive: true });
const sums = files.map(([ending, bytes]) => {
  const file = `${name}-${version}-${ending}`;
  writeFileSync(join(folder, file), bytes);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${file}`;
});
rmSync(join(folder, 'SHA256SUMS'), { force: true });
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));
if (hasUncommitted(root)) console.log('These hold changes that are in no commit.');
