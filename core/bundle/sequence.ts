import * as v from 'valibot';
import { parseJson } from '../page/parse-json';
import { sha256Hex, textOf, utf8ToBytes } from './bytes';
import { plainName } from './file-names';
import { hashText } from './hash-text';
import {
  derSignature,
  fingerprintOf,
  pemOf,
  rawSignature,
  type Sign,
  signatureHolds,
  spkiOfPem,
} from './signature';
import { Findings } from './verify/check';
import { checkZip, type Given } from './verify/check-zip';
import { type Examination, examine, type Known } from './verify/verify';
import { namesInZip } from './zip/read-zip';
import { writeZip, type ZipFile, zipTimeOf } from './zip/write-zip';

/** Far above what anybody captures of one purchase. */
const mostSteps = 99;

const sequenceSchema = v.strictObject({
  sequence_version: v.literal('1.0.0'),
  flow_id: v.string(),
  /** ISO, UTC: when the list was signed. */
  written_utc: v.pipe(v.string(), v.isoTimestamp()),
  steps: v.pipe(
    v.array(
      v.strictObject({
        file: v.string(),
        capture_id: v.string(),
        taken_utc: v.string(),
        wacz_sha256: hashText,
      }),
    ),
    v.minLength(2),
    v.maxLength(mostSteps),
  ),
});
type Sequence = v.InferOutput<typeof sequenceSchema>;

const listName = 'sequence.json';
const signatureName = 'sequence.json.sig';
const keyName = 'pubkey.pem';

/** The captures that were given make no sequence. */
export class NoSequence extends Error {
  override readonly name = 'NoSequence';
}

/** Of a bundle in a sequence: its bytes, and the name that it has alone. */
export interface SequencePart {
  readonly name: string;
  readonly bundle: Uint8Array;
}

/**
 * Several captures of one flow as one ZIP: the whole bundles, oldest first, and a list of them that is signed.
 * @throws {NoSequence} where one does not hold, or they are not of one flow, or not of one key
 */
export async function packSequence(
  parts: readonly SequencePart[],
  {
    publicKey,
    sign,
    written,
  }: { readonly publicKey: Uint8Array; readonly sign: Sign; readonly written: string },
): Promise<Uint8Array> {
  const examined = await Promise.all(
    parts.map(async ({ name, bundle }) => ({ name, bundle, found: await examine(bundle) })),
  );
  const steps = examined.toSorted((a, b) => (takenIn(a.found) < takenIn(b.found) ? -1 : 1));
  const flows = new Set(steps.map(({ found }) => found.facts?.flow_id ?? ''));
  const [flow = ''] = flows;
  if (steps.length < 2 || flows.size > 1 || flow === '')
    throw new NoSequence('The captures are not of one flow.');
  if (steps.some(({ found }) => found.fingerprint !== fingerprintOf(publicKey)))
    throw new NoSequence('The captures are not all of the key that signs now.');
  if (steps.some(({ found }) => !found.holds)) throw new NoSequence('One of the captures does not hold.');
  const files = steps.map(({ name, bundle }, n): ZipFile => ({ name: fileOf(n, name), bytes: bundle }));
  const list: Sequence = {
    sequence_version: '1.0.0',
    flow_id: flow,
    written_utc: written,
    steps: steps.map(({ found }, n) => ({
      file: files[n]?.name ?? '',
      capture_id: found.facts?.capture_id ?? '',
      taken_utc: takenIn(found),
      wacz_sha256: waczHash(found),
    })),
  };
  const json = utf8ToBytes(`${JSON.stringify(list, null, 2)}\n`);
  const signature = derSignature(await sign(json));
  return writeZip(
    [
      { name: listName, bytes: json },
      { name: signatureName, bytes: signature },
      { name: keyName, bytes: utf8ToBytes(pemOf(publicKey)) },
      ...files,
    ],
    zipTimeOf(written),
  );
}

const fileOf = (n: number, name: string): string => `${String(n + 1).padStart(2, '0')}_${name}`;
const takenIn = ({ facts }: Examination): string => facts?.taken_utc ?? '';
const waczHash = ({ files }: Examination): string => sha256Hex(files.get('capture.wacz') ?? new Uint8Array());

