import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../cli/har/judge-har';
import { readGiven } from '../../cli/read-given';
import { examine } from '../../core/bundle/verify/verify';
import { summaryOf } from '../../core/bundle/words';
import type { LogEvent } from '../../core/log/event';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import { pageNamed } from '../../demo/shop/demo-pages';
import { notProved } from '../run/not-proved';

// Files that other people's tools wrote, kept beside the project; the project itself does not need them.
const files = join(import.meta.dirname, '../../../shared/field/files');
const isThere = existsSync(files);

const yes = ['yes', 'tokopedia'];

if (!isThere) notProved('files from the field are absent (../shared/field), they were not tried.');
describe.skipIf(!isThere)('the files from the field', () => {
  test.each([
    ['1-epoch-zero', [yes]],
    ['2-no-pageref-no-dest', [yes, yes]],
    ['safari-two-pages', [yes, yes]],
    ['4-waf-then-page', [yes]],
    ['6-product-404', []],
    ['8-hosts-of-tiktok', [yes]],
    ['tiktok-api-only', []],
  ])('%s.har gives %j', (name, steps) => {
    const { lines, unreadable, summary } = judgeHar(join(files, `${name}.har`), rulebook, '0.1.0');
    const events = [...lines].map((line): LogEvent => JSON.parse(line));
    expect(
      events.filter(({ event }) => event === 'step').map(({ basket, processor }) => [basket, processor]),
    ).toEqual(steps);
    expect(events.filter(({ event }) => event === 'drift')).toEqual([]);
    expect(unreadable).toBe(name === '1-epoch-zero' ? 1 : 0);
    if (name === '8-hosts-of-tiktok')
      expect(
        events.filter(({ event, party }) => event === 'host_contacted' && party === 'other'),
        'hosts of the companies are no strangers',
      ).toEqual([]);
    expect(summary.interfaceAnswers).toBe(name === 'tiktok-api-only' ? 1 : 0);
  });

  test.each([
    ['page.warc', 'archive'],
    ['page.wacz', 'packed'],
    ['api-item-list.json', 'data'],
    ['item-alone.json', 'data'],
    ['state-alone.json', 'data'],
    ['zeeschuimer-2-lines.ndjson', 'data'],
    ['zeeschuimer-made.ndjson', 'data'],
    ['mhtml.html', 'mhtml'],
    ['saved-without-scripts.html', 'saved'],
  ])('%s, given as a page, is named as what it is: %s', (name, file) => {
    const text = readFileSync(join(files, name), 'utf8');
    for (const address of [pageNamed('video-basket').address, pageNamed('us-product').address]) {
      const verdict = judge(pageFromHtml(text, address, rulebook.signals), rulebook, '2026-11-24');
      expect(verdict).toMatchObject({ basket: 'unknown', drift: [] });
      expect(verdict.unread).toEqual([
        { what: 'page', why: 'not-as-served' },
        { what: 'file', why: file },
      ]);
    }
  });

  test.each([
    ['bundle-good.zip', 'holds'],
    ['bundle-two-files-swapped.zip', 'repacked'],
    ['bundle-rezipped-macos-folder.zip', 'repacked'],
    ['time-bundle.zip', 'holds'],
    ['page.wacz', 'fails'],
  ])('%s: the verifier says "%s"', async (name, summary) => {
    const found = await examine(readGiven(join(files, name)));
    expect(summaryOf(found)).toBe(summary);
    // A web archive of others is named for what it is.
    if (name === 'page.wacz')
      expect(found.checks.filter(({ outcome }) => outcome === 'fails').map(({ why }) => why)).toEqual([
        'no-bundle',
      ]);
  });
});
