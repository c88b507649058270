import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { awkwardPages } from '../builders/awkward-pages';

const address = 'https://www.tiktok.com/@demo/video/7600000000000000101';

describe('reading a page’s text', () => {
  test.each(awkwardPages.map(({ name, html, states, marks }) => [name, html, states, marks] as const))(
    'state %s',
    (_name, html, states, marks) => {
      const page = pageFromHtml(html, address, builtInRulebook.signals);
      expect(page.states).toEqual(states);
      expect(page.marks).toEqual(marks);
    },
  );
});

const phone =
  '<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"webapp.reflow.video.detail":{}}</script>';
const shop = 'https://shop-id.tokopedia.com/pdp/x/1730000000000000001';

test.each([
  ['the first of two links', `<a href="${shop}">1</a><a href="${shop}?second">2</a>`, shop],
  ['a link after links to others', `<a>0</a><a href="/about">1</a><a href="${shop}">2</a>`, shop],
  ['a link deep in the page', `<div><p><b><a class="x" href="${shop}">1</a></b></p></div>`, shop],
  ['no link where another element names the shop', `<link href="${shop}"><div href="${shop}"></div>`, null],
  ['no link where the address only holds the shop’s', `<a href="https://example.net/?${shop}">1</a>`, null],
  ['no link in a template', `<template><a href="${shop}">1</a></template>`, null],
  ['no link', '', null],
])('the page for phones draws %s', (_what, drawn, link) => {
  expect(pageFromHtml(phone + drawn, address, builtInRulebook.signals).drawnLink).toBe(link);
});

test('a link that another page draws is not looked for', () => {
  expect(pageFromHtml(`<a href="${shop}">1</a>`, address, builtInRulebook.signals).drawnLink).toBeNull();
});

test.each([
  ['the page’s title', '<title>Security Check</title>', true],
  ['its title with white space', '<title>\n Security\t Check </title>', true],
  ['its title in the body', '<p>x</p><title>Security Check</title>', true],
  ['the first of two titles', '<title>Security Check</title><title>Toko</title>', true],
  ['the second of two titles', '<title>Toko</title><title>Security Check</title>', false],
  ['a part of its title', '<title>Security Check now</title>', false],
  ['a picture’s title', '<svg><title>Security Check</title></svg>', false],
  ['a heading', '<h1>Security Check</h1>', false],
])('a robot check named by %s', (_what, html, isSeen) => {
  const { marks } = pageFromHtml(html, address, builtInRulebook.signals);
  expect(marks).toEqual(isSeen ? ['security-check-title'] : []);
});

test('an empty state is read as one, and an empty title as none of the marks', () => {
  const html = '<title></title><script id="SIGI_STATE" type="application/json"></script>';
  expect(pageFromHtml(html, address, builtInRulebook.signals)).toMatchObject({
    states: { SIGI_STATE: '' },
    marks: [],
    sight: { title: '', text: '' },
  });
});
