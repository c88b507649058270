import type { KeptCapture } from '../../../core/capture/kept-capture';
import type { ShareShape } from '../../../core/capture/stamp/lay-share';
import { sharesOf } from '../../../core/capture/stamp/share-lines';
import type { WrittenLanguage } from '../../../core/explanation/words';
import { drawShare } from './draw-stamp';
import { encodePicture } from './encode-picture';

/**
 * A picture to share of a kept capture, as PNG. It says what was stamped when the capture was taken.
 * @param png the picture in the bundle, with its strip
 * @throws {NoCanvas} {NotEncoded}
 */
export async function sharePicture(
  capture: KeptCapture,
  png: Uint8Array,
  shape: ShareShape,
  language: WrittenLanguage,
): Promise<Uint8Array> {
  const { picture } = capture;
  const blob = new Blob([png as BlobPart], { type: 'image/png' });
  // Without the strip: its facts stand beside the picture.
  const bitmap = await createImageBitmap(blob, 0, 0, picture.w, picture.h);
  try {
    return await encodePicture(await drawShare(bitmap, shape, sharesOf(capture, language)), 'image/png');
  } finally {
    bitmap.close();
  }
}
