import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { startDemoServer } from '../../demo/server';
import { judgeAndParser } from '../judged-page';
import { quantile } from '../quantile';
import {
  writeBadgeExtension,
  writeEmptyExtension,
  writeFollowingExtension,
  writeSearchingExtension,
} from './bare-extensions';
import budgets from './budgets.json';
import { compareCosts, type Extra } from './compare-costs';
import { heavyHost, heavyPages } from './heavy-pages';
import { injectedBytes } from './injected-bytes';
import { startMeasured } from './measured-browser';
import { comparePopups } from './popup-time';
import { compareVisits } from './visit-time';

// What the extension costs a page: bench:page [--rounds N] [FOLDER of other unpacked extensions, measured beside it]
const words = process.argv.slice(2);
const at = words.indexOf('--rounds');
const rounds = at < 0 ? 15 : Number(words.splice(at, 2)[1]);
const [others] = words;
const ours = join(import.meta.dirname, '../../.output/chrome-mv3');
const unpacked = (folder: string) =>
  readdirSync(folder)
    .map((name) => resolve(folder, name))
    .filter((path) => existsSync(join(path, 'manifest.json')));
const scratch = mkdtempSync(join(tmpdir(), 'page-bench-'));
const extensions = [
  ours,
  writeEmptyExtension(scratch),
  writeSearchingExtension(scratch),
  writeFollowingExtension(scratch),
  ...(others === undefined ? [] : unpacked(others)),
];

const server = await startDemoServer([heavyHost]);
const paths = [null, null, ...extensions];
const browsers = await Promise.all(paths.map((path) => startMeasured(server, path)));
const names = [
  'no extension, again (noise)',
  'this extension',
  ...extensions.slice(1).map((path) => basename(path)),
];

const show = ({ median, scatter }: Extra, unit: number, digits: number) =>
  `${(median / unit).toFixed(digits)} ±${(scatter / unit).toFixed(digits)}`.padStart(16);
console.log(
  `${rounds} rounds, interleaved; CPU time of the page's main thread; median of the differences ± half the quartiles\n` +
    'script: all of it, of which in idle: in moments in which the page has nothing else to do, and at load: at any other time',
);
for (const { address, says } of heavyPages) {
  const { base, extras } = await compareCosts(browsers, address, rounds);
  console.log(`\n${says}, 20,000 elements`);
  console.log(
    `${''.padEnd(32)}${['script ms', 'at load', 'in idle', 'main ms', 'heap MB', 'µs a node'].map((name) => name.padStart(16)).join('')}`,
  );
  console.log(
    `${'no extension'.padEnd(32)}${[base.script, base.load, base.idle, base.main, base.heap / 1e6, base.node].map((value) => value.toFixed(2).padStart(16)).join('')}`,
  );
  for (const [index, extra] of extras.entries())
    console.log(
      `${`+ ${names[index]}`.padEnd(32)}${show(extra.script, 1, 2)}${show(extra.load, 1, 2)}${show(extra.idle, 1, 2)}${show(extra.main, 1, 2)}${show(extra.heap, 1e6, 3)}${show(extra.node, 1, 2)}`,
    );
}
const compiled = heavyPages.find(({ name }) => name === 'basket-large')?.address ?? '';
console.log('\nscript of that page that is compiling, ms');
for (const [index, browser] of browsers.slice(2).entries()) {
  const times: number[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) times.push(await browser.compiling(compiled));
  console.log(`${`+ ${names[index + 1]}`.padEnd(32)}${quantile(times, 0.5).toFixed(2).padStart(16)}`);
}
await Promise.all(browsers.map((browser) => browser.close()));

console.log('\nbytes put into each page');
for (const path of extensions)
  console.log(`${basename(path).padEnd(32)}${String(injectedBytes(path)).padStart(16)}`);

console.log(
  `${'the background’s file'.padEnd(32)}${String(statSync(join(ours, 'background.js')).size).padStart(16)}`,
);

const badge = writeBadgeExtension(scratch);
const visited = [null, badge, ours, ...extensions.slice(1)];
const visits = await compareVisits(server, [writeEmptyExtension(scratch), ...visited], rounds);
console.log('\nprocessor time of the whole browser for one visit, ms more than with an empty script');
console.log(`${''.padEnd(32)}${'asleep'.padStart(16)}${'awake'.padStart(16)}`);
console.log(
  `${'an empty script'.padEnd(32)}${visits.base.asleep.toFixed(0).padStart(16)}${visits.base.awake.toFixed(0).padStart(16)}`,
);
for (const [index, extra] of visits.extras.entries()) {
  const path = visited[index] ?? null;
  const name = path === null ? 'no extension' : path === ours ? 'this extension' : basename(path);
  console.log(`${`+ ${name}`.padEnd(32)}${show(extra.asleep, 1, 0)}${show(extra.awake, 1, 0)}`);
}

const popups = await comparePopups(server, ours, scratch, rounds);
await server.close();
rmSync(scratch, { recursive: true });
const spread = (times: readonly number[]) => {
  const [least = 0, median = 0, most = 0] = [0, 0.5, 1].map((part) => quantile(times, part));
  return `${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`;
};
console.log(
  `\npopup: answer painted ${spread(popups.own)} after opening; a popup of one word ${spread(popups.bare)}`,
);
console.log(
  `  on the way: ${popups.onTheWay.map(({ mark, times }) => `${mark} ${quantile(times, 0.5).toFixed(0)} ms`).join(', ')}`,
);
const { judging, parsing } = judgeAndParser();
const [judged, parsed] = [quantile(judging, 0.5), quantile(parsing, 0.5)];
console.log(
  `\njudge, from a page's HTML: ${judged.toFixed(2)} ms; its HTML parser alone ${parsed.toFixed(2)} ms: ${(judged / parsed).toFixed(2)} times`,
);
console.log(`\nbudgets (bench/page/budgets.json): ${JSON.stringify({ ...budgets, why: undefined })}`);
