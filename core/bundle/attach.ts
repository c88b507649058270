import { hexToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { answerNames, packBundle, proofName } from './build-bundle';
import { sameBytes, sha256Hex } from './bytes';
import { type Note, notesJson, notesSchema } from './notes';
import { derSignature, type Sign } from './signature';
import { readOtsProof } from './time/ots-proof';
import { readTimeAnswer, type TimeRefusal, wholeAnswer } from './time/time-answer';
import { answerSignature } from './time/time-signature';
import { examine } from './verify/verify';
import { type ZipTime, zipTimeOf } from './zip/write-zip';

/** What was to be added to does not hold as a bundle: nothing is added to a bundle in doubt. */
export class BundleInDoubt extends Error {
  override readonly name = 'BundleInDoubt';
}

interface OpenBundle {
  readonly files: Map<string, Uint8Array>;
  readonly time: ZipTime;
}

async function open(bundle: Uint8Array): Promise<OpenBundle> {
  const { checks, facts, files } = await examine(bundle);
  const against = checks.find(({ outcome }) => outcome === 'fails');
  if (against !== undefined)
    throw new BundleInDoubt(`The bundle does not hold: ${against.check}, ${against.why}.`);
  if (facts === null || !files.has('capture.wacz')) throw new BundleInDoubt('It is no whole bundle.');
  // Whoever packed it meanwhile, it is written anew as its maker wrote it.
  return { files: new Map(files), time: zipTimeOf(facts.taken_utc) };
}

/** Why an answer was not attached: as `readTimeAnswer`, its own signature fails, it is there already, or five others are. */
export type AttachRefusal =
  | TimeRefusal
  | 'signature'
  | 'not-for-time'
  | 'not-valid-then'
  | 'has-one'
  | 'has-five'
  | 'not-a-proof';

/**
 * A new bundle with the answer of a time authority in it, beside those that are there, after checking its status, imprint,
 * nonce and signature.
 *
 * @param chain the authority's certificates as PEM, where the user has them
 * @returns the bundle, and the answer's time, ISO
 * @throws {BundleInDoubt} when the bundle itself does not hold
 */
export async function attachTime(
  bundle: Uint8Array,
  answer: Uint8Array,
  chain: Uint8Array | null = null,
): Promise<{ readonly bundle: Uint8Array; readonly time: string } | { readonly refused: AttachRefusal }> {
  const { files, time } = await open(bundle);
  const wacz = files.get('capture.wacz') ?? new Uint8Array();
  const read = readTimeAnswer(answer, hexToBytes(sha256Hex(wacz)));
  if (typeof read === 'string') return { refused: read };
  const { outcome } = await answerSignature(read);
  if (outcome === 'fails') return { refused: 'signature' };
  if (outcome === 'not-for-time' || outcome === 'not-valid-then') return { refused: outcome };
  const whole = wholeAnswer(answer);
  if (answerNames.some((name) => isSame(files.get(name), whole))) return { refused: 'has-one' };
  // No answer is lost for another one: the earliest counts, and the others support it.
  const name = answerNames.find((free) => !files.has(free));
  if (name === undefined) return { refused: 'has-five' };
  files.set(name, whole);
  if (chain !== null) files.set('tsa-chain.pem', chain);
  return { bundle: packBundle(files, time), time: read.time };
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && sameBytes(one, other);

/**
 * A new bundle with an OpenTimestamps proof of its archive in it, in place of an earlier one.
 * @returns the bundle, and the height of the lowest block that the proof names, null while it waits for one
 * @throws {BundleInDoubt} when the bundle itself does not hold
 */
export async function attachProof(
  bundle: Uint8Array,
  proof: Uint8Array,
): Promise<
  { readonly bundle: Uint8Array; readonly block: number | null } | { readonly refused: AttachRefusal }
> {
  const { files, time } = await open(bundle);
  const read = readOtsProof(proof);
  if (read === null) return { refused: 'not-a-proof' };
  if (read.hash !== sha256Hex(files.get('capture.wacz') ?? new Uint8Array()))
    return { refused: 'other-file' };
  const before = readOtsProof(files.get(proofName) ?? new Uint8Array());
  // A proof that leads to a block is not given up for one that still waits.
  if (isSame(files.get(proofName), proof) || (before && before.blocks.length > read.blocks.length))
    return { refused: 'has-one' };
  files.set(proofName, proof);
  return { bundle: packBundle(files, time), block: read.blocks[0] ?? null };
}

export interface NotesInput {
  readonly notes: readonly Note[];
  /** Addresses of copies that archives hold; default none. */
  readonly archived?: readonly string[];
  /** Who wrote them, as they wish to be named. */
  readonly by: string | null;
  /** ISO, UTC. */
  readonly written: string;
}

/**
 * A new bundle with a layer of notes, in place of an earlier one. The archive is left as it is.
 * `sign` must use the key of the capture: a verifier refuses notes of another one.
 *
 * @throws {BundleInDoubt} when the bundle does not hold, or would not hold with these notes
 */
export async function attachNotes(
  bundle: Uint8Array,
  { notes, archived = [], by, written }: NotesInput,
  sign: Sign,
): Promise<Uint8Array> {
  const { facts } = await examine(bundle);
  const { files, time } = await open(bundle);
  const json = notesJson(
    v.parse(notesSchema, {
      notes_version: archived.length === 0 ? '1.0.0' : '1.1.0',
      capture_id: facts?.capture_id,
      wacz_sha256: sha256Hex(files.get('capture.wacz') ?? new Uint8Array()),
      written_utc: written,
      by,
      notes,
      ...(archived.length === 0 ? {} : { archived }),
    }),
  );
  files.set('notes.json', json);
  files.set('notes.json.sig', derSignature(await sign(json)));
  const made = packBundle(files, time);
  await open(made);
  return made;
}

/** The bundle without its notes. @throws {BundleInDoubt} when the bundle does not hold */
export async function detachNotes(bundle: Uint8Array): Promise<Uint8Array> {
  const { files, time } = await open(bundle);
  files.delete('notes.json');
  files.delete('notes.json.sig');
  return packBundle(files, time);
}
