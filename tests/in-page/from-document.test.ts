// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { ROUTER_STATE_ID } from '../../demo/shop/shop-state';
import { SHOP_ID_PRODUCT, VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { pageFromDocument } from '../../in-page/read/from-document';
import { videoAddress } from '../builders/pages';

const read = () => pageFromDocument(document, videoAddress, builtInRulebook.signals);
const phoneState = '{"webapp.reflow.video.detail":{}}';

/** Puts an element with these attributes and this text into the page. */
function draw(name: string, attributes: Record<string, string>, text = ''): void {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  document.body.append(element);
}
const drawState = (text: string, id = VIDEO_STATE_ID, type = 'application/json') =>
  draw('script', { id, type }, text);

beforeEach(() => {
  document.body.replaceChildren();
  document.title = 'Toko';
});

test('a page that holds nothing at all is its address, and what is seen of it', () => {
  expect(read()).toEqual({
    address: videoAddress,
    states: {},
    marks: [],
    drawnLink: null,
    status: null,
    sight: {
      title: 'Toko',
      heading: '',
      text: '',
      marks: '',
      comments: '',
      scripts: 0,
      data: 0,
      program: 0,
      asksPassword: false,
      isLong: false,
    },
  });
});

describe('the state of a live page', () => {
  test('is the text of each script of data that a rule reads', () => {
    drawState('{"a":1}');
    drawState('{"b":2}', ROUTER_STATE_ID);
    drawState('{"c":3}', 'another');
    expect(read().states).toEqual({ [VIDEO_STATE_ID]: '{"a":1}', [ROUTER_STATE_ID]: '{"b":2}' });
  });

  test('is none of a program, nor of an element that is no script', () => {
    drawState('{"a":1}', VIDEO_STATE_ID, 'text/javascript');
    draw('div', { id: ROUTER_STATE_ID, type: 'application/json' }, '{"a":1}');
    draw('button', { id: 'SIGI_STATE', type: 'application/json' }, '{"a":1}');
    expect(read().states).toEqual({});
  });
});

describe('the marks of a live page', () => {
  test('are the elements of a robot check, whatever they are', () => {
    draw('script', { id: 'captcha-config', type: 'application/json' });
    expect(read().marks).toEqual(['captcha-config']);
    draw('div', { id: 'captcha_container' });
    expect(read().marks).toEqual(['captcha-config', 'captcha-container']);
  });

  test.each([
    ['Security Check', ['security-check-title']],
    ['Security Check now', []],
    ['', []],
  ])('of the title "%s" are %j', (title, marks) => {
    document.title = title;
    expect(read().marks).toEqual(marks);
  });
});

describe('the link that a live page draws for its basket', () => {
  test('is the first to the shop, on the page for phones', () => {
    drawState(phoneState);
    draw('a', { href: 'https://example.net/' });
    draw('link', { href: `${SHOP_ID_PRODUCT}?of=another-element` });
    draw('a', { href: SHOP_ID_PRODUCT });
    draw('a', { href: `${SHOP_ID_PRODUCT}?second` });
    expect(read().drawnLink).toBe(SHOP_ID_PRODUCT);
  });

  test('is none where the page for phones draws none', () => {
    drawState(phoneState);
    draw('a', { href: 'https://example.net/' });
    expect(read().drawnLink).toBeNull();
  });

  test('is not looked for on another page', () => {
    drawState('{"webapp.video-detail":{}}');
    draw('a', { href: SHOP_ID_PRODUCT });
    expect(read().drawnLink).toBeNull();
  });
});
