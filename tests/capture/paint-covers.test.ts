import { expect, test } from 'vitest';
import type { Cover } from '../../core/capture/review/cover';
import { coverColours, paintCovers } from '../../core/capture/review/paint-covers';

const cover = (more: Partial<Cover>): Cover => ({
  id: 1,
  kind: 'phone',
  by: 'auto',
  state: 'kept',
  x: 10,
  y: 10,
  w: 20,
  h: 8,
  ...more,
});

/** A ground of one colour, painted on pixel by pixel. */
function ground(w: number, h: number) {
  const pixels = new Map<string, string>();
  return {
    fillStyle: '' as unknown,
    fillRect(x: number, y: number, width: number, height: number) {
      for (let row = Math.max(0, y); row < Math.min(h, y + height); row += 1)
        for (let column = Math.max(0, x); column < Math.min(w, x + width); column += 1)
          pixels.set(`${column} ${row}`, String(this.fillStyle));
    },
    pixels,
  };
}

const light = (hex: string): number => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [lower = 0, higher = 0] = [light(a), light(b)].toSorted((x, y) => x - y);
  return (higher + 0.05) / (lower + 0.05);
};

test('a cover is seen on every ground: its edge or its fill stands out by 3:1, and the edge against the fill', () => {
  expect(contrast(coverColours.edge, coverColours.fill)).toBeGreaterThan(9);
  for (let grey = 0; grey < 256; grey += 1) {
    const colour = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
    const best = Math.max(contrast(colour, coverColours.edge), contrast(colour, coverColours.fill));
    expect(best, colour).toBeGreaterThanOrEqual(3);
  }
});

test('each cover has its edge all around, and none runs through another cover', () => {
  const brush = ground(80, 60);
  paintCovers(
    brush,
    [cover({}), cover({ x: 25, y: 14, w: 30, h: 20 }), cover({ x: 60, y: 40, state: 'removed' })],
    2,
  );
  expect(brush.pixels.get('8 8')).toBe(coverColours.edge);
  expect(brush.pixels.get('31 17')).toBe(coverColours.fill);
  expect(brush.pixels.get('24 15')).toBe(coverColours.fill);
  expect(brush.pixels.get('29 17')).toBe(coverColours.fill);
  expect(brush.pixels.has('62 42')).toBe(false);
});
