import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { VIDEO_STATE_ID } from '../../demo/shop/video-state';
import { videoAddress } from '../builders/pages';

const sightOf = (text: string) => pageFromHtml(text, videoAddress, rulebook.signals).sight;
/** What a file is by its text; null for what may be a page. */
const formOf = (text: string) => {
  const sight = sightOf(text);
  return typeof sight === 'string' ? sight : null;
};
const state = `<script type="application/json" id="${VIDEO_STATE_ID}">{"a":1}</script>`;
const letters = 'QmFzZTY0'.repeat(20);
const far = 'kenanga '.repeat(600);

describe('a file that is no page is told by how it begins', () => {
  test.each([
    ['a fifth of zeroes', 'abcd\0'.repeat(20), 'packed'],
    ['more than a fifth of zeroes', 'abc\0'.repeat(20), 'utf-16'],
    ['bytes that could not be read as letters', 'ab\ufffd'.repeat(20), 'packed'],
    ['signs below the tab', 'ab\u0001'.repeat(20), 'packed'],
    ['signs between the line’s end and the blank', 'ab\u0010'.repeat(20), 'packed'],
    ['Base64 in lines', `${letters}\n${letters}\n`, 'packed'],
    ['JSON after a blank', ' {"a":1}', 'data'],
    ['JSON that was cut', '[{"a":', 'data'],
    ['JSON that holds a page', '{"page":"<html><body></body></html>"}', 'data'],
    ['mail with a header over two lines', 'Subject: a\n b c\nMIME-Version: 1.0\n\nx', 'mhtml'],
    ['mail whose lines end as mail’s do', 'Subject: a\r\n\tb c\r\nMIME-Version: 1.0\r\n\r\nx', 'mhtml'],
    ['code shown in a box of a class', '<p>a</p><pre class="code">&lt;p&gt;</pre>', 'view-source'],
    ['code shown in a box, below its edge', '<p>a</p><pre>\n  &lt;p&gt;</pre>', 'view-source'],
    ['a page as Firefox shows it to read', '<div id="readerpage" class="aboutReader"></div>', 'saved'],
    ['a page that was shown to read, by its head', '<p class="reader-header">a</p>', 'saved'],
    ['a page that was shown to read, by its words', '<p class="reader-content">a</p>', 'saved'],
    ['blanks alone, however many', ' \n'.repeat(4000), 'empty'],
  ])('%s', (_what, text, form) => {
    expect(formOf(text)).toBe(form);
  });

  test.each([
    ['&lt;!doctype html&gt;'],
    ['\n  &lt;html lang="id"&gt;'],
    ['<pre>&lt;!DOCTYPE html&gt;'],
    ['<pre class="line">&lt;html&gt;'],
    ['<pre>\n  &lt;html&gt;'],
  ])('a source that begins with %j is one, and its state is none', (start) => {
    const page = pageFromHtml(start + state, videoAddress, rulebook.signals);
    expect(page).toMatchObject({ states: {}, sight: 'view-source' });
  });
});

describe('a file that may be a page is none of these', () => {
  test.each([
    ['words of a PDF', '<p>%PDF-1.7</p>'],
    ['a tenth of what is no letter', 'abcdefghi\ufffd'.repeat(20)],
    ['tabs', 'a\t'.repeat(50)],
    ['the line ends of old machines', 'a\r'.repeat(50)],
    ['the colours of a terminal', '\u001b[0m'.repeat(50)],
    ['a long word in brackets', `(${letters}`],
    ['a long word before its code', `${letters}<b>a</b>`],
    ['braces in a sentence', 'kenanga {"a":1}'],
    ['a template’s braces before its code', '{{kenanga}}<html><body>a</body></html>'],
    ['one header', 'Content-Type: text/html\n\n<html>'],
    ['headers that are not mail’s', 'Title: a\nDate: b\n\n<html>'],
    ['headers below other words', '<p>\nSubject: a\nMIME-Version: 1.0\n'],
    ['a header that speaks of mail', 'Subject: a\nTitle: Content-Type: b\n\n<html>'],
    ['words after much white space', `${' '.repeat(5000)}kenanga`],
    ['a box that begins with a sum', '<pre>&lt;3</pre>'],
    ['zeroes far below', `<html>${far}${'\0'.repeat(6000)}`],
    ['a source shown far below', `<html><p>${far}</p>&lt;html&gt;`],
  ])('%s', (_what, text) => {
    expect(formOf(text)).toBeNull();
  });

  test('nor is a page that shows a source below its own words, and its state counts', () => {
    const page = pageFromHtml(`<p>a</p>&lt;html&gt;${state}`, videoAddress, rulebook.signals);
    expect(page.states).toEqual({ [VIDEO_STATE_ID]: '{"a":1}' });
  });
});

test.each([
  ['a doctype', '<!DOCTYPE html><p>a', true],
  ['a doctype with blanks in it', '<!doctype \n html><p>a', true],
  ['a body', 'a <body>', true],
  ['a doctype of a drawing', '<!doctype svg><p>a', false],
  ['a list of entries', '<rss><channel></channel></rss>', false],
  ['a page’s code far below', `${far}<html>`, false],
])('whether a text begins as pages are served: %s', (_what, text, isMarkup) => {
  expect(sightOf(text)).toMatchObject({ isMarkup });
});
