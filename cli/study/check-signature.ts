import { hash } from 'node:crypto';
import * as v from 'valibot';
import { fromBase64 } from '../../core/bundle/bytes';
import { fingerprintOf, rawSignature, signatureHolds, spkiOfPem } from '../../core/bundle/signature';
import { checkpointText } from '../../core/log/checkpoint';
import type { ReadChain } from './check-chain';
import type { Description } from './description';
import type { Findings } from './finding';
import { type OpenedPackage, readPacked } from './package-file';

const digest = v.object({
  hash: v.string(),
  signedData: v.object({
    hash: v.string(),
    signature: v.string(),
    publicKey: v.string(),
    keyFingerprint: v.string(),
  }),
});
const checkpoint = v.object({
  n: v.number(),
  chain: v.string(),
  created: v.string(),
  key_fpr: v.string(),
  sig: v.string(),
});
type SignedHead = v.InferOutput<typeof checkpoint>;

/** Checkpoints hold their signature as openssl reads it. */
const rawOf = (base64: string): Uint8Array | null => {
  const der = fromBase64(base64);
  return der === null ? null : rawSignature(der);
};

/** The key of a package. */
export interface PackageKey {
  readonly spki: Uint8Array;
  readonly fingerprint: string;
}

const read = ({ files }: OpenedPackage, path: string): Buffer | null => {
  const file = files.get(path);
  return file === undefined ? null : readPacked(file);
};

function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** @param raw r‖s */
async function isSigned(key: PackageKey, raw: Uint8Array | null, bytes: Uint8Array): Promise<boolean> {
  return raw !== null && (await signatureHolds(key.spki, raw, bytes)) === 'holds';
}

/** Checks both signatures over the description; the key, where it can be read. */
export async function checkSignature(opened: OpenedPackage, findings: Findings): Promise<PackageKey | null> {
  const [pem, description, signature, beside] = [
    'pubkey.pem',
    'datapackage.json',
    'datapackage.json.sig',
    'datapackage-digest.json',
  ].map((path) => read(opened, path));
  if (!pem || !description || !signature || !beside) return null;
  const spki = spkiOfPem(pem);
  if (spki === null) {
    findings.add('signature', 'the key cannot be read', { file: 'pubkey.pem' });
    return null;
  }
  const key = { spki, fingerprint: fingerprintOf(spki) };
  if (!(await isSigned(key, rawSignature(signature), description)))
    findings.add('signature', 'the description is not signed by the key in the package', {
      file: 'datapackage.json.sig',
    });
  const file = 'datapackage-digest.json';
  const told = parsed(digest, beside.toString('utf8'));
  if (told === null) {
    findings.add('signature', 'the digest cannot be read', { file });
    return key;
  }
  const text = `sha256:${hash('sha256', description)}`;
  if (told.hash !== text || told.signedData.hash !== text)
    findings.add('signature', 'the digest is of another description', { file });
  if (told.signedData.keyFingerprint !== key.fingerprint)
    findings.add('key', 'the digest names another key than the one in the package', { file });
  else if (!(await isSigned(key, fromBase64(told.signedData.signature), Buffer.from(text))))
    findings.add('signature', 'the digest is not signed by the key in the package', { file });
  return key;
}

/** The signed heads of a package; null where they cannot be read. */
export function readCheckpoints(opened: OpenedPackage, findings: Findings): SignedHead[] {
  const text = read(opened, 'checkpoints.ndjson')?.toString('utf8') ?? '';
  const heads: SignedHead[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const head = parsed(checkpoint, line);
    if (head !== null) heads.push(head);
    else findings.add('checkpoint', `line ${index + 1} is no checkpoint`, { file: 'checkpoints.ndjson' });
  }
  return heads;
}

/** Checks that the key signed every checkpoint, and that the chain has what they sign, to its end and no further. */
export async function checkCheckpoints(
  heads: readonly SignedHead[],
  { key, chain, said }: { key: PackageKey; chain: ReadChain; said: Description },
  findings: Findings,
): Promise<void> {
  const file = 'checkpoints.ndjson';
  for (const head of heads) {
    const place = { file, row: head.n };
    if (head.key_fpr !== key.fingerprint)
      findings.add(
        'key',
        `the checkpoint of row ${head.n} names another key than the one in the package`,
        place,
      );
    else if (!(await isSigned(key, rawOf(head.sig), Buffer.from(checkpointText(head)))))
      findings.add(
        'checkpoint',
        `the checkpoint of row ${head.n} is not signed by the key in the package`,
        place,
      );
    if (head.n > chain.rows)
      findings.add(
        'chain-cut',
        `a checkpoint signs row ${head.n}; the chain ends at row ${chain.rows}`,
        place,
      );
    else if (chain.at.get(head.n) !== head.chain)
      findings.add(
        'checkpoint',
        `the chain has another value at row ${head.n} than the checkpoint signs`,
        place,
      );
  }
  const last = Math.max(0, ...heads.map(({ n }) => n));
  if (chain.rows !== said.last_n)
    findings.add('chain-cut', `the chain ends at row ${chain.rows}, the description says ${said.last_n}`, {
      file: 'chain.ndjson.gz',
      row: chain.rows,
    });
  else if (last < chain.rows)
    findings.add(
      'chain-cut',
      `the last checkpoint signs row ${last}; the chain goes on to row ${chain.rows}`,
      { file, row: last },
    );
}
