import { BundleInDoubt, type NotesInput } from '../../core/bundle/attach';
import { bundleName } from '../../core/bundle/build-bundle';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import { openingJson } from '../../core/bundle/commitment';
import { NoSequence } from '../../core/bundle/sequence';
import type { Examination } from '../../core/bundle/verify/verify';
import type { KeptCapture } from '../../core/capture/kept-capture';
import { type ShareShape, shareShapes } from '../../core/capture/stamp/lay-share';
import { type LabelKey, type Language, type Words, writtenFor } from '../../core/explanation/words';
import { reasonOf } from '../../services/browser/browser-errors';
import { saveParts } from '../../services/browser/save-file';
import { sharePicture } from '../../services/capture/draw/share-picture';
import { NoKey, publicKeysFile } from '../../services/capture/keep/capture-key';
import {
  type CaptureDatabase,
  type CaptureKey,
  deleteCapture,
  NotStored,
} from '../../services/capture/keep/capture-store';
import { removeNotes, requestIn, saveNotes, saveTime } from '../../services/capture/keep/change-capture';
import { sequenceOf } from '../../services/capture/keep/flow-captures';
import { publicationOf } from '../../services/capture/keep/publication';
import { KeyLocked } from '../../services/capture/keep/sealed-key';

/** What was done, as a line for the person. */
export interface Done {
  readonly key: LabelKey;
  readonly values?: Record<string, string>;
}

export interface OpenCapture {
  readonly capture: KeptCapture;
  readonly bundle: Uint8Array;
  readonly found: Examination;
  /** All captures of its flow, oldest first; none where it is of none. */
  readonly flow: readonly KeptCapture[];
}

/** `capture_20261124T050000Z_1b2c3d4e`: the name of all files of a capture, without its end. */
export const stemOf = ({ facts }: KeptCapture): string =>
  bundleName(facts as unknown as CaptureFacts).replace(/\.zip$/, '');

/** Hands a file of a capture, or of the public keys, to the browser's own way of saving. */
export async function giveOut(
  from: OpenCapture | readonly CaptureKey[],
  what: 'bundle' | 'publication' | 'request' | 'opening' | ShareShape = 'bundle',
  language: Language = 'id',
): Promise<Done> {
  const saved = (name: string, bytes: Uint8Array, type: string): Done => {
    saveParts([bytes], name, type);
    return { key: 'gallery.saved', values: { name } };
  };
  if (!('capture' in from))
    return saved('di-balik-keranjang_public-keys.pem', publicKeysFile(from), 'application/x-pem-file');
  const stem = stemOf(from.capture);
  if (what === 'bundle') return saved(`${stem}.zip`, from.bundle, 'application/zip');
  if (what === 'request') return saved(`${stem}.tsq`, requestIn(from.bundle), 'application/timestamp-query');
  if (what === 'opening' && from.capture.opening)
    return saved(`${stem}_opening.json`, openingJson(from.capture.opening), 'application/json');
  if (what === 'opening') throw new BundleInDoubt('Nothing of this capture is sealed.');
  if (what === 'publication') {
    const { facts, picture } = from.found;
    const published = {
      ...from,
      facts,
      picture,
      archived: from.found.notes?.archived ?? [],
      language: writtenFor(language),
      stem,
    };
    return saved(`${stem}_publication.zip`, await publicationOf(published), 'application/zip');
  }
  const png = from.found.picture;
  if (png === null) throw new BundleInDoubt('The bundle holds no picture.');
  const { w, h } = shareShapes[what];
  const picture = await sharePicture(from.capture, png, what, writtenFor(language));
  return saved(`${stem}_${w}x${h}_${writtenFor(language)}.png`, picture, 'image/png');
}

/** Hands the captures of a flow, oldest first, to the browser's own way of saving, as one file. */
export async function giveOutSequence(db: CaptureDatabase, captures: readonly KeptCapture[]): Promise<Done> {
  const [first] = captures;
  if (first === undefined) throw new BundleInDoubt('The capture is of no flow.');
  const name = `${stemOf(first)}_sequence.zip`;
  const zip = await sequenceOf(db, captures, (capture) => `${stemOf(capture)}.zip`);
  saveParts([zip], name, 'application/zip');
  return { key: 'gallery.saved', values: { name } };
}

export const erase = (db: CaptureDatabase, id: string): Promise<Done> =>
  deleteCapture(db, id).then(() => ({ key: 'gallery.deleted' }));

/** Signs and saves the layer of notes as it then is: marks, who wrote them, archived copies; an empty one is taken off. */
export async function keepLayer(
  db: CaptureDatabase,
  id: string,
  { notes, archived = [], by }: Omit<NotesInput, 'written'>,
  key: LabelKey,
): Promise<Done> {
  if (notes.length + archived.length === 0) await removeNotes(db, id);
  else await saveNotes(db, id, { notes, archived, by });
  return { key };
}

/** Bytes: an answer with its certificates is a few thousand. */
const largestAnswer = 1 << 20;

export async function keepAnswer(db: CaptureDatabase, id: string, file: File): Promise<Done> {
  if (file.size > largestAnswer) return { key: 'time.refused.not-an-answer' };
  const kept = await saveTime(db, id, new Uint8Array(await file.arrayBuffer()));
  return 'refused' in kept
    ? { key: `time.refused.${kept.refused}` }
    : 'time' in kept
      ? { key: 'time.attached', values: { time: kept.time } }
      : kept.block === null
        ? { key: 'time.proof-waits' }
        : { key: 'time.proof-attached', values: { block: String(kept.block) } };
}

/** Why something did not work, in words. */
export function wordsFor(cause: unknown, words: Words): string {
  const reason = reasonOf(cause);
  if (cause instanceof KeyLocked) return words.say('signing.locked');
  if (cause instanceof NoSequence) return words.say('gallery.no-sequence');
  if (cause instanceof NoKey) return words.say('note.no-key');
  if (cause instanceof NotStored) return words.say(`keep.refused.${cause.why}`, { reason });
  return words.say('label.failed', { reason });
}
