import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cover } from '../../core/capture/review/cover';
import type { PersonalPlace } from '../../core/personal/personal-place';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { faultsInEveryDress } from '../builders/axe-faults';
import { serveReview } from '../builders/review/serve';
import { stageHere } from '../builders/stage-here';
import { ofMatrix } from '../run/whole-run';

const places: readonly PersonalPlace[] = [
  { kind: 'account-name', x: 40, y: 40.3, w: 130, h: 22 },
  { kind: 'phone', x: 40, y: 130, w: 160.6, h: 22 },
  { kind: 'frame', x: 560, y: 200, w: 340, h: 220 },
  { kind: 'mail', x: 600, y: 260, w: 190, h: 22 },
];
const ask = { w: 1250, h: 1500, scale: 1.25, part: { x: 0, y: 0, w: 1000, h: 1200 }, places, language: 'en' };

let server: Awaited<ReturnType<typeof serveReview>>;
let browser: DrivenBrowser;
let page: DrivenPage;
const errors: string[] = [];

beforeAll(async () => {
  server = await serveReview();
  ({ browser } = await stageHere({ language: 'en' }));
});
afterAll(async () => {
  await server?.close();
  expect(errors).toEqual([]);
});

async function open(more: Partial<typeof ask> = {}, width = 1280): Promise<DrivenPage> {
  const opened = await browser.newPage();
  await opened.setViewportSize({ width, height: 800 });
  opened.on('pageerror', (error) => errors.push(String(error)));
  opened.on('console', (message) => errors.push(message.text()));
  await opened.goto(server.address);
  await opened.evaluate(`start(${JSON.stringify({ ...ask, ...more })})`);
  await opened.waitForSelector('.stage canvas');
  return opened;
}
beforeEach(async () => {
  await page?.close();
  page = await open();
});

const result = <T>(what: string) => page.evaluate(`window.result.${what}`) as Promise<T>;
const row = (id: number, what: 'Covered' | 'Visible') =>
  `[data-row="${id}"] .decide button:text-is("${what}")`;
const isDisabled = () => page.isDisabled('.primary');
const reason = () => page.textContent('.reason');
const boxOf = async (id: number) => {
  const box = await page.locator(`[data-cover="${id}"]`).boundingBox();
  if (box === null) throw new Error(`no cover ${id}`);
  return box;
};
async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await page.mouse.move(...to);
  await page.mouse.up();
}

/** For each kept cover how many colours are under it, and whether anything else was changed. Runs in the page. */
const pixels = `(() => {
  const { picture, filled, covers } = window.result;
  const before = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height).data;
  const after = filled.getContext('2d').getImageData(0, 0, filled.width, filled.height).data;
  const kept = covers.filter(({ state }) => state === 'kept');
  const colours = kept.map(({ x, y, w, h }) => {
    const seen = new Set();
    for (let row = y; row < y + h; row += 1)
      for (let column = x; column < x + w; column += 1) {
        const at = (row * filled.width + column) * 4;
        seen.add(after.slice(at, at + 4).join());
      }
    return [...seen];
  });
  let strays = 0;
  for (let at = 0; at < after.length; at += 4) {
    const x = (at / 4) % filled.width;
    const y = Math.floor(at / 4 / filled.width);
    const isCovered = kept.some((c) => x >= c.x - 1 && x < c.x + c.w + 1 && y >= c.y - 1 && y < c.y + c.h + 1);
    if (!isCovered && [0, 1, 2, 3].some((n) => before[at + n] !== after[at + n])) strays += 1;
  }
  return { colours, strays };
})()`;

