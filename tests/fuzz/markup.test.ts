import fc from 'fast-check';
import { expect } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { judgeToday, videoAddress, videoId } from '../builders/pages';
import { expectInContract, expectNoFalseYes } from './genuine';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';
import { editedText, hostileText } from './hostile-texts';
import { htmlPages, states } from './real-pages';
import { itemsIn, mayBeYes } from './state-oracle';

const stateTexts = states.map((state) => JSON.stringify(state));

/** Markup around state that makes it none in a browser: a reader that searched the text would take it for state. */
const hiding: readonly ((script: string) => string)[] = [
  (script) => `<!-- ${script} -->`,
  (script) => `<template>${script}</template>`,
  (script) => `<textarea>${script}</textarea>`,
  (script) => `<title>${script}</title>`,
  (script) => `<style>${script}</style>`,
  (script) => `<noembed>${script}</noembed>`,
  (script) => `<div data-x='${script.replaceAll("'", '&#39;')}'></div>`,
  (script) => script.replace('application/json', 'text/plain'),
  (script) => script.replace('<script', '<div').replace('</script>', '</div>'),
  (script) => `<svg>${script}</svg>`,
];

holdsFor(
  'state that is none',
  3000,
  fc
    .tuple(fc.constantFrom(...stateTexts), fc.nat({ max: hiding.length - 1 }), hostileText)
    .map(([state, how, text]) => {
      const script = `<script id="${VIDEO_STATE_ID}" type="application/json">${state}</script>`;
      const hidden = (hiding[how] as (script: string) => string)(script);
      // A text that ends the comment, or opens one, would make it another page.
      return `<!DOCTYPE html><body><p>${text.replace(/[<>&-]/g, '')}</p>${hidden}`;
    }),
  (html) => {
    const verdict = judgeToday(pageFromHtml(html, videoAddress, rulebook.signals));
    expect([verdict.basket, verdict.processor]).toEqual(['unknown', 'unknown']);
  },
);

holdsFor(
  'pages, cut and edited',
  4000,
  fc
    .constantFrom(...htmlPages)
    .chain(({ address, html }) => editedText([html]).map((text) => ({ address, html: text }))),
  ({ address, html }) => {
    const page = pageFromHtml(html, address, rulebook.signals);
    const verdict = judgeToday(page);
    expectInContract(verdict);
    expectNoFalseYes(verdict, address);
  },
);

holdsFor(
  'what a page draws as its basket',
  3000,
  fc.tuple(fc.constantFrom(...stateTexts), hostileAddress, hostileText),
  ([state, link, text]) => {
    const drawn = `<a href="${link.replaceAll('"', '&quot;')}">${text.replaceAll('<', '&lt;')}</a>`;
    const html = `<script id="${VIDEO_STATE_ID}" type="application/json">${state}</script>${drawn}`;
    const verdict = judgeToday(pageFromHtml(html, videoAddress, rulebook.signals));
    expectInContract(verdict);
    // A drawn link never makes a basket: only the item's own data do.
    if (verdict.basket === 'yes') expect(mayBeYes(itemsIn(state, videoId), verdict.processor)).toBe(true);
  },
);

const opened = [
  '<div>',
  '<b>',
  '<a>',
  '<table><tr><td>',
  '<svg>',
  '<template>',
  '<p>',
  '<select>',
  '<font size=1>',
  '<math><mi>',
  '<ul><li>',
  '<button>',
];
holdsFor(
  'markup nested up to 10,000 deep',
  60,
  fc.record({ tag: fc.constantFrom(...opened), depth: fc.constantFrom(10, 100, 1000, 10_000) }),
  ({ tag, depth }) => {
    const script = `<script id="${VIDEO_STATE_ID}" type="application/json">${stateTexts[0]}</script>`;
    const verdict = judgeToday(pageFromHtml(tag.repeat(depth) + script, videoAddress, rulebook.signals));
    expect(['yes', 'unknown']).toContain(verdict.basket);
  },
);
