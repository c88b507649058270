import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'parse5';
import { pageFromHtml } from '../core/page/from-html';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { pageNamed } from '../demo/shop/demo-pages';
import { quantile } from './quantile';

// How many pages a second `judge --ndjson` judges, and what the bare HTML parser and a bare text search make of the same bytes.
const place = join(import.meta.dirname, '../../shared/corpus/pages/id-video-basket-desktop.html');
const demo = pageNamed('video-basket');
const isCaptured = existsSync(place);
const html = isCaptured ? readFileSync(place, 'utf8') : demo.html;
const address = isCaptured ? 'https://www.tiktok.com/@user/video/7622303845783309575' : demo.address;
const bytes = Buffer.byteLength(html);
const rounds = 9;
const pagesOfRound = 60;
const pagesOfCommand = 3000;

const needle = 'shop_product_detail_that_is_nowhere';
const work = {
  'plain text search of the bytes (floor)': () => html.indexOf(needle),
  'HTML parser alone': () => parse(html),
  'HTML parser alone, again (A/A noise)': () => parse(html),
  'parse, read and judge': () =>
    judge(pageFromHtml(html, address, builtInRulebook.signals), builtInRulebook, '2026-11-23'),
  'the whole line: JSON, parse, read, judge, JSON': (() => {
    const line = JSON.stringify({ id: 1, url: address, html });
    return () => {
      const input = JSON.parse(line);
      const page = pageFromHtml(input.html, input.url, builtInRulebook.signals);
      return JSON.stringify(judge(page, builtInRulebook, '2026-11-23'));
    };
  })(),
};

/** Milliseconds a page, a median for each kind of work; the kinds take turns, so that the machine's moods hit all alike. */
function interleaved(): Map<string, number> {
  const times = new Map<string, number[]>(Object.keys(work).map((name) => [name, []]));
  for (let round = 0; round < rounds + 2; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      for (let page = 0; page < pagesOfRound; page += 1) run();
      // Two rounds warm up.
      if (round >= 2) times.get(name)?.push((performance.now() - start) / pagesOfRound);
    }
  }
  return new Map([...times].map(([name, all]) => [name, quantile(all, 0.5)]));
}

/** Seconds that the command takes for a number of lines. */
async function secondsOf(pages: number, jobs: number): Promise<number> {
  const line = `${JSON.stringify({ id: 1, url: address, html })}\n`;
  const start = performance.now();
  const child = spawn('npx', ['tsx', 'cli/judge.ts', '--ndjson', `--jobs=${jobs}`], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  for (let page = 0; page < pages; page += 1)
    if (!child.stdin?.write(line)) await once(child.stdin as NodeJS.WritableStream, 'drain');
  child.stdin?.end();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`judge ended with ${code}`);
  return (performance.now() - start) / 1000;
}

const perSecond = (name: string, pages: number, note = '') =>
  console.log(
    `${name.padEnd(52)}${pages.toFixed(pages < 1e4 ? 1 : 0).padStart(12)}${((pages * bytes) / 1e6).toFixed(1).padStart(12)}  ${note}`,
  );

console.log(
  `${isCaptured ? 'captured desktop page' : 'demo page (no captured page at hand)'}, ${bytes} bytes; ${availableParallelism()} cores`,
);
console.log(`${''.padEnd(52)}${'pages/s'.padStart(12)}${'MB/s'.padStart(12)}`);
const times = interleaved();
const parser = times.get('HTML parser alone') ?? Number.NaN;
for (const [name, time] of times)
  perSecond(name, 1000 / time, name.includes('search') ? '' : `${(time / parser).toFixed(2)} x the parser`);
for (const jobs of new Set([1, availableParallelism()])) {
  const start = await secondsOf(1, jobs);
  const seconds = await secondsOf(pagesOfCommand, jobs);
  const time = (seconds - start) / pagesOfCommand;
  const note = `${((time * 1000) / parser).toFixed(2)} x the parser; start ${start.toFixed(1)} s, not counted`;
  perSecond(`judge --ndjson --jobs ${jobs}, ${pagesOfCommand} pages`, 1 / time, note);
}
