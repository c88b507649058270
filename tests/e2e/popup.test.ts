import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '../../core/explanation/words';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import type { DemoServer } from '../../demo/server';
import { NEXT_VIDEO_ADDRESS, pageNamed } from '../../demo/shop/demo-pages';
import { type DemoState, demoStates, openPopupPage, openState } from '../../demo/states';
import { browserHere, launchHere, serveHere } from '../builders/browser-here';
import { stageHere } from '../builders/stage-here';
import { type Told, toldOn } from '../builders/told-in-toolbar';
import { isWholeRun, ofMatrix } from '../run/whole-run';

/** Per state of the popup: what the toolbar tells, and words that its sentence must hold in each language. */
const expected: Record<string, { told: Told; id: string; en: string }> = {
  'tokopedia-video': {
    told: 'tokopedia',
    id: 'diproses PT Tokopedia, menurut',
    en: 'processed by PT Tokopedia, according to',
  },
  'tokopedia-product': {
    told: 'tokopedia',
    id: 'diproses PT Tokopedia, menurut',
    en: 'Orders from this page',
  },
  'other-region': { told: 'other-region', id: 'wilayah lain', en: 'other regions' },
  none: { told: 'none', id: 'tidak memuat keranjang kuning', en: 'has no yellow basket' },
  photo: { told: 'none', id: 'tidak memuat keranjang kuning', en: 'has no yellow basket' },
  dropped: { told: 'unknown', id: 'mungkin sudah dihapus', en: 'may have been removed' },
  conflicting: { told: 'unknown', id: 'saling bertentangan', en: 'contradict each other' },
  drift: { told: 'unknown', id: 'belum kami kenali', en: 'do not recognise this page' },
  unreadable: { told: 'unknown', id: 'tidak dapat membaca', en: 'could not read' },
  stale: { told: 'stale', id: 'Muat ulang', en: 'reload' },
  live: { told: 'unknown', id: 'siaran langsung', en: 'live room' },
  profile: { told: 'browse', id: 'bukan tempat membeli', en: 'no page to buy on' },
  feed: { told: 'tokopedia', id: 'di data program halaman', en: 'in the data of the page’s program' },
  search: { told: 'browse', id: 'Keranjang yang terlihat', en: 'Baskets in view' },
  'live-basket': { told: 'unknown', id: 'Ada keranjang terbuka', en: 'A basket is open' },
  'robot-check': { told: 'unknown', id: 'pemeriksaan robot', en: 'robot check' },
  seller: { told: 'seller', id: 'untuk penjual', en: 'for sellers' },
  native: { told: 'native', id: 'Anda sedang di Tokopedia', en: 'You are on Tokopedia' },
  'look-alike': { told: 'lookalike', id: 'Awas', en: 'Careful' },
  outside: { told: 'elsewhere', id: 'bukan milik TikTok', en: 'neither to TikTok' },
  'rules-old': { told: 'tokopedia', id: 'Mungkin sudah usang', en: 'may be out of date' },
};

/** What a browser shows of a popup without scrolling. */
const inView = 600;
const heightOfAll = `document.querySelector('main').getBoundingClientRect().height`;

/** Its words are the same in both browsers: at each change one is asked in each language. */
const spoken = ofMatrix(['id', 'en'] as const, [browserHere === 'Firefox' ? 'en' : 'id'] as const);
/** The second browser draws the same parts: at each change it shows every sixth of the states. */
const shownHere = <T>(all: readonly T[]): T[] =>
  all.filter((_one, place) => isWholeRun || browserHere === 'Chromium' || place % 6 === 0);
const states = shownHere(demoStates);

/** Where nobody knows who handles the order help is the main press; where nothing is bought it is there for one who has ordered. */
const waysToHelp: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['unreadable', 'drift', 'conflicting', 'live', 'live-basket', 'robot-check', 'other-region'].map(
      (name) => [name, '.fold-rights'],
    ),
  ),
  ...Object.fromEntries(['none', 'photo', 'profile'].map((name) => [name, '.folds > .fold-rights'])),
};
/** What is laid out by the same rules in both browsers: at each change one of them shows it. */
const onceAtEachChange = test.runIf(isWholeRun || browserHere === 'Chromium');