/** Why a sequence does not hold besides what its captures say: `sequence.…` says it in words. */
type SequenceFault =
  | 'list' // the list cannot be read
  | 'signature' // the signature over the list does not fit
  | 'missing' // a capture of the list is not there
  | 'added' // there is a file that the list does not name
  | 'other' // a capture is another one than the list says
  | 'order' // they do not follow one another in time
  | 'key' // the list, or one of its captures, was signed with another key
  | 'capture'; // a capture does not hold by itself

export interface ExaminedSequence {
  readonly holds: boolean;
  readonly faults: readonly SequenceFault[];
  /** Of the key that signed the list, 64 hex digits; null where there is none. */
  readonly fingerprint: string | null;
  /** In the order of the list. */
  readonly steps: readonly { readonly file: string; readonly found: Examination }[];
}

const beside: readonly string[] = [listName, signatureName, keyName];
/** As a bundle's container is: people's tools pack and unpack sequences too. */
const outer = {
  container: 'bundle',
  files: 'files',
  path: '',
  needed: beside,
  mayHold: (name: string) => beside.includes(name) || /^\d\d_[^/]+\.zip$/.test(name),
  inOrder: (names: readonly string[]) => [
    ...beside.filter((name) => names.includes(name)),
    ...names.filter((name) => !beside.includes(name)).toSorted(),
  ],
  isSigned: false,
} as const;
const moreFiles: readonly string[] = ['added', 'twice', 'hidden'];

/** Whether a ZIP, or what was unpacked from one, is a sequence of captures; what that is worth, `examineSequence` says. */
export function isSequence(given: Given): boolean {
  const names = given instanceof Uint8Array ? namesInZip(given) : given.map(({ name }) => name);
  return names.some((name) => plainName(name)?.split('/').at(-1) === listName);
}

/** Checks a sequence: its list, and each capture by itself and against the list. Never throws. */
export async function examineSequence(given: Given, known: Known = {}): Promise<ExaminedSequence> {
  const findings = new Findings();
  const zip = checkZip(given, null, outer, findings);
  const files = new Map([...zip.files].map(([name, { bytes }]) => [name, bytes]));
  const json = files.get(listName) ?? new Uint8Array();
  const key = spkiOfPem(files.get(keyName) ?? new Uint8Array());
  const raw = rawSignature(files.get(signatureName) ?? new Uint8Array());
  const isSigned = key !== null && raw !== null && (await signatureHolds(key, raw, json)) === 'holds';
  const fingerprint = key && fingerprintOf(key);
  const read = v.safeParse(sequenceSchema, parseJson(textOf(json)));
  if (!read.success) return { holds: false, faults: ['list'], fingerprint, steps: [] };
  const list = read.output;
  const steps = await Promise.all(
    list.steps.flatMap((step) => {
      const bytes = files.get(step.file);
      return bytes === undefined ? [] : [examineStep(step, bytes, known)];
    }),
  );
  const named = new Set([...beside, ...list.steps.map(({ file }) => file)]);
  const isOther = ({ step, found }: (typeof steps)[number]): boolean =>
    found.facts?.capture_id !== step.capture_id ||
    found.facts.taken_utc !== step.taken_utc ||
    found.facts.flow_id !== list.flow_id ||
    waczHash(found) !== step.wacz_sha256;
  const times = list.steps.map(({ taken_utc }) => taken_utc);
  const faults: readonly (readonly [boolean, SequenceFault])[] = [
    [!isSigned, 'signature'],
    [steps.length < list.steps.length, 'missing'],
    [
      findings.all.some(({ why }) => moreFiles.includes(why)) ||
        [...files.keys()].some((name) => !named.has(name)),
      'added',
    ],
    [steps.some(isOther), 'other'],
    [[...times, list.written_utc].some((time, n, all) => n > 0 && time <= (all[n - 1] ?? '')), 'order'],
    [steps.some(({ found }) => found.fingerprint !== fingerprint), 'key'],
    [steps.some(({ found }) => !found.holds), 'capture'],
  ];
  const against = faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
  return {
    holds: against.length === 0,
    faults: against,
    fingerprint,
    steps: steps.map(({ step, found }) => ({ file: step.file, found })),
  };
}

async function examineStep(step: Sequence['steps'][number], bytes: Uint8Array, known: Known) {
  return { step, found: await examine(bytes, known) };
}
