// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { looks } from '../../core/page/look';
import { readingOf, readPage } from '../../core/page/read-page';
import { readSignals } from '../../core/page/read-signals';
import { seenPageSchema } from '../../core/page/reading-schema';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { pageFromDocument } from '../../in-page/read/from-document';
import { seenPageOf, videoAddress } from '../builders/pages';

const { signals } = rulebook;
const told = (isLast = true) => {
  const page = pageFromDocument(document, videoAddress, signals);
  return { ...readSignals(page, signals), sight: page.sight, isLast };
};
const draw = (html: string) => {
  document.body.innerHTML = html;
};

beforeEach(() => {
  document.title = '';
  draw('');
});

describe('what travels out of a page that holds no state', () => {
  test('is judged as the page’s text would be, and none of its words is left', () => {
    document.title = 'Akses ditolak';
    draw('<h1>Akses ditolak</h1><p>Rahasia Kenanga, kenanga@example.org</p><!-- kenari -->');
    const seen = told();
    const reading = readingOf(seen, rulebook);
    expect(reading.look).toBe('error');
    expect(JSON.stringify(reading)).not.toMatch(/kenanga|kenari|ditolak/i);
    const html = `<title>Akses ditolak</title><body>${document.body.innerHTML}`;
    expect(readPage(pageFromHtml(html, videoAddress, signals), rulebook)).toEqual(reading);
  });

  test('is empty only at the last look: until then it may still come', () => {
    expect(readingOf(told(false), rulebook).look).toBe('not-yet');
    expect(readingOf(told(), rulebook).look).toBe('empty');
    draw('<h1>Just a moment</h1>');
    expect(readingOf(told(false), rulebook).look).toBe('challenge');
  });

  test.each([
    ['a text of a million letters', `<p>${'kenanga '.repeat(125_000)}</p>`],
    ['many short texts', '<p>kenanga</p>'.repeat(1400)],
    ['names of a million letters', `<h1>${'k'.repeat(1e6)}</h1>`],
    ['parts with long names', `<p class="${'x'.repeat(5000)}" id="${'y'.repeat(5000)}"></p>`.repeat(700)],
    ['long comments', `<!-- ${'x'.repeat(5000)} -->`.repeat(700)],
    ['long scripts', `<script>${'x'.repeat(5000)}</script>`.repeat(700)],
  ])('is short, and of a shape that is let through: %s', (_what, html) => {
    draw(html);
    document.title = 't'.repeat(5000);
    const seen = told();
    expect(v.safeParse(seenPageSchema, seen).success).toBe(true);
    expect(JSON.stringify(seen).length).toBeLessThan(16_000);
    expect(seen).toEqual(seenPageOf(pageFromDocument(document, videoAddress, signals)));
  });

  test('holds no word of a long page but what it is called, by which it may stand in a page’s place', () => {
    document.title = 'Kebun';
    draw(`<h1>Bunga</h1>${'<p class="kenanga">kenanga</p>'.repeat(2000)}`);
    const seen = told();
    expect(JSON.stringify(seen)).not.toContain('kenanga');
    expect(seen.sight).toMatchObject({ title: 'Kebun', heading: 'Bunga', text: '', marks: '' });
    expect(readingOf(seen, rulebook).look).toBeNull();
    document.title = 'Halaman tidak ditemukan';
    expect(readingOf(told(), rulebook).look).toBe('unsure');
  });

  test('is nothing where the page holds its state', () => {
    draw(`<h1>kenanga</h1><script type="application/json" id="${VIDEO_STATE_ID}">{"a":1}</script>`);
    expect(told().sight).toBeNull();
  });
});

test('a page cannot name its own look', () => {
  for (const look of looks) {
    expect(v.safeParse(seenPageSchema, { ...told(), sight: look }).success).toBe(false);
    expect(v.safeParse(seenPageSchema, { ...told(), look }).success).toBe(false);
  }
});
