import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { addressPage, type Page } from '../../core/page/page';
import { looked } from '../../core/page/read-page';
import { checkCase } from '../../core/report/check-case';
import { redactPage } from '../../core/report/redact-page';
import { type CaseFile, caseId, type Expected, wrongCase } from '../../core/report/wrong-case';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { basketItem, SHOP_ID_PRODUCT, shopChild } from '../../demo/shop/video-state';
import { canaryTexts, canaryVideo } from '../builders/canary-video';
import { judgeToday, videoId, videoPageOf } from '../builders/pages';
import { tempFolder } from '../builders/temp-folder';

const { signals, hosts } = rulebook;
const no: Expected = { basket: 'no', processor: 'none' };
const yes: Expected = { basket: 'yes', processor: 'tokopedia' };

const redact = (page: Page) => redactPage(looked(page, rulebook.looks), signals, hosts);
const fileOf = (page: Page, expected: Expected, redacted = redact(page)): CaseFile =>
  wrongCase(
    {
      verdict: judgeToday(page),
      page: redacted,
      expected,
      extension: '0.1.0',
      judgeFile: (html, url) => judgeToday(html === null ? redacted : pageFromHtml(html, url, signals)),
    },
    rulebook,
  );
const check = (file: unknown) => checkCase(JSON.stringify(file), rulebook);
/** A file changed by hand by somebody who also mended its id. */
const remade = (file: CaseFile, change: { page?: string | undefined; url?: string }): unknown => {
  const url = change.url ?? file.case.url;
  const page = change.page ?? file.page;
  const id = caseId(file.case.date, url, page, no);
  return { ...file, page, case: { ...file.case, url, id, html: `pages/${id}.html` } };
};

describe('the file of a page that was judged wrong', () => {
  const file = fileOf(canaryVideo(), no);

  test('is judged as the real page was, says so, and says what was expected', () => {
    expect(file.judged).toMatchObject({ kind: 'video', basket: 'yes', processor: 'tokopedia' });
    expect(file.redacted).toEqual({ kind: 'video', basket: 'yes', processor: 'tokopedia', same: true });
    expect(file.case).toMatchObject({
      date: '2026-11-23',
      nature: 'real page, redacted',
      html: `pages/${file.case.id}.html`,
      expect: { basket: ['no'], processor: ['none'] },
    });
    expect(check(file)).toEqual({ file });
  });

  test.each(canaryTexts)('does not hold %s', (canary) => {
    expect(JSON.stringify(file)).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  test('admits when the redaction changed the answer', () => {
    const page = canaryVideo();
    const other = fileOf(page, no, { ...redact(page), states: {} });
    expect(other.redacted).toMatchObject({ basket: 'unknown', same: false });
  });

  test('of a page that nobody read holds its address only', () => {
    const address = 'https://www.tokopedia.com/kenanga-canary/botol-1731177319241910164?token=tokencanary';
    const only = fileOf(addressPage(address), yes);
    expect(only.case.html).toBeUndefined();
    expect(only.case.url).toBe('https://www.tokopedia.com/_/_');
    expect(check(only)).toEqual({ file: only });
  });
});

describe('a file that is not taken', () => {
  const file = fileOf(canaryVideo(), no);
  test.each<[string, unknown, RegExp]>([
    ['is no JSON', '{', /no case of the format/],
    ['has a field more', { ...file, more: 1 }, /no case of the format/],
    [
      'expects something unheard of',
      { ...file, case: { ...file.case, expect: { basket: ['maybe'], processor: ['none'] } } },
      /expect/,
    ],
    ['was changed after it was made', { ...file, page: `${file.page} ` }, /changed after it was made/],
    ['names a page outside its folder', { ...file, case: { ...file.case, html: '../../x' } }, /another page/],
    [
      'holds a phone number',
      remade(file, { page: file.page?.replace('a text', '081298765432') }),
      /personal data/,
    ],
    ['holds a name', remade(file, { page: file.page?.replace('a text', 'Kenanga') }), /not redacted/],
    ['holds markup', remade(file, { page: `${file.page}<img src=x>` }), /not redacted/],
    [
      'holds a handle in its address',
      remade(file, { url: file.case.url.replace('@_', '@kenanga') }),
      /personal data|not redacted/,
    ],
  ])('because it %s', (_name, broken, why) => {
    const answer = typeof broken === 'string' ? checkCase(broken, rulebook) : check(broken);
    expect((answer as { problem: string }).problem).toMatch(why);
  });

  test('because it is too large', () => {
    expect(checkCase(' '.repeat(2_000_001), rulebook)).toMatchObject({
      problem: expect.stringMatching(/larger/),
    });
  });
});

describe('npm run corpus:add', () => {
  const folder = tempFolder('own-corpus');
  const root = join(import.meta.dirname, '../..');
  const path = join(folder, 'file.json');
  const add = (file: unknown) => {
    writeFileSync(path, JSON.stringify(file));
    return spawnSync('npx', ['tsx', 'scripts/corpus-add.ts', path, folder], { cwd: root, encoding: 'utf8' });
  };
  const basket = videoPageOf(basketItem(videoId, 'x', [shopChild(SHOP_ID_PRODUCT)]));

  test('takes a file in once, says what its test will do, and refuses what is there or broken', () => {
    const taken = add(fileOf(basket, no));
    expect(taken.stdout).toMatch(/Taken: wrong-.*\n.*Judged now: yes \/ tokopedia\.\nIts test fails until/);
    const again = add(fileOf(basket, no));
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/Not taken: the case wrong-.* is there already/);
    expect(add(fileOf(basket, yes)).stderr).toMatch(/about the same page/);
    expect(add({ a: 1 }).stderr).toMatch(/Not taken: it is no case/);
    const lines = readFileSync(join(folder, 'cases.ndjson'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    const { html } = JSON.parse(lines[0] as string);
    expect(readFileSync(join(folder, html), 'utf8')).toContain('anchor_shop');
  });
});
