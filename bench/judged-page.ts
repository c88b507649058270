import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'parse5';
import { pageFromHtml } from '../core/page/from-html';
import { builtInRulebook } from '../core/rulebook/built-in';
import { judge } from '../core/verdict/judge';
import { pageNamed } from '../demo/shop/demo-pages';

/** A page whose reading is measured: a captured one where it is at hand or named, else the demo's. */
export function judgedPage(captured?: string): { html: string; address: string; says: string } {
  const place =
    captured ?? join(import.meta.dirname, '../../shared/corpus/pages/id-video-basket-desktop.html');
  if (!existsSync(place))
    return { ...pageNamed('video-basket'), says: 'demo page (no captured page at hand)' };
  const address = 'https://www.tiktok.com/@user/video/7622303845783309575';
  return { html: readFileSync(place, 'utf8'), address, says: 'captured desktop page' };
}

/** Milliseconds for reading and judging a page from its HTML, as the command line does, and of the HTML parser alone, in turn. */
export function judgeAndParser(rounds = 200): { judging: number[]; parsing: number[] } {
  const { html, address } = judgedPage();
  const timed = (run: () => unknown): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  const both = () => [
    timed(() => judge(pageFromHtml(html, address, builtInRulebook.signals), builtInRulebook, '2026-11-23')),
    timed(() => parse(html)),
  ];
  for (let round = 0; round < rounds; round += 1) both();
  const times = Array.from({ length: rounds }, both);
  return { judging: times.map(([time = 0]) => time), parsing: times.map(([, time = 0]) => time) };
}