describe('by mouse', { timeout: 60_000 }, () => {
  test('nothing goes on before each suggestion was kept or removed', async () => {
    expect(await isDisabled()).toBe(true);
    expect(await reason()).toBe('4 suggestions are not reviewed yet.');
    for (const id of [1, 2, 4]) await page.click(row(id, 'Covered'));
    expect(await reason()).toBe('1 suggestion is not reviewed yet.');
    // A press by a script on the dead button does nothing either.
    await page.evaluate(`document.querySelector('.primary').click()`);
    expect(await result('covers')).toBeNull();
    await page.click(row(3, 'Visible'));
    expect(await reason()).toBe('All reviewed. 3 covered for good, 1 will be visible.');
    await page.click('.primary');
    const covers = await result<Cover[]>('covers');
    expect(covers.map(({ state }) => state)).toEqual(['kept', 'kept', 'removed', 'kept']);
  });

  test('all that are left are kept by one press, and by undoing it are open again', async () => {
    await page.click(row(3, 'Visible'));
    await page.click('text="Cover all 3"');
    expect(await isDisabled()).toBe(false);
    await page.click('text="Undo"');
    expect(await isDisabled()).toBe(true);
    expect(await reason()).toBe('3 suggestions are not reviewed yet.');
    await page.click('text="Redo"');
    expect(await isDisabled()).toBe(false);
  });

  test('a cover is drawn, moved, sized and removed; the filled picture is one colour there, and as it was elsewhere', async () => {
    const { x, y } = await boxOf(1);
    await drag([x + 40, y + 330], [x + 240, y + 390]);
    expect(await page.locator('.cover').count()).toBe(5);
    const drawn = await boxOf(5);
    expect(drawn.width).toBeCloseTo(200, -1);
    await drag([drawn.x + 100, drawn.y + 30], [drawn.x + 150, drawn.y + 80]);
    const moved = await boxOf(5);
    expect(moved.x - drawn.x).toBeCloseTo(50, -1);
    expect(moved.width).toBeCloseTo(drawn.width, 0);
    await drag(
      [moved.x + moved.width, moved.y + moved.height],
      [moved.x + moved.width + 60, moved.y + moved.height + 40],
    );
    const sized = await boxOf(5);
    expect(sized.width - moved.width).toBeCloseTo(60, -1);
    // One drag is one step back.
    await page.click('text="Undo"');
    expect((await boxOf(5)).width).toBeCloseTo(moved.width, 0);
    await page.click('text="Redo"');
    // A suggestion that is moved is kept; the cover within the frame can be taken hold of.
    const mail = await boxOf(4);
    await drag([mail.x + 30, mail.y + 10], [mail.x + 40, mail.y + 10]);
    expect(await page.textContent('[data-row="4"] .state')).toBe('covered');
    await page.click(row(3, 'Visible'));
    await page.click('text="Cover all 2"');
    await page.click('.primary');
    const { colours, strays } = (await page.evaluate(pixels)) as { colours: string[][]; strays: number };
    expect(colours).toHaveLength(4);
    for (const colour of colours) expect(colour).toEqual(['58,53,39,255']);
    expect(strays).toBe(0);
    await page.click(row(5, 'Visible'));
    expect(await page.locator('.cover').count()).toBe(4);
  });

  test('what was suggested lies whole under its cover', async () => {
    await page.click('text="Cover all 4"');
    await page.click('.primary');
    const covers = await result<Cover[]>('covers');
    for (const [n, place] of places.entries()) {
      const { x, y, w, h } = covers[n] as Cover;
      expect(x).toBeLessThanOrEqual((place.x - 1) * ask.scale);
      expect(y).toBeLessThanOrEqual((place.y - 1) * ask.scale);
      expect(x + w).toBeGreaterThanOrEqual((place.x + place.w + 1) * ask.scale);
      expect(y + h).toBeGreaterThanOrEqual((place.y + place.h + 1) * ask.scale);
    }
  });

  test('discarding asks once, and can be called off', async () => {
    await page.click('text="Discard"');
    expect(await result('discarded')).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Go on reviewing');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Discard');
    await page.click('text="Discard"');
    await page.click('text="Discard it"');
    expect(await result('discarded')).toBe(1);
  });

  test('zooming keeps covers on their places', async () => {
    const before = await boxOf(2);
    await page.click('[aria-label="Zoom in"]');
    await page.click('[aria-label="Zoom in"]');
    expect((await boxOf(2)).width / before.width).toBeCloseTo(1.25 ** 2, 1);
    await page.click('text="Fit width"');
    expect((await boxOf(2)).width).toBeCloseTo(before.width, 0);
  });
});

