import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../demo/drive/driver';
import type { OtherHost } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { stageHere } from '../builders/stage-here';
import { endOf, readPicture, startCapture } from '../builders/take-capture';
import { isWholeRun, ofMatrix } from '../run/whole-run';

const stateIn = (name: string): string => {
  const found = /<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__"[^>]*>([\s\S]*?)<\/script>/.exec(
    pageNamed(name).html,
  );
  if (found?.[1] === undefined) throw new Error(`${name} has no state`);
  return found[1];
};
const { address } = pageNamed('video-basket');
const id = /\d{10,}/.exec(address)?.[0] ?? '';
/** The same item without its basket: what a page shows that moves on and keeps its address. */
const [withBasket, without] = [stateIn('video-basket'), stateIn('video-plain').replaceAll(/76\d{17}/g, id)];

/** Red while it holds a basket, blue while it does not. */
const changingPages: OtherHost = {
  host: new URL(address).host,
  answer: (path) => {
    const url = new URL(path, address);
    const ms = Number(url.searchParams.get('ms'));
    if (ms === 0) return null;
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><meta charset="utf-8"><title>Video</title><body style="margin:0;background:#e00000">
<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${withBasket}</script>
<script>let at = 0; const states = [${JSON.stringify(withBasket)}, ${JSON.stringify(without)}].map((text) => text.replaceAll('<', '\\\\u003c'));
setInterval(() => { at += 1; document.getElementById('__UNIVERSAL_DATA_FOR_REHYDRATION__').textContent = states[at % 2]; document.body.style.background = at % 2 ? '#0000e0' : '#e00000'; }, ${ms});</script>`,
    };
  },
};

describe('facts and picture', { timeout: 300_000 }, () => {
  let browser: DrivenBrowser;
  beforeAll(async () => {
    ({ browser } = await stageHere({ language: 'en', pages: [changingPages] }));
  });

  test.each(ofMatrix([35, 60, 90, 130, 400, 900, 2500, 60_000], [35, 60_000]))(
    'are of one item, or nothing is taken: it changes every %i ms',
    async (ms) => {
      for (let n = 0; n < (isWholeRun ? 6 : 1); n += 1) {
        const page = await browser.newPage();
        await page.goto(`${address}?ms=${ms}`);
        const capture = await startCapture(browser, page, 'visible');
        const end = await endOf(capture);
        if (end === null) {
          const [red = 0] = (await readPicture(capture)).rows[300] ?? [];
          const all = capture.locator('button.keep-all');
          if (await all.isEnabled()) await all.click();
          await capture.locator('button.continue').click();
          await capture.waitForURL(/gallery\.html#/, { timeout: 60_000 });
          await capture.waitForSelector('button.export');
          const said = (await capture.textContent('main')) ?? '';
          expect(said.includes('PT Tokopedia'), `${red > 128 ? 'a basket' : 'none'} is in the picture`).toBe(
            red > 128,
          );
        } else expect(['The page moved on to something else', 'Too much is moving']).toContain(end);
        if (ms === 60_000) expect(end).toBeNull();
        await capture.close();
        await page.close();
      }
    },
  );
});
