import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRecording } from '../../demo/begin-recording';
import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';
import { launchBrowser } from '../../demo/drive/launch';
import { type DemoServer, startDemoServer } from '../../demo/server';
import { browserHere, builtHere, launchHere } from '../builders/browser-here';
import { endOf, startCapture } from '../builders/take-capture';
import { toldOn } from '../builders/told-in-toolbar';
import { type Happening, isKnown } from '../builders/unseen/known-traces';
import { allowedGap } from '../builders/unseen/measure-gaps';
import { type Findings, ProbePage } from '../builders/unseen/probe-page';
import { probes } from '../builders/unseen/probes';
import { idleVariant, sinningVariant } from '../builders/unseen/sinning-variant';

const pages = new ProbePage();
const [idle, sinning] = [idleVariant(builtHere), sinningVariant(builtHere)];
/** Beside an extension that does nothing, beside ours, and beside one that betrays itself. */
let alone: DrivenBrowser;
let ours: DrivenBrowser;
let betraying: DrivenBrowser;
/** What the page finds when it is alone: look by look, and after it moved on. */
const looks: Findings[] = [];
let moved: Findings = {};
let server: DemoServer;

const open = async (browser: DrivenBrowser): Promise<{ page: DrivenPage; id: string }> => {
  const { id, address } = pages.address();
  const page = await browser.newPage();
  await page.goto(address);
  return { page, id };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

/** The probes' sentences that do not hold, each with what was found with us and without. */
const traces = (found: Findings, without: Findings | undefined, happening: Happening = 'load'): string[] =>
  probes.flatMap(({ id, says }) => {
    const [now, then] = [found[id], without?.[id]].map((one) => JSON.stringify(one)?.slice(0, 2000));
    if (now === then || isKnown(id, happening, browserHere)) return [];
    return [`${id}: ${says}. Found ${now}, without us ${then}`];
  });

beforeAll(async () => {
  server = await startDemoServer([pages.host]);
  alone = await launchHere({ ...server, extensionPath: idle, language: 'en' });
  ours = await launchHere({ ...server, language: 'en' });
  betraying = await launchBrowser(browserHere, { ...server, extensionPath: sinning, language: 'en' });
  const madeUp = {
    Chromium: 'abcdefghijklmnopabcdefghijklmnop',
    Firefox: '99999999-2222-4333-8444-555555555555',
  };
  pages.root = `${ours.address('').split('//')[0]}//${madeUp[browserHere]}/`;
  const { id } = await open(alone);
  for (let look = 0; look < 4; look += 1) {
    await settled();
    looks.push(await pages.ask(id, 'look'));
  }
  const again = await open(alone);
  await settled();
  expect(traces(await pages.ask(again.id, 'look'), looks[0]), 'the page finds the same twice').toEqual([]);
  const moving = await open(alone);
  await pages.ask(moving.id, 'move');
  await settled();
  moved = await pages.ask(moving.id, 'look');
});
afterAll(async () => {
  for (const browser of [alone, ours, betraying]) await browser?.close();
  await server?.close();
  for (const folder of [idle, sinning]) rmSync(folder, { recursive: true, force: true });
});

test('there are more than 25 probes, each a sentence', () => {
  expect(probes.length).toBeGreaterThan(25);
  expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
  for (const { says } of probes) expect(says).toMatch(/^[A-Z].{15,}[^.]$/);
  expect(probes.filter(({ id }) => String(looks[0]?.[id]).startsWith('not looked'))).toEqual([]);
});

describe('a page beside our extension finds nothing', () => {
  beforeAll(() => {
    pages.root = ours.address('');
  });
  const openJudged = async () => {
    const opened = await open(ours);
    await expect.poll(() => toldOn(ours, opened.page), { timeout: 20_000 }).toBe('tokopedia');
    await settled();
    return opened;
  };

  test('when it is read and judged, nor when the popup is opened on it', async () => {
    const { page, id } = await openJudged();
    expect.soft(traces(await pages.ask(id, 'look'), looks[0])).toEqual([]);
    const popup = await ours.openPopup(page);
    await popup.waitFor(`document.querySelector('main.state-tokopedia') !== null`, 10_000);
    await settled();
    expect.soft(traces(await pages.ask(id, 'look'), looks[1], 'popup')).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('when it moved on within itself, and its program’s data were looked into', async () => {
    const { page, id } = await openJudged();
    await pages.ask(id, 'move');
    await expect.poll(() => toldOn(ours, page), { timeout: 20_000 }).toBe('stale');
    await settled();
    const found = await pages.ask(id, 'look');
    expect.soft(traces(found, moved, 'move')).toEqual([]);
    expect(found['react-proxies'], 'it was looked into').not.toEqual([]);
    await page.close();
  });

  test.each(['visible', 'full'] as const)('after a capture of what is %s', async (extent) => {
    const { page, id } = await openJudged();
    const capture = await startCapture(ours, page, extent);
    expect(await endOf(capture)).toBeNull();
    await settled();
    expect.soft(traces(await pages.ask(id, 'look'), looks[0], 'capture')).toEqual([]);
    await capture.close();
    await page.close();
  });

  test('while its hosts are counted for the record', async () => {
    const logbook = await ours.newPage();
    await logbook.goto(ours.address('logbook.html'));
    await logbook.waitForSelector('.consent');
    await beginRecording(logbook);
    const { page, id } = await openJudged();
    // The hosts are told two seconds after they were seen.
    await page.waitForTimeout(2400);
    expect.soft(traces(await pages.ask(id, 'look'), looks[0], 'recording')).toEqual([]);
    await page.close();
  });
});

describe('a page beside an extension that betrays itself finds it', () => {
  let page: DrivenPage;
  beforeAll(async () => {
    pages.root = betraying.address('');
    page = await betraying.newPage();
  });

  test.each(probes.map((probe) => [probe.id]))('by the probe “%s”', async (name) => {
    const { id, address } = pages.address(name);
    await page.goto(address);
    let isFound = false;
    for (const without of looks) {
      const found = await pages.ask(id, 'look');
      isFound = JSON.stringify(found[name]) !== JSON.stringify(without[name]);
      if (isFound) break;
      await settled();
    }
    expect(isFound).toBe(true);
  });
});

test('no work of a page waits for ours, as far as it can tell', async () => {
  const measure = async (browser: DrivenBrowser, sin = '') => {
    const page = await browser.newPage();
    const gap = await pages.measureGap((address) => page.goto(address), sin);
    await page.close();
    return gap;
  };
  const first: number[] = [];
  const withUs: number[] = [];
  const second: number[] = [];
  const heldUp: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    first.push(await measure(alone));
    withUs.push(await measure(ours));
    second.push(await measure(alone));
    heldUp.push(await measure(betraying, 'gaps'));
  }
  const least = [first, second, withUs, heldUp].map((gaps) => Math.min(...gaps).toFixed(1));
  const allowed = allowedGap(first, second);
  console.log(
    `longest wait of a page in ms, least of 5: alone ${least[0]} and ${least[1]}, with us ${least[2]}, held up ${least[3]}; allowed ${allowed.toFixed(1)}`,
  );
  expect(Math.min(...withUs)).toBeLessThanOrEqual(allowed);
  expect(Math.min(...heldUp), 'a script that holds it up is found').toBeGreaterThan(allowed);
});
