import { BundleInDoubt } from '../../../core/bundle/attach';
import { utf8ToBytes } from '../../../core/bundle/bytes';
import type { CaptureFacts } from '../../../core/bundle/capture-facts';
import { writeZip, type ZipFile, zipTimeOf } from '../../../core/bundle/zip/write-zip';
import type { KeptCapture } from '../../../core/capture/kept-capture';
import { shareShapes } from '../../../core/capture/stamp/lay-share';
import { writeCaption } from '../../../core/capture/stamp/write-caption';
import type { WrittenLanguage } from '../../../core/explanation/words';
import { sharePicture } from '../draw/share-picture';

interface Published {
  readonly capture: KeptCapture;
  readonly bundle: Uint8Array;
  readonly facts: CaptureFacts | null;
  /** The picture as it lies in the bundle, byte for byte. */
  readonly picture: Uint8Array | null;
  readonly archived: readonly string[];
  readonly language: WrittenLanguage;
  /** Of all files, without an end. */
  readonly stem: string;
}

/**
 * All that a newsroom publishes of a capture as one ZIP: the whole picture, two to share, the caption, the bundle. One
 * file, as a browser asks a person before it saves several at one press.
 * @throws {BundleInDoubt} {NoCanvas} {NotEncoded}
 */
export async function publicationOf(published: Published): Promise<Uint8Array> {
  const { capture, bundle, facts, picture, archived, language, stem } = published;
  if (facts === null || picture === null) throw new BundleInDoubt('The bundle holds no picture.');
  const shares: ZipFile[] = [];
  for (const [shape, { w, h }] of Object.entries(shareShapes)) {
    const bytes = await sharePicture(capture, picture, shape as keyof typeof shareShapes, language);
    shares.push({ name: `${stem}_${w}x${h}_${language}.png`, bytes });
  }
  const files: ZipFile[] = [
    { name: `${stem}.png`, bytes: picture },
    ...shares,
    { name: `${stem}_caption.txt`, bytes: utf8ToBytes(`${writeCaption(capture, facts, archived)}\n`) },
    { name: `${stem}.zip`, bytes: bundle },
  ];
  return writeZip(files, zipTimeOf(facts.taken_utc));
}
