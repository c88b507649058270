import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fingerprintOf } from '../core/bundle/signature';
import { makePack } from '../core/pack/make-pack';
import { readPack } from '../core/pack/read-pack';
import { rulebookFiles } from '../core/rulebook/built-in';

// Signs this checkout's rulebook as a pack: rulebook:pack --key KEY.pem --out FILE. The key is the caller's, made by
// `openssl ecparam -name secp384r1 -genkey -noout`, and is never kept here.
const { values } = parseArgs({ options: { key: { type: 'string' }, out: { type: 'string' } } });
if (values.key === undefined || values.out === undefined) {
  console.error(
    'usage: rulebook:pack -- --key KEY.pem --out FILE   (a P-384 private key; it stays where it is)',
  );
  process.exit(2);
}
const key = createPrivateKey(readFileSync(values.key));
if (key.asymmetricKeyDetails?.namedCurve !== 'secp384r1') {
  console.error(`rulebook:pack: ${values.key} is no key of the curve P-384 (secp384r1).`);
  process.exit(2);
}
const spki = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));
const pack = await makePack(
  JSON.stringify(rulebookFiles),
  spki,
  async (bytes) => new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })),
);
const text = `${JSON.stringify(pack, null, 1)}\n`;
const answer = await readPack(text, {
  ...rulebookFiles.about,
  version: '2020.01.01',
  today: new Date().toISOString().slice(0, 10),
});
if (!answer.ok) {
  console.error(`rulebook:pack: the pack would be refused: ${answer.why} ${answer.detail}`);
  process.exit(1);
}
writeFileSync(values.out, text);
console.log(`${values.out}: rulebook ${rulebookFiles.about.version}, signed by ${fingerprintOf(spki)}`);