describe.each(spoken)('the popup in a browser that speaks "%s"', (language) => {
  let browser: DrivenBrowser;

  beforeAll(async () => {
    ({ browser } = await stageHere({ language }));
  });

  test.each(states.map((state) => [state.name, state] as [string, DemoState]))(
    'answers on %s in words, toolbar and title',
    async (name, state) => {
      const { page, popup } = await openState(browser, state);
      const wanted = expected[name];
      const height = Number(await popup.evaluate(heightOfAll));
      expect(height, 'the first screen fits 360 x 600').toBeLessThanOrEqual(inView);
      const answerEnds = Number(
        await popup.evaluate(
          `Math.max(...[...document.querySelectorAll('.answer, .path, .leave')].map((part) => part.getBoundingClientRect().bottom))`,
        ),
      );
      expect(answerEnds, 'answer, path and way out are seen without scrolling').toBeLessThanOrEqual(inView);
      const beyond = await popup.evaluate(
        `[...document.querySelectorAll('main, main *')].filter((part) => part.getBoundingClientRect().right > 360.5).length`,
      );
      expect(beyond, 'nothing reaches beyond the right edge').toBe(0);
      const help = waysToHelp[name];
      if (help !== undefined) {
        const step = `document.querySelector('.next-step')?.textContent ?? ''`;
        expect(await popup.evaluate(step), 'something to do').toMatch(/\.$/);
        const fold = `document.querySelector('${help} > summary') !== null`;
        expect(await popup.evaluate(fold), 'the way to help').toBe(true);
      } else if (['seller', 'outside'].includes(name))
        expect(await popup.evaluate(`document.querySelector('.next-step').textContent`)).toMatch(/\.$/);
      await popup.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
      const shown = await popup.text();
      expect(shown).toContain(wanted?.[language]);
      expect(shown).toContain(language === 'id' ? 'bukan nasihat hukum' : 'not legal advice');
      const answer = String(await popup.evaluate(`document.querySelector('.answer').textContent`));
      // The toolbar follows the answer, which the person waits for.
      await expect.poll(() => browser.titleOf(page), { timeout: 5000 }).toContain(answer);
      expect(await toldOn(browser, page)).toBe(wanted?.told);
      // A badge would cover the drawing.
      expect(await browser.badgeOf(page)).toBe(name === 'look-alike' ? '!' : '');
      await popup.close();
      await page.close();
    },
  );

  test('tells a shopper without a press: the answer, who says so, whose it is, the rule, the dispute, the way to help', async () => {
    const { page, popup } = await openState(browser, demoStates[0] as DemoState);
    const words = wordsIn(language);
    const bottomOf = (selector: string) =>
      popup.evaluate(`(() => {
        const part = document.querySelector('${selector}');
        const { bottom, height } = part.getBoundingClientRect();
        return height > 0 ? bottom : Infinity;
      })()`);
    const size = (selector: string) =>
      popup.evaluate(`parseFloat(getComputedStyle(document.querySelector('${selector}')).fontSize)`);
    for (const part of [
      '.answer .handler',
      '.answer .after',
      '.owned',
      '.fold-rule .lead',
      '.fold-disputed .lead',
      '.fold-rights > summary',
      '.main-press > .copy',
    ])
      expect(await bottomOf(part), part).toBeLessThanOrEqual(inView);
    expect(Number(await size('.answer .handler'))).toBeGreaterThan(2 * Number(await size('.answer .after')));
    expect(await popup.evaluate('document.title')).toBe(
      await popup.evaluate(`document.querySelector('h1').textContent`),
    );
    expect(await popup.evaluate(`document.querySelector('.owned').textContent`)).toMatch(/^75[.,]01 % /);
    // The bracket begins over the middle of the one drawing and ends over the middle of the other.
    const middles = await popup.evaluate(`(() => {
      const { left, right } = document.querySelector('.owned').getBoundingClientRect();
      const [one, other] = [...document.querySelectorAll('.path-icon')].map((icon) => icon.getBoundingClientRect());
      return [left - (one.left + one.right) / 2, right - (other.left + other.right) / 2].map(Math.abs);
    })()`);
    for (const off of middles as number[]) expect(off).toBeLessThan(1);
    // What ends the name's line is heard and copied, not drawn.
    expect(await popup.evaluate(`document.querySelector('.handler + span').className`)).toBe('unseen');
    expect(await popup.evaluate(`document.querySelector('.handler').textContent`)).toBe(
      words.say('path.market'),
    );
    await popup.evaluate(`document.querySelector('.fold-rights > summary').click()`);
    await popup.waitFor(
      `document.querySelector('.fold-rights .help').getBoundingClientRect().height > 0`,
      3000,
    );
    const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
    const named = (await browser.heard(screen)).filter(({ name }) => name === words.say('options.heading'));
    expect(
      named.map(({ role }) => role),
      'the way to the options is told once',
    ).toEqual(['link']);
    await screen.close();
    await page.close();
  });

  onceAtEachChange(
    'stays on the first screen with its form open and a question passed over, which says so',
    async () => {
      for (const name of ['search', 'drift']) {
        const { page, popup } = await openState(
          browser,
          demoStates.find((state) => state.name === name) as DemoState,
        );
        await popup.evaluate(`document.querySelector('.open-wrong').click()`);
        await popup.waitFor(`document.querySelector('.wrong-form') !== null`, 3000);
        await popup.evaluate(`document.querySelector('.save-wrong').click()`);
        await popup.waitFor(`document.querySelector('fieldset:has([name=basket]) .missing') !== null`, 3000);
        expect(Number(await popup.evaluate(heightOfAll)), name).toBeLessThanOrEqual(inView);
        await popup.close();
        await page.close();
      }
    },
  );

  onceAtEachChange(
    'moves nothing while flows are recorded, nor at the press that chooses what to capture',
    async () => {
      const { page, popup } = await openState(browser, demoStates[0] as DemoState);
      const screen = await openPopupPage(browser, popup, { colorScheme: 'light' });
      const height = Number(await screen.evaluate(heightOfAll));
      await screen.click('.to-capture');
      expect(Number(await screen.evaluate(heightOfAll)) - height, 'choosing').toBeCloseTo(0, 0);
      await screen.evaluate(
        `chrome.storage.local.set({ recording: { on: true, study: 'uji-coba', since: '2026-11-24T05:00:00.000Z', stopped: null } })`,
      );
      await screen.reload();
      await screen.waitForSelector('.masthead .recording-sign');
      expect(Number(await screen.evaluate(heightOfAll)) - height, 'recording').toBeCloseTo(0, 0);
      await screen.evaluate(`chrome.storage.local.remove('recording')`);
      await screen.close();
      await page.close();
    },
  );

  onceAtEachChange('has one press that comes first, also where that is to reload', async () => {
    const yellow = `[...document.querySelectorAll('main :is(button, summary)')].filter((part) => !part.closest('.languages') && getComputedStyle(part).backgroundColor === 'rgb(255, 200, 0)').map((part) => part.textContent)`;
    for (const name of ['tokopedia-video', 'stale', 'dropped', 'native', 'look-alike']) {
      const { page, popup } = await openState(
        browser,
        demoStates.find((state) => state.name === name) as DemoState,
      );
      const first = name === 'stale' ? 'popup.reload' : 'popup.rights';
      const wanted = name === 'look-alike' ? [] : [wordsIn(language).say(first)];
      expect(await popup.evaluate(yellow), name).toEqual(wanted);
      expect(await popup.evaluate(`document.querySelector('.reload') !== null`), name).toBe(
        ['stale', 'dropped'].includes(name),
      );
      await popup.close();
      await page.close();
    }
  });

  onceAtEachChange(
    'says once what holds for all baskets of a list, and of each in a few words whose it is',
    async () => {
      const { page, popup } = await openState(
        browser,
        demoStates.find(({ name }) => name === 'search') as DemoState,
      );
      const shorts = (await popup.evaluate(
        `[...document.querySelectorAll('.listed .in-short')].map((part) => part.textContent)`,
      )) as string[];
      expect(shorts).toContain('PT Tokopedia');
      for (const short of shorts) expect(short.length, short).toBeLessThan(30);
      const said = wordsIn(language).tell('who.listed', []).text;
      expect((await popup.text()).split(said)).toHaveLength(2);
      await popup.close();
      await page.close();
    },
  );

  onceAtEachChange('is not cut, and does not overflow, at twice the size of text', async () => {
    for (const name of ['tokopedia-video', 'live-basket', 'look-alike']) {
      const { page, popup } = await openState(
        browser,
        demoStates.find((state) => state.name === name) as DemoState,
      );
      const widths = await popup.evaluate(`(() => {
        document.documentElement.style.fontSize = '200%';
        document.body.style.width = '360px';
        const { scrollWidth, clientWidth } = document.documentElement;
        const beyond = [...document.querySelectorAll('main *')].filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > 360.5).map((part) => part.className || part.tagName);
        return { over: scrollWidth - clientWidth, beyond };
      })()`);
      expect(widths, name).toEqual({ over: 0, beyond: [] });
      await popup.close();
      await page.close();
    }
  });

  test('speaks the other language at one press, and remembers it', async () => {
    const other = language === 'id' ? 'en' : 'id';
    const wanted = expected.none;
    const { page, popup } = await openState(
      browser,
      demoStates.find(({ name }) => name === 'none') as DemoState,
    );
    await popup.evaluate(`document.querySelector('.languages [lang=${other}]').click()`);
    await popup.waitFor(`document.querySelector('.answer').textContent.includes('${wanted?.[other]}')`, 5000);
    await popup.close();
    const again = await browser.openPopup(page);
    await again.waitFor(`document.querySelector('.answer').textContent.includes('${wanted?.[other]}')`, 5000);
    await expect.poll(() => browser.titleOf(page), { timeout: 5000 }).toContain(wanted?.[other]);
    await again.evaluate(`document.querySelector('.languages [lang=${language}]').click()`);
    await again.waitFor(`document.documentElement.lang === '${language}'`, 5000);
    await again.close();
    await page.close();
  });
});