describe('what will be seen', { timeout: 60_000 }, () => {
  const stateOf = (id: number) => page.textContent(`[data-row="${id}"] .state`);
  const pressed = (id: number) => page.textContent(`[data-row="${id}"] .decide [aria-pressed=true]`);

  test('a row says in words what becomes of the place, shows what lies there, and turns amber where it will be seen', async () => {
    expect(await pressed(3)).toBe('Covered');
    expect(await page.locator('.covers .thumbnail').count()).toBe(4);
    const colours = (await page.evaluate(`[...document.querySelectorAll('.thumbnail')].map((one) => {
      const { data } = one.getContext('2d').getImageData(0, 0, one.width, one.height);
      return new Set(new Uint32Array(data.buffer)).size;
    })`)) as number[];
    for (const count of colours) expect(count).toBeGreaterThan(5);
    const ground = `getComputedStyle(document.querySelector('[data-row="3"]')).backgroundColor`;
    const before = await page.evaluate(ground);
    await page.click(row(3, 'Visible'));
    expect(await stateOf(3)).toBe('WILL BE VISIBLE');
    expect(await pressed(3)).toBe('Visible');
    expect(await page.locator('[data-row="3"] .eye').count()).toBe(1);
    expect(await page.evaluate(ground)).not.toBe(before);
    const struck = `[...document.querySelectorAll('.covers *')].filter((one) => getComputedStyle(one).textDecorationLine === 'line-through').length`;
    expect(await page.evaluate(struck)).toBe(0);
  });

  test('a phone or mail is shown only after one more yes; the harmless answer has the focus', async () => {
    await page.click(row(2, 'Visible'));
    expect(await stateOf(2)).toBe('covered, to review');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Leave it covered');
    await page.keyboard.press('Enter');
    expect(await stateOf(2)).toBe('covered, to review');
    expect(await page.locator('.ask').count()).toBe(0);
    await page.click(row(2, 'Visible'));
    await page.click('text="Yes, show it"');
    expect(await stateOf(2)).toBe('WILL BE VISIBLE');
    // By the letter too.
    await page.focus('[data-cover="4"]');
    await page.keyboard.press('v');
    expect(await stateOf(4)).toBe('covered, to review');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.dataset.cover')).toBe('4');
    expect(await stateOf(4)).toBe('covered, to review');
  });

  test('what was found stays covered, however its cover is dragged and sized', async () => {
    const { x, y, width, height } = await boxOf(2);
    await drag([x + 20, y + 5], [x + 180, y + 95]);
    const after = await boxOf(2);
    expect(after.x).toBeCloseTo(x, 0);
    expect(after.y).toBeCloseTo(y, 0);
    expect(after.width).toBeGreaterThan(width + 100);
    await page.focus('[data-cover="2"]');
    for (let n = 0; n < 60; n += 1) await page.keyboard.press('Shift+ArrowUp');
    const small = await boxOf(2);
    expect(small.height).toBeGreaterThanOrEqual(height - 0.5);
  });
});

