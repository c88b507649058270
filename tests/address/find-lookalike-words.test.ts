import { describe, expect, test } from 'vitest';
import { findLookalike } from '../../core/address/find-lookalike';
import rules from '../../rulebook/lookalike.json';

const genuine = [
  'tiktok.com',
  'tiktokv.com',
  'tiktok.shop',
  'tokopedia.com',
  'tokopediax.com',
  'tokopedia.net',
];
/** As a browser hands a host over: lower case, foreign letters as punycode. */
const asHost = (name: string): string =>
  URL.canParse(`https://${name}/`) ? new URL(`https://${name}/`).hostname : name;
const find = (name: string) => findLookalike(asHost(name), genuine, rules);

describe('an imitated host', () => {
  test.each([
    ['shop-id.tokopedia.com.parcel.example', 'shop-id.tokopedia.com', 'genuine-name-as-subdomain'],
    ['www.tiktok.com.login.example', 'www.tiktok.com', 'genuine-name-as-subdomain'],
    ['tokopedia.com.id-promo.example', 'tokopedia.com', 'genuine-name-as-subdomain'],
    ['tokopedia.id', 'tokopedia.com', 'swapped-ending'],
    ['tiktok.example', 'tiktok.com', 'swapped-ending'],
    ['tokped.example', 'tokopedia.com', 'swapped-ending'],
    ['tiktok.id-shop.example', 'tiktok.com', 'brand-in-name'],
    ['shop-id-tokopedia.example', 'shop-id.tokopedia.com', 'brand-in-name'],
    ['promo-tokped.example', 'tokopedia.com', 'brand-in-name'],
    ['tik.tok-shop.example', 'tiktok.com', 'brand-in-name'],
    ['shoptiktokofficial.example', 'shop.tiktok.com', 'brand-in-name'],
    ['jualantiktokonline.example', 'tiktok.com', 'brand-in-name'],
    ['tik-tok.example', 'tiktok.com', 'dashes'],
    ['toko-pedia.example', 'tokopedia.com', 'dashes'],
    ['t1kt0k.example', 'tiktok.com', 'digits-for-letters'],
    ['tokoped1a-shop.example', 'tokopedia.com', 'digits-for-letters'],
    ['tіktok.example', 'tiktok.com', 'homograph'],
    ['tοkopedia.example', 'tokopedia.com', 'homograph'],
    ['тікток.example', 'tiktok.com', 'homograph'],
    ['ţiktok-shop.example', 'tiktok.com', 'homograph'],
    ['tikotk.example', 'tiktok.com', 'typo'],
    ['tokopdia.example', 'tokopedia.com', 'typo'],
    ['tokpedla.example', 'tokopedia.com', 'typo'],
    ['titkoj-shop.example', 'tiktok.com', 'typo'],
    ['tuktpk.example', 'tiktok.com', 'typo'],
    ['toktok-shop.example', 'tiktok.com', 'typo'],
    ['www.tokopedla', 'tokopedia.com', 'typo'],
    ['tokopedla', 'tokopedia.com', 'typo'],
    ['l0k0p3d1a.example', 'tokopedia.com', 'typo'],
    ['tokopedia-shop-tiktok.example', 'tokopedia.com', 'brand-in-name'],
  ])('%s imitates %s: %s', (host, of, reason) => {
    expect(find(host)).toEqual({ of, reason });
  });
});

describe('a host that imitates nothing', () => {
  test.each([
    [
      'a genuine host',
      'tiktok.com www.tiktok.com shop-id.tokopedia.com tk.tokopedia.com oec-api.tiktokv.com',
    ],
    ['a genuine host with its final dot', 'www.tiktok.com. tokopedia.com.'],
    ['a number or a place at home', '127.0.0.1 192.168.1.20 [::1] [70c0:9ed1:a::] localhost'],
    ['a shop’s name before another word of five letters', 'toko.murah.example toko.batik.example'],
    [
      'another marketplace or a newspaper',
      'shopee.co.id www.lazada.co.id blibli.com tekno.kompas.com selular.id',
    ],
    [
      'two words that hold a brand where they meet',
      'batiktoko.id batiktokoonline.id plastik-toko.id kosmetiktoko.id',
    ],
    ['a short word before "toko"', 'optiktoko.id antiktoko.id toko-batiktokoku.id politiktokoh.id'],
    ['a project of its own name', 'tiktoken.example tiktokenizer.example js-tiktoken.example tekton.example'],
    [
      'a word near the short brand',
      'tictac.id ticktock.id tiptop.id toktok.id tiktik.id tictoc.id tiktak.id titok.hu shoptuktuk.id',
    ],
    ['another name that ends in "tok"', 'fittok.example booktok.example gojektok.example'],
    [
      'another "…pedia"',
      'otopedia.id fotopedia.id logopedia.nl robopedia.id tokohpedia.id infopedia.id stokpedia.id',
    ],
    ['another "toko…"', 'tokobuku.id tokoku.id tokocrypto.com tokomedia.id tokopedas.id tokoonline.id'],
    ['a nickname only by chance', 'stokpedas.id stokped.id kotokpedia.id tokpedas.id'],
  ])('%s', (_what, hosts) => {
    for (const host of hosts.split(' ')) expect(find(host), host).toBeNull();
  });
});

describe('anything at all as a host', () => {
  test.each([
    ['nothing', ''],
    ['dots', '.'.repeat(5_000)],
    ['broken punycode', 'xn--\u{10ffff}.xn--99999999.xn--'],
    ['half a character', '\ud800.tik'],
    ['ten thousand letters', 'tiktosho'.repeat(1_250)],
    ['ten thousand labels', 'shop.'.repeat(10_000)],
    ['commerce words without end', 'shopmall'.repeat(1_000)],
  ])('%s is answered at once', (_what, host) => {
    const before = performance.now();
    expect(() => findLookalike(host, genuine, rules)).not.toThrow();
    expect(performance.now() - before).toBeLessThan(200);
  });
});
