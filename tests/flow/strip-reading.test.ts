import { describe, expect, test } from 'vitest';
import { pathTemplate, stripAddress } from '../../core/flow/strip-address';
import { stripReading } from '../../core/flow/strip-reading';
import { pageFromHtml } from '../../core/page/from-html';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { demoPages } from '../../demo/shop/demo-pages';

const strip = (address: string) => stripAddress(address, rulebook.hosts);

describe('a stripped address', () => {
  test.each([
    // as it was                                                              as it is kept                                        as it is shown
    [
      'https://www.tiktok.com/@budi.s/video/7600000000000000101?x=1#y',
      'https://www.tiktok.com/@_/video/00000',
      '/@{id}/video/{id}',
    ],
    [
      'https://shop-id.tokopedia.com/pdp/botol-minum/1730000000000000001',
      'https://shop-id.tokopedia.com/pdp/_/00000',
      '/pdp/{id}/{id}',
    ],
    [
      'https://www.tiktok.com/shop/pdp/x/1?region=id&token=abc',
      'https://www.tiktok.com/shop/pdp/_/_?region=ID',
      '/shop/pdp/{id}/{id}',
    ],
    [
      'https://www.tiktok.com/shop/order_list?main_order_id=577000012345678',
      'https://www.tiktok.com/shop/order_list',
      '/shop/order_list',
    ],
    ['https://user:pass@www.tokopedia.com/cart', '', null],
    ['nonsense', '', null],
    ['data:text/html,x', '', null],
  ])('of %s holds no name and no number', (address, kept, shown) => {
    expect(strip(address)).toBe(kept);
    expect(pathTemplate(kept)).toBe(shown);
  });
});

describe('a stripped reading', () => {
  test.each(demoPages.map(({ name, address, html }) => [name, address, html]))(
    'of %s is judged as the whole one is',
    (_name, address, html) => {
      const reading = readPage(pageFromHtml(html, address, rulebook.signals), rulebook);
      const stripped = stripReading(reading, rulebook.hosts);
      const verdictOf = (of: typeof reading) => {
        const {
          address: _address,
          evidence,
          lookalike: _of,
          ...verdict
        } = judgeReading(of, rulebook, '2026-11-24');
        return { ...verdict, signals: evidence.map(({ signal, weight, where }) => [signal, weight, where]) };
      };
      expect(verdictOf(stripped)).toEqual(verdictOf(reading));
      expect(JSON.stringify(stripped)).not.toMatch(/\d{8,}/);
    },
  );
});
