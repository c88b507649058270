import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { builtInRulebook } from '../core/rulebook/built-in';
import { launchDemoBrowser } from '../demo/browser';
import { feedItems } from '../demo/feed/feed-items';
import { FEED_ADDRESS, LIVE_ADDRESSES, PROFILE_ADDRESS } from '../demo/feed/feed-pages';
import { startDemoServer } from '../demo/server';

// How long one look into the props of the demo feed takes, in a real Chromium, in the page's own world.
const root = join(import.meta.dirname, '..');
const file = join(root, 'in-page/read/props-probe.ts');
const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
const probe = code.replace(/^export /gm, '').replace(/^import .*$/gm, '');
const server = await startDemoServer();
const browser = await launchDemoBrowser({ extensionPath: join(root, '.output/chrome-mv3'), ...server });
const [item] = feedItems;
const looks = [
  ['the item of the address', item?.address, 'item', item?.id],
  ['the item in view, in the feed', FEED_ADDRESS, 'in-view', ''],
  ['the items in view, on a profile', PROFILE_ADDRESS, 'listed', ''],
  ['the live room', LIVE_ADDRESSES.goods, 'room', ''],
] as const;
console.log(`${'milliseconds'.padEnd(50)}    first   median      99%`);
for (const [name, address, mode, itemId] of looks) {
  const page = await browser.context.newPage();
  await page.goto(address ?? '');
  await page.waitForSelector('video, a[href*="/video/"]');
  const ask = JSON.stringify({ mode, itemId, rules: builtInRulebook.props });
  const times = (await page.evaluate(`(() => {
    ${probe}
    return Array.from({ length: 300 }, () => {
      const start = performance.now();
      const found = JSON.parse(probeProps(${ask}));
      if (found.items.length === 0 && found.room === null) throw new Error('nothing found');
      return performance.now() - start;
    });
  })()`)) as number[];
  const sorted = [...times].sort((a, b) => a - b);
  const show = (time = 0) => time.toFixed(2).padStart(9);
  console.log(`${name.padEnd(50)}${show(times[0])}${show(sorted[150])}${show(sorted[297])}`);
  await page.close();
}
await browser.close();
await server.close();