describe('the toolbar and the page', () => {
  let server: DemoServer;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    // Of its own: the extension is loaded anew in it.
    server = await serveHere();
    browser = await launchHere({ ...server, language: 'id' });
  });

  const tells = async (page: DrivenPage, what: Told) =>
    expect.poll(() => toldOn(browser, page), { timeout: 5000 }).toBe(what);

  test('the toolbar answers without the popup being opened', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await tells(page, 'tokopedia');
    await page.goto(pageNamed('video-plain').address);
    await tells(page, 'none');
    await page.close();
  });

  test('an in-page navigation takes the last answer away, and one press reloads the page', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await tells(page, 'tokopedia');
    await page.click('#next-video');
    await page.waitForURL(NEXT_VIDEO_ADDRESS);
    await tells(page, 'stale');
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('.reload') !== null`, 5000);
    const reloaded = page.waitForEvent('load');
    await popup.evaluate(`document.querySelector('.reload').click()`);
    await reloaded;
    // Reloaded, the page holds no state at all: the answer is another one, and still not the neighbour's.
    await tells(page, 'unknown');
    await page.close();
  });

  test('neither the popup nor the background can reach the network, even if they tried', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-plain').address);
    const popup = await browser.openPopup(page);
    const attempt = `fetch('https://www.tiktok.com/probe').then(() => 'sent', () => 'refused')`;
    expect(await popup.evaluate(attempt)).toBe('refused');
    expect(await browser.background.evaluate(attempt)).toBe('refused');
    expect(
      await popup.evaluate(`new Promise((done) => {
      const image = new Image();
      image.onload = image.onerror = () => done('ended');
      image.src = 'https://www.tiktok.com/probe.png';
    })`),
    ).toBe('ended');
    expect(server.requests.filter(({ path }) => path.startsWith('/probe'))).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('a tab from before the installation is read when the popup opens', async () => {
    const page = await browser.newPage();
    await page.goto(pageNamed('video-basket').address);
    await tells(page, 'tokopedia');
    // Reloaded, the extension is new and the tab is older than it: its script there is dead.
    await browser.background.evaluate('chrome.runtime.reload()').catch(() => undefined);
    // Pressed while the extension is away, its button would swallow the press.
    await pause(2000);
    const popup = await browser.openPopup(page);
    await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 5000);
    await popup.close();
    await page.close();
  });
});
