import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import budgets from '../../bench/page/budgets.json';
import { compareCosts, type Extras } from '../../bench/page/compare-costs';
import { writeEmptyExtension } from '../../bench/page/empty-extension';
import { heavyHost, heavyPages } from '../../bench/page/heavy-pages';
import { injectedBytes } from '../../bench/page/injected-bytes';
import { type MeasuredBrowser, startMeasured } from '../../bench/page/measured-browser';
import { type DemoServer, startDemoServer } from '../../demo/server';

const ours = join(import.meta.dirname, '../../.output/chrome-mv3');
const rounds = 4;

describe('what the extension costs a page of 20,000 elements', { timeout: 240_000 }, () => {
  let server: DemoServer;
  let scratch: string;
  let browsers: MeasuredBrowser[] = [];

  beforeAll(async () => {
    server = await startDemoServer([heavyHost]);
    scratch = mkdtempSync(join(tmpdir(), 'page-cost-'));
    const paths = [null, null, writeEmptyExtension(scratch), ours];
    browsers = await Promise.all(paths.map((path) => startMeasured(server, path)));
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('puts no more bytes into a page than its budget', () => {
    expect(injectedBytes(ours)).toBeGreaterThan(1000);
    expect(injectedBytes(ours)).toBeLessThanOrEqual(budgets.bytes);
  });

  test.each(heavyPages.filter(({ name }) => name === 'basket-small'))(
    'takes little more script and heap than an empty script does: $says',
    async ({ address }) => {
      const { extras } = await compareCosts(browsers, address, rounds);
      const [noise, empty, own] = extras as [Extras, Extras, Extras];
      // The heap is counted after a full collection: the same page gives the same number.
      expect((own.heap.median - empty.heap.median) / 1e6).toBeLessThanOrEqual(
        budgets.heapMB + noise.heap.scatter / 1e6,
      );
      expect(own.script.median).toBeGreaterThan(0);
      expect(own.script.median).toBeLessThanOrEqual(
        budgets.timesEmptyScript * empty.script.median + own.script.scatter + empty.script.scatter,
      );
      // Nothing of ours looks at what a page adds.
      const added =
        own.node.median - 2 * (noise.node.scatter + own.node.scatter) - Math.abs(noise.node.median);
      expect(added).toBeLessThanOrEqual(0);
    },
  );
});
