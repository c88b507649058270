import { hexToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { packBundle } from './build-bundle';
import { sha256Hex } from './bytes';
import { type Note, notesJson, notesSchema } from './notes';
import { derSignature, type Sign } from './signature';
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

/** Why an answer was not attached: as `readTimeAnswer`, or its own signature fails, or there is one already. */
export type AttachRefusal = TimeRefusal | 'signature' | 'has-one';

/**
 * A new bundle with the answer of a time authority in it, after checking its status, imprint, nonce and signature.
 *
 * @param chain the authority's certificates as PEM, where the user has them
 * @throws {BundleInDoubt} when the bundle itself does not hold
 */
export async function attachTime(
  bundle: Uint8Array,
  answer: Uint8Array,
  chain: Uint8Array | null = null,
): Promise<{ readonly bundle: Uint8Array; readonly time: string } | { readonly refused: AttachRefusal }> {
  const { files, time } = await open(bundle);
  // The older answer is the stronger one; it is never lost for a younger.
  if (files.has('capture.wacz.tsr')) return { refused: 'has-one' };
  const wacz = files.get('capture.wacz') ?? new Uint8Array();
  const read = readTimeAnswer(answer, hexToBytes(sha256Hex(wacz)));
  if (typeof read === 'string') return { refused: read };
  if ((await answerSignature(read)).outcome === 'fails') return { refused: 'signature' };
  files.set('capture.wacz.tsr', wholeAnswer(answer));
  if (chain !== null) files.set('tsa-chain.pem', chain);
  return { bundle: packBundle(files, time), time: read.time };
}

export interface NotesInput {
  readonly notes: readonly Note[];
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
  { notes, by, written }: NotesInput,
  sign: Sign,
): Promise<Uint8Array> {
  const { facts } = await examine(bundle);
  const { files, time } = await open(bundle);
  const json = notesJson(
    v.parse(notesSchema, {
      notes_version: '1.0.0',
      capture_id: facts?.capture_id,
      wacz_sha256: sha256Hex(files.get('capture.wacz') ?? new Uint8Array()),
      written_utc: written,
      by,
      notes,
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
