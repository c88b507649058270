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
