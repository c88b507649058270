import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOfRow } from '../../core/log/chain';
import { beginRecording } from '../../demo/begin-recording';
import type { DemoServer } from '../../demo/server';
import { pageNamed } from '../../demo/shop/demo-pages';
import { launchHere, serveHere } from '../builders/browser-here';
import { rowsIn } from '../builders/read-store';
import { tempFolder } from '../builders/temp-folder';
import { notProved } from '../run/not-proved';

const disk = tempFolder('small-disk');
const megabyte = 1 << 20;
/** A disk of its own takes the rights to mount one. */
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk]).status === 0;
if (!isMounted) notProved('a full disk was not tried, as no small disk may be mounted here.');

let server: DemoServer;
beforeAll(async () => {
  server = await serveHere();
});
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
});

const freeBytes = () => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

test.skipIf(!isMounted)(
  'recording stops with a notice when the disk is full, and what was stored stays',
  {
    timeout: 240_000,
  },
  async () => {
    const profile = join(disk, 'profile');
    mkdirSync(profile);
    const browser = await launchHere({
      ...server,
      language: 'en',
      userDataDir: profile,
    });
    const logbook = await browser.newPage();
    await logbook.goto(browser.address('logbook.html'));
    await logbook.fill('[name=study]', 'penuh');
    await beginRecording(logbook);
    const rows = () => rowsIn(logbook);
    const shop = await browser.newPage();
    const walk = async (index: number) => {
      await shop.goto(pageNamed(index % 2 ? 'shop-id-product' : 'video-basket').address);
      await shop.waitForTimeout(250);
    };
    await walk(0);
    await expect.poll(async () => (await rows()).length).toBeGreaterThan(3);
    const before = await rows();

    // The disk fills up from elsewhere, to the last byte, while the participant shops on.
    let files = 0;
    const isStopped = async () => (await logbook.locator('.stopped').count()) > 0;
    for (let index = 1; index < 40 && !(await isStopped()); index += 1) {
      if (freeBytes() > 0) {
        files += 1;
        fill(join(disk, `filler-${files}`));
      }
      await walk(index);
    }
    expect(await isStopped(), 'the notice').toBe(true);
    expect(await logbook.textContent('.stopped')).toContain('What was kept is still there');

    await logbook.reload();
    // What a browser still reads of a full disk differs: the flows, or else words instead of an empty page.
    await logbook.waitForSelector('.unreadable, .flow-row', { timeout: 10_000 }).catch(async (cause) => {
      throw new Error(`it shows: ${await logbook.evaluate('document.body.innerText')}`, { cause });
    });

    for (let file = 1; file <= files; file += 1) rmSync(join(disk, `filler-${file}`), { force: true });
    await logbook.reload();
    await logbook.waitForSelector('.flow-row');
    const after = await rows();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.filter((row, index) => faultOfRow(row, after[index - 1] ?? null) !== null)).toEqual([]);
    await browser.close();
  },
);

/** Writes until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = megabyte; size > 0; size = size > 4096 ? size / 2 : 0)
      for (let fits = true; fits; ) fits = writes(file, size);
  } finally {
    closeSync(file);
  }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch {
    return false;
  }
}
