import { performance } from 'node:perf_hooks';
import { parse } from 'parse5';
import { pageFromHtml } from '../core/page/from-html';
import { addressPage } from '../core/page/page';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { judgedPage } from './judged-page';

// How long reading and judging one page takes in Node, after warm-up.
const [captured] = process.argv.slice(2);
const { html, address, says } = judgedPage(captured);
const page = pageFromHtml(html, address, builtInRulebook.signals);
const stateLength = Object.values(page.states ?? {}).reduce((sum, text) => sum + text.length, 0);

const runs = 2000;
/** Minimum, median and 99th percentile of single runs, in milliseconds, after as many runs of warm-up. */
function measure(name: string, run: () => unknown, count = runs): void {
  for (let index = 0; index < count; index += 1) run();
  const times = Array.from({ length: count }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor((count - 1) * part)] ?? 0).toFixed(3).padStart(9);
  console.log(`${name.padEnd(58)}${at(0)}${at(0.5)}${at(0.99)}`);
}

const verdict = judge(page, builtInRulebook, '2026-11-23');
console.log(
  `${says}: ${html.length} characters, its state ${stateLength}; verdict ${verdict.basket}, ${verdict.processor}`,
);
console.log(`${'milliseconds'.padEnd(58)}      min   median      99%`);
measure('read and judge the state, as in the browser (no DOM)', () =>
  judge(page, builtInRulebook, '2026-11-23'),
);
measure('the state of another item (text search only)', () =>
  judge({ ...page, address: `${address}0` }, builtInRulebook, '2026-11-23'),
);
measure('an address alone', () =>
  judge(addressPage('https://shop-id.tokopedia.com/c'), builtInRulebook, '2026-11-23'),
);
measure(
  'parse the page’s HTML, read and judge (command line)',
  () => judge(pageFromHtml(html, address, builtInRulebook.signals), builtInRulebook, '2026-11-23'),
  200,
);
measure('  of which the HTML parser alone', () => parse(html), 200);
