/** Pages on which a text search and a parser disagree: what a browser finds in each is what counts. */
interface AwkwardPage {
  readonly name: string;
  readonly html: string;
  readonly states: Record<string, string>;
  readonly marks: readonly string[];
}

const id = '__UNIVERSAL_DATA_FOR_REHYDRATION__';
const state = (text: string, more = '') =>
  `<script id="${id}" type="application/json"${more}>${text}</script>`;

const phoneState = '{"webapp.reflow.video.detail":{}}';

const page = (
  name: string,
  html: string,
  states: Record<string, string> = {},
  marks: string[] = [],
): AwkwardPage => ({
  name,
  html,
  states,
  marks,
});

export const awkwardPages: readonly AwkwardPage[] = [
  page('in the body', `<body>${state('{"a":1}')}`, { [id]: '{"a":1}' }),
  page('in the head', `<head>${state('{"a":1}')}</head>`, { [id]: '{"a":1}' }),
  page('without quotes around the attributes', `<script id=${id} type=application/json>{}</script>`, {
    [id]: '{}',
  }),
  page('in capitals', `<SCRIPT TYPE="application/json" ID="${id}">{}</SCRIPT>`, { [id]: '{}' }),
  page('that ends with the page', `<script id="${id}" type="application/json">{"cut":`, { [id]: '{"cut":' }),
  page('with markup as its text', state('{"a":"<b>&amp;</b>"}'), { [id]: '{"a":"<b>&amp;</b>"}' }),
  page('written twice: the first counts', state('{"a":1}') + state('{"a":2}'), { [id]: '{"a":1}' }),
  page('in a comment', `<!-- ${state('{"a":1}')} -->`),
  page('in a comment, then in the page', `<!-- ${state('{"a":1}')} -->${state('{"a":2}')}`, {
    [id]: '{"a":2}',
  }),
  page('in a textarea', `<textarea>${state('{"a":1}')}</textarea>`),
  page('in a title', `<title>${state('{"a":1}')}</title>`),
  page('in a style', `<style>${state('{"a":1}')}</style>`),
  page('in a template', `<template>${state('{"a":1}')}</template>`),
  page('in a template, then in the page', `<template>${state('{"a":1}')}</template>${state('{"a":2}')}`, {
    [id]: '{"a":2}',
  }),
  page('in an attribute', `<div title='${state('{"a":1}')}'></div>`),
  page('in a noscript', `<noscript>${state('{"a":1}')}</noscript>`),
  page('in an iframe’s text', `<iframe>${state('{"a":1}')}</iframe>`),
  page('in another script’s text', `<script type="text/plain">"<script id='${id}'"</script>`),
  page('on an element that is no script', `<div id="${id}" type="application/json">{"a":1}</div>`),
  page('on an earlier element that is no script', `<div id="${id}"></div>${state('{"a":1}')}`),
  page('of a script of another type', `<script id="${id}" type="text/plain">{"a":1}</script>`),
  page('of an SVG script', `<svg><script id="${id}" type="application/json">{"a":1}</script></svg>`),
  page('inside a table', `<table><tr>${state('{"a":1}')}<td>x</table>`, { [id]: '{"a":1}' }),
  page(
    'beside a robot check',
    '<title> Security\n Check </title><div id="captcha_container"></div><script id="captcha-config" type="application/json">{}</script>',
    {},
    ['captcha-config', 'captcha-container', 'security-check-title'],
  ),
  page(
    'beside a robot check’s loader only',
    '<title>Toko</title><script src="/oec-ttweb-captcha/index.js"></script>',
  ),
  page('beside a robot check in a template', '<template><div id="captcha_container"></div></template>'),
  ...[
    '<a href="https://shop-id.tokopedia.com/pdp/x/1730000000000000001">Shop</a>',
    '<template><a href="https://shop-id.tokopedia.com/pdp/x/1730000000000000001">Shop</a></template>',
    '<a href=" https://shop-id.tokopedia.com/pdp/x/1730000000000000001">Shop</a>',
    '<svg><a href="https://shop-id.tokopedia.com/pdp/x/1730000000000000001">Shop</a></svg>',
    '<A HREF="https://shop-id.tokopedia.com/pdp/x/1730000000000000001&amp;b=1">Shop</A><a href="https://shop-id.tokopedia.com/">',
  ].map((link, index) =>
    page(`of the page for phones, drawing link ${index + 1}`, state(phoneState) + link, { [id]: phoneState }),
  ),
];
