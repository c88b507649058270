import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { iconMarks } from '../../scripts/icon-drawings';
import { stageHere } from '../builders/stage-here';

/** Toolbars of Chromium and Firefox, light and dark. */
const toolbars = ['#ffffff', '#dee1e6', '#f9f9fb', '#35363a', '#202124', '#2b2a33'];
const sizes = [16, 24, 32];
const drawings = iconMarks.flatMap((mark) => [mark, `${mark}-recording`]);

/** For each ground, the grey of every pixel of a drawing upon it, as relative luminance between 0 and 1; of the ground alone where no name is given. */
const readGreys = `(async (name, size, grounds) => {
  const image = new Image();
  image.src = '/icon/' + (name ?? 'plain') + '-' + size + '.png';
  await image.decode();
  if (image.naturalWidth !== size || image.naturalHeight !== size) throw new Error(name + ' has another size');
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return grounds.map((ground) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
    if (name !== null) context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, size, size);
    return Array.from({ length: size * size }, (_none, at) => {
      const [r, g, b] = [0, 1, 2].map((part) => channel(data[at * 4 + part] / 255));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
  });
})`;

const contrast = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

describe('the drawings on the toolbar’s button', () => {
  let browser: DrivenBrowser;
  let page: DrivenPage;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en' }));
    page = await browser.newPage();
    await page.goto(browser.address('welcome.html'));
  });

  const greysOf = async (name: string | null, size: number) =>
    (await page.evaluate(
      `${readGreys}(${JSON.stringify(name)}, ${size}, ${JSON.stringify(toolbars)})`,
    )) as number[][];
  test.each(sizes)('are seen at %i px on light and on dark toolbars', async (size) => {
    const grounds = (await greysOf(null, size)).map(([grey]) => grey as number);
    for (const name of drawings)
      for (const [at, greys] of (await greysOf(name, size)).entries()) {
        const seen = greys.filter((grey) => contrast(grey, grounds[at] as number) >= 3).length;
        expect(seen / greys.length, `${name} on ${toolbars[at]}`).toBeGreaterThan(0.15);
      }
  });

  test.each(sizes)('are told apart at %i px without colour, recording or not', async (size) => {
    const greys = await Promise.all(drawings.map(async (name) => (await greysOf(name, size)).at(0) ?? []));
    for (const [at, one] of greys.entries())
      for (const [beside, other] of greys.slice(at + 1).entries()) {
        const differing = one.filter((grey, pixel) => contrast(grey, other[pixel] as number) >= 2).length;
        const pair = `${drawings[at]} and ${drawings[at + 1 + beside]}`;
        expect(differing / one.length, pair).toBeGreaterThan(0.04);
      }
  });
});
