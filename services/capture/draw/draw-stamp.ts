import {
  layShare,
  type ShareMark,
  type ShareShape,
  shareShapes,
} from '../../../core/capture/stamp/lay-share';
import {
  layStrip,
  type Measure,
  type PlacedText,
  stampColours,
  stampTextSize,
  type TextStyle,
} from '../../../core/capture/stamp/lay-stamp';
import type { ShareLines } from '../../../core/capture/stamp/share-lines';
import type { StampLines } from '../../../core/capture/stamp/stamp-lines';
import { fontFamilies } from '../../../core/look/fonts';
import { loadOwnFonts } from '../../browser/own-fonts';
import { NoCanvas } from './fill-covers';

type Picture = CanvasImageSource & { readonly width: number; readonly height: number };
type Context = OffscreenCanvasRenderingContext2D;

/** Pixels: a narrower picture gets a strip wider than itself. */
const narrowestStrip = 480;

const fontOf = ({ size, weight, isCode }: TextStyle): string =>
  `${weight} ${isCode ? size * 0.94 : size}px ${isCode ? fontFamilies.fixed : fontFamilies.text}`;

function canvasOf(w: number, h: number): { canvas: OffscreenCanvas; context: Context } {
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext('2d');
  if (context === null) throw new NoCanvas(`no canvas of ${w} by ${h} pixels`);
  // Or a line would be as long as a machine's hints make it.
  context.textRendering = 'geometricPrecision';
  return { canvas, context };
}

const measureWith =
  (context: Context): Measure =>
  (text, style) => {
    context.font = fontOf(style);
    return context.measureText(text).width;
  };

function drawTexts(context: Context, texts: readonly PlacedText[], below = 0): void {
  for (const { text, x, y, style } of texts) {
    context.font = fontOf(style);
    context.fillStyle = stampColours[style.ink];
    context.fillText(text, x, y + below);
  }
}

/**
 * The picture with its strip below it; not a pixel of the picture itself is touched.
 * @param scale pixels of the picture a CSS pixel
 * @throws {NoCanvas}
 */
export async function drawStamp(
  picture: Picture,
  scale: number,
  stamp: StampLines,
): Promise<OffscreenCanvas> {
  await loadOwnFonts();
  const width = Math.max(picture.width, narrowestStrip);
  const strip = layStrip(stamp, width, scale, measureWith(canvasOf(1, 1).context));
  const { canvas, context } = canvasOf(width, picture.height + strip.height);
  context.fillStyle = stampColours.ground;
  context.fillRect(0, 0, width, canvas.height);
  context.drawImage(picture, 0, 0);
  context.fillStyle = stampColours.edge;
  context.fillRect(0, picture.height, width, Math.round(stampTextSize(width, scale) / 3));
  drawTexts(context, strip.texts, picture.height);
  return canvas;
}

function drawMark(context: Context, { d, x, y, scale, fill, stroke, width }: ShareMark): void {
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = width;
  const path = new Path2D(d);
  if (fill !== null) {
    context.fillStyle = stampColours[fill];
    context.fill(path);
  }
  if (stroke !== null) {
    context.strokeStyle = stampColours[stroke];
    context.stroke(path);
  }
  context.restore();
}

/**
 * A picture for social media: the captured page, who handles the order and by whose word, rule and dispute.
 * @param picture redacted, without its strip
 * @throws {NoCanvas}
 */
export async function drawShare(
  picture: Picture,
  shape: ShareShape,
  lines: ShareLines,
): Promise<OffscreenCanvas> {
  await loadOwnFonts();
  const { w, h } = shareShapes[shape];
  const { canvas, context } = canvasOf(w, h);
  const size = { w: picture.width, h: picture.height };
  const { texts, marks, box, part, chip } = layShare(lines, shape, size, measureWith(context));
  context.fillStyle = stampColours.ground;
  context.fillRect(0, 0, w, h);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, part.x, part.y, part.w, part.h, box.x, box.y, box.w, box.h);
  context.strokeStyle = stampColours.soft;
  context.strokeRect(box.x - 0.5, box.y - 0.5, box.w + 1, box.h + 1);
  context.fillStyle = stampColours.edge;
  context.beginPath();
  context.roundRect(chip.box.x, chip.box.y, chip.box.w, chip.box.h, chip.box.h / 4);
  context.fill();
  for (const mark of marks) drawMark(context, mark);
  drawTexts(context, [...texts, chip.text]);
  return canvas;
}
