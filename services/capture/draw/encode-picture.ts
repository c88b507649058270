type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** The browser could not write the canvas as a picture: it is larger than its encoder takes. */
export class NotEncoded extends Error {
  override readonly name = 'NotEncoded';
}

/** Width of a preview, and the most of its height, in pixels. */
const preview = { w: 320, h: 240 };

/** A canvas as the bytes of a picture file. @throws {NotEncoded} */
export async function encodePicture(canvas: Canvas, type: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  const blob = await blobOf(canvas, type).catch((cause) => {
    throw new NotEncoded(String(cause), { cause });
  });
  return new Uint8Array(await blob.arrayBuffer());
}

const blobOf = (canvas: Canvas, type: string): Promise<Blob> =>
  canvas instanceof OffscreenCanvas
    ? canvas.convertToBlob({ type, quality: 0.85 })
    : new Promise((resolve, reject) =>
        canvas.toBlob(
          (blob) => (blob === null ? reject(new NotEncoded('the browser gave no picture')) : resolve(blob)),
          type,
          0.85,
        ),
      );

/** The upper part of a picture, small, as JPEG. */
export async function encodePreview(picture: Canvas): Promise<Uint8Array> {
  const scale = Math.min(1, preview.w / picture.width);
  const part = Math.min(picture.height, preview.h / scale);
  const small = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(part * scale)),
  );
  const context = small.getContext('2d');
  if (context === null) throw new NotEncoded('no canvas for a preview');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, picture.width, part, 0, 0, small.width, small.height);
  return encodePicture(small, 'image/jpeg');
}