describe('by keyboard alone', { timeout: 60_000 }, () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(`document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`);
  const tabTo = async (name: RegExp) => {
    for (let n = 0; n < 60; n += 1) {
      await press('Tab');
      if (name.test(String(await focused()))) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  const said = () => page.textContent('[role=status]');

  test('everything can be done, is said aloud, and the focus is always seen', async () => {
    await tabTo(/^Next to review$/);
    await press('Enter');
    expect(await focused()).toMatch(/^Cover 1: Name, covered, to review/);
    await press('Enter');
    expect(await said()).toBe('Cover 1 stays. 3 left to review.');
    await tabTo(/^Cover 2:/);
    await press('ArrowRight', 'ArrowRight', 'Control+ArrowDown', 'Shift+ArrowRight');
    expect(await said()).toBe('2: 47 from the left, 160 from the top, 231 wide, 34 high');
    expect(await page.textContent('[data-row="2"] .state')).toBe('covered');
    await press('Control+z', 'Control+z', 'Control+z');
    expect(await page.textContent('[data-row="2"] .state')).toBe('covered, to review');
    await press('Control+y', 'Control+Shift+Z');
    expect(await page.textContent('[data-row="2"] .state')).toBe('covered');
    await tabTo(/^Cover 3:/);
    // Delete means to take away what is there: here it would show it.
    await press('Delete', 'Backspace');
    expect(await page.textContent('[data-row="3"] .state')).toBe('covered, to review');
    await press('v');
    expect(await said()).toBe('Part 3 will be visible. 1 left to review.');
    await tabTo(/^Cover 4:/);
    await press('Enter');
    expect(await said()).toBe('Cover 4 stays. All reviewed.');
    expect(await isDisabled()).toBe(false);

    await page.keyboard.press('Shift+Tab');
    for (let n = 0; n < 30 && !/^Add in the middle$/.test(String(await focused())); n += 1)
      await press('Shift+Tab');
    await press('Enter');
    expect(await focused()).toMatch(/^Cover 5: Added by you, covered/);
    const before = await boxOf(5);
    await press('ArrowUp', 'Shift+ArrowDown');
    expect((await boxOf(5)).y).toBeLessThan(before.y);
    expect((await boxOf(5)).height).toBeGreaterThan(before.height);
    await press('v');
    expect(await page.locator('.cover').count()).toBe(4);
    expect(await page.evaluate(`document.activeElement.className`)).toBe('stage');
    await tabTo(/^Continue$/);
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).not.toBe('none');
    await press('Enter');
    expect((await result<Cover[]>('covers')).map(({ state }) => state)).toEqual([
      'kept',
      'kept',
      'removed',
      'kept',
    ]);
  });

  test('each thing that takes the focus shows it and has a name', async () => {
    const seen = new Set<string>();
    for (let n = 0; n < 40; n += 1) {
      await press('Tab');
      if (await page.evaluate('document.activeElement === document.body')) break;
      const name = String(await focused());
      seen.add(name);
      expect(name.trim()).not.toBe('');
      expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`), name).not.toBe(
        'none',
      );
    }
    for (const id of [1, 2, 3, 4])
      for (const what of ['Cover', 'Show cover', 'Covered,', 'Visible,'])
        expect(
          [...seen].some((name) => name.startsWith(`${what} ${id}:`)),
          `${what} ${id}`,
        ).toBe(true);
  });
});

describe('by finger', { timeout: 60_000 }, () => {
  test('a drag scrolls, and draws once the tool was taken up', async () => {
    const opened = await open({}, 360);
    const { x, y } = (await opened.locator('.stage').boundingBox()) as { x: number; y: number };
    const at = (n: number) => ({ x: Math.round(x) + 60 + n * 20, y: Math.round(y) + 250 + n * 10 });
    const swipe = () => browser.swipe(opened, [0, 1, 2, 3, 4, 5].map(at));
    await swipe();
    expect(await opened.locator('.cover').count()).toBe(4);
    await opened.click('text="Draw a cover"');
    await swipe();
    await opened.waitForSelector('[data-cover="5"]');
    expect(await opened.getAttribute('text="Draw a cover"', 'aria-pressed')).toBe('false');
    await opened.close();
  });
});

describe('whatever is captured', { timeout: 120_000 }, () => {
  test('a page of 16,384 pixels is drawn where one looks, down to its last cover', async () => {
    const many = Array.from(
      { length: 300 },
      (_, n) => ({ kind: 'phone', x: 40, y: 20 + n * 54, w: 200, h: 20 }) as const,
    );
    const opened = await open({
      w: 1280,
      h: 16_384,
      scale: 1,
      part: { x: 0, y: 0, w: 1280, h: 16_384 },
      places: many,
    });
    const drawn = () =>
      opened.evaluate(`[...document.querySelectorAll('.tile')].map((tile) => tile.width > 0)`) as Promise<
        boolean[]
      >;
    await expect.poll(async () => (await drawn())[0]).toBe(true);
    expect((await drawn()).at(-1)).toBe(false);
    await opened.click('[data-row="300"] .show');
    await expect.poll(async () => (await drawn()).at(-1)).toBe(true);
    expect((await drawn())[0]).toBe(false);
    const [stage, last] = await Promise.all(
      ['.stage', '[data-cover="300"]'].map((selector) => opened.locator(selector).boundingBox()),
    );
    expect(last && stage && last.y >= stage.y && last.y + last.height <= stage.y + stage.height).toBe(true);
    await opened.click('text="Cover all 300"');
    expect(await opened.isDisabled('.primary')).toBe(false);
    await opened.close();
  });

  test('where nothing was found it says that the person must look', async () => {
    const opened = await open({ places: [] });
    expect(await opened.textContent('.nothing')).toContain('Look yourself');
    expect(await opened.textContent('.reason')).toBe('All reviewed. Nothing will be covered.');
    await opened.close();
  });

  test.each(ofMatrix([1280, 360], [360]))(
    'axe finds nothing in either language, light or dark, %i px wide',
    async (width) => {
      const opened = await open({}, width);
      await opened.click('[data-row="1"] .decide button:nth-child(1)');
      await opened.click('[data-row="2"] .decide button:nth-child(2)');
      expect(await faultsInEveryDress(opened, ['en', 'id'])).toEqual([]);
      expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await opened.close();
    },
  );
});
