import type { Cover } from '../../core/capture/review/cover';
import type { Extent, FrozenPage } from '../../core/capture/shots/frozen-page';
import type { WrittenLanguage } from '../../core/explanation/words';
import { pageFromHtml } from '../../core/page/from-html';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { keepCapture } from '../../services/capture/keep/keep-capture';
import { pageNamed } from '../shop/demo-pages';

// Runs in a page of the extension: captures of a drawn page, kept by the product's own code.

/** What is captured; all of it may be left out. */
export interface MadeCapture {
  /** A page of the demo shop: what is judged. */
  readonly page?: string;
  /** ISO, UTC. */
  readonly taken?: string;
  readonly language?: WrittenLanguage;
  /** Pixels of the picture. */
  readonly w?: number;
  readonly h?: number;
  readonly scale?: number;
  readonly extent?: Extent;
  readonly wasCut?: boolean;
  readonly tabId?: number;
  readonly covers?: readonly Cover[];
  /** Set to leave the covers unfilled. */
  readonly isBare?: boolean;
}

const firstCover: Cover = { id: 1, kind: 'handle', by: 'auto', state: 'kept', x: 40, y: 24, w: 220, h: 44 };

/** Keeps a capture; the answer is its id, and the picture's pixels as they were before it was stamped. */
async function keep(made: MadeCapture = {}): Promise<{ id: string; pixels: string }> {
  const { w = 1280, h = 800, scale = 1, covers = [firstCover], taken = '2026-11-24T05:00:12.345Z' } = made;
  const { address, html } = pageNamed(made.page ?? 'video-basket');
  const reading = readPage(pageFromHtml(html, address, rulebook.signals), rulebook);
  const filled = drawPage(w, h, scale);
  const context = filled.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#1d1a12';
  for (const cover of covers)
    if (cover.state === 'kept' && !made.isBare) context.fillRect(cover.x, cover.y, cover.w, cover.h);
  const id = await keepCapture({
    frozen: frozenPage({ ...made, taken }, filled),
    filled,
    covers,
    reading,
    verdict: judgeReading(reading, rulebook, taken),
    language: made.language ?? 'id',
  });
  const { data } = context.getImageData(0, 0, w, h);
  const digest = await crypto.subtle.digest('SHA-256', data);
  return {
    id,
    pixels: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

function frozenPage(
  made: MadeCapture & { readonly taken: string },
  picture: OffscreenCanvas,
): FrozenPage<OffscreenCanvas> {
  const { scale = 1, extent = 'visible', wasCut = false, taken } = made;
  const part = { x: 0, y: 0, w: picture.width / scale, h: picture.height / scale };
  const viewport = { w: part.w, h: Math.min(part.h, 800) };
  return {
    picture,
    scale,
    part,
    extent,
    wasCut,
    scrollsInside: false,
    facts: {
      layout: {
        viewport,
        document: part,
        scroll: { x: 0, y: 0 },
        dpr: scale,
        stuck: { top: 0, bottom: 0 },
        fingerprint: '',
      },
      personal: [],
      snapshot: '<!doctype html><html lang="id"><title>TikTok</title><p>Keranjang kuning: ████</p></html>',
      title: 'TikTok',
    },
    taken,
    tzOffsetMin: 420,
    leftOut: 0,
    judged: { before: taken, after: taken },
    tabId: made.tabId ?? -1,
  };
}

/** A page as a video with a basket looks, roughly: enough to see what a stamp does to it. */
function drawPage(w: number, h: number, scale: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const fill = (colour: string, ...[x, y, width, height]: [number, number, number, number]) => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };
  fill('#f8f8f8', 0, 0, w, h);
  fill('#ffffff', 0, 0, w, 92);
  const sky = context.createLinearGradient(0, 92, 0, h);
  sky.addColorStop(0, '#25446b');
  sky.addColorStop(1, '#b6745c');
  context.fillStyle = sky;
  context.fillRect(w * 0.3, 120, w * 0.4, h - 150);
  context.fillStyle = '#f4d9b8';
  context.beginPath();
  context.arc(w * 0.5, h * 0.45, Math.min(w, h) * 0.13, 0, 7);
  context.fill();
  fill('rgba(0,0,0,0.55)', w * 0.32, h - 180, w * 0.3, 56);
  fill('#ffc800', w * 0.32 + 12, h - 168, 32, 32);
  context.fillStyle = '#ffffff';
  context.font = `${20 * Math.min(2, scale)}px sans-serif`;
  context.fillText('Keranjang kuning', w * 0.32 + 56, h - 144);
  for (let line = 0; line * 34 < h - 220; line += 1)
    fill('#d9d9d9', w * 0.73, 140 + line * 34, w * (0.1 + ((line * 7) % 5) * 0.03), 14);
  return canvas;
}

Object.assign(globalThis, { madeCaptures: { keep } });
