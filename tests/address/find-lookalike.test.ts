import { describe, expect, test } from 'vitest';
import { findLookalike, holdsBrandName } from '../../core/address/find-lookalike';
import { builtInRulebook } from '../../core/rulebook/built-in';

const { hosts, lookalike } = builtInRulebook;
const domains = hosts.domains.map(({ domain }) => domain);
/** What the rules say of a host as a browser would write it. */
const find = (host: string) => findLookalike(new URL(`https://${host}/`).hostname, domains, lookalike);

describe('an imitated host', () => {
  test.each([
    // host                                        imitates                 by
    ['shop-id.tokopedia.com.masuk.example', 'shop-id.tokopedia.com', 'genuine-name-as-subdomain'],
    ['www.tiktok.com.login.example', 'www.tiktok.com', 'genuine-name-as-subdomain'],
    ['tiktok.com.example', 'tiktok.com', 'genuine-name-as-subdomain'],
    ['tokopedia.co', 'tokopedia.com', 'swapped-ending'],
    ['tokopedia.example', 'tokopedia.com', 'swapped-ending'],
    ['www.tiktok.net', 'www.tiktok.com', 'swapped-ending'],
    ['tokopedia.id.example', 'tokopedia.com', 'swapped-ending'],
    ['promo-tokopedia.example', 'tokopedia.com', 'brand-in-name'],
    ['tiktokshopgratis.example', 'tiktok.com', 'brand-in-name'],
    ['hadiah-tiktok.toko.example', 'tiktok.com', 'brand-in-name'],
    ['shop-id-tokopedia.example', 'shop-id.tokopedia.com', 'brand-in-name'],
    ['shopid.tokopedia.example', 'shop-id.tokopedia.com', 'swapped-ending'],
    ['undiantokped2026.example', 'tokopedia.com', 'brand-in-name'],
    ['kendaraantokped7.example', 'tokopedia.com', 'brand-in-name'],
    ['tik.tok-shop.example', 'tiktok.com', 'brand-in-name'],
    ['toko.pedia-promo.example', 'tokopedia.com', 'brand-in-name'],
    ['to.kopedia.example', 'tokopedia.com', 'brand-in-name'],
    [`tiktok-shop.${'a.'.repeat(110)}example`, 'tiktok.com', 'brand-in-name'], // as many labels as a name may have
    ['tiktokfans.blackfriday', 'tiktok.com', 'brand-in-name'],
    ['a.tiktokfans.blackfriday', 'tiktok.com', 'brand-in-name'],
    ['vt-tiktok.example', 'vt.tiktok.com', 'dashes'],
    ['m-tokopedia.example', 'm.tokopedia.com', 'dashes'],
    ['tokopedia-otp.example', 'tokopedia.com', 'brand-in-name'],
    ['secure-tokopedia.example', 'tokopedia.com', 'brand-in-name'],
    ['konfirmasi.tokopedia.example', 'tokopedia.com', 'swapped-ending'],
    ['tik-tok.example', 'tiktok.com', 'dashes'],
    ['toko-pedia-resmi.example', 'tokopedia.com', 'dashes'],
    ['t1kt0k.example', 'tiktok.com', 'digits-for-letters'],
    ['t0koped1a.example', 'tokopedia.com', 'digits-for-letters'],
    ['tikt0k-shop.example', 'tiktok.com', 'digits-for-letters'],
    ['tiktk.example', 'tiktok.com', 'typo'],
    ['tikttok.example', 'tiktok.com', 'typo'],
    ['titkok.example', 'tiktok.com', 'typo'],
    ['tlktok-shop.example', 'tiktok.com', 'typo'],
    ['shoptikyokk.example', 'tiktok.com', 'typo'],
    ['tictoc-shop.example', 'tiktok.com', 'typo'],
    ['toktokshop.example', 'tiktok.com', 'typo'],
    ['t.iktok.example', 'tiktok.com', 'typo'],
    ['tokopeda.example', 'tokopedia.com', 'typo'],
    ['tokkopedla.example', 'tokopedia.com', 'typo'],
    ['tokopedai-promo.example', 'tokopedia.com', 'typo'],
    ['login-tokopidia.example', 'tokopedia.com', 'typo'],
    ['tok0pdia.example', 'tokopedia.com', 'typo'],
    ['tokopedın.example', 'tokopedia.com', 'homograph'],
    ['tіktok.example', 'tiktok.com', 'homograph'], // Cyrillic і
    ['тikток.example', 'tiktok.com', 'homograph'], // Cyrillic т, о, к
    ['tοkοpedia.example', 'tokopedia.com', 'homograph'], // Greek omicron
    ['tökopedia.example', 'tokopedia.com', 'homograph'],
    ['tôktok.example', 'tiktok.com', 'homograph'],
    ['tiktoĸ.example', 'tiktok.com', 'homograph'],
  ])('%s is named, imitating %s (%s)', (host, of, reason) => {
    expect(find(host)).toEqual({ of, reason });
  });

  test('is named without an ending, too', () => {
    expect(find('www.tokopedin')).toEqual({ of: 'tokopedia.com', reason: 'typo' });
  });
});

describe('a host that is nobody’s imitation', () => {
  test.each([
    // a delivery network’s name for a host of the companies
    'vt.tiktok.com.edgesuite.net',
    'tiktok.com.bytewlb.akadns.net',
    'tiktokv.com.edgekey.net',
    'tiktokcdn.com.akamaized.net',
    // where Tokopedia’s app has cards registered
    'pay.tokopedia.id',
    // genuine, also where no rule judges them
    'www.tiktok.com',
    'shop-id.tokopedia.com',
    'anything.tokopedia.com',
    'images.tokopedia.net',
    'pay.tokopediax.com',
    'p16-oec-sg.tiktokcdn.com',
    'partner.us.tiktokshop.com',
    'seller.tiktokglobalshop.com',
    'm.tiktok.shop',
    'www.tiktok.com.',
    // ordinary shops and pages
    'shopee.co.id',
    'www.lazada.co.id',
    'www.blibli.com',
    'www.bukalapak.com',
    'tekno.kompas.com',
    'www.kalodata.com',
    'id.shp.ee',
    'localhost',
    '127.0.0.1',
    '[2001:db8::1]',
    'example.org',
    // words that meet: batik + toko
    'batiktoko.example',
    'plastiktokojaya.example',
    'kosmetiktoko.example',
    'optiktoko.example',
    'antiktokoku.example',
    'statistiktool.example',
    'batiktokyo.example',
    'batik.tokobagus.example',
    // words of their own near a brand
    'taktik.example',
    'tekton.example',
    'ticktock.example',
    'tictoc.example',
    'tiptop.example',
    'viktor-shop.example',
    'tuktuk-shop.example',
    'tipton.example',
    'otopedia.example',
    'logopedia.example',
    'fotopedia.example',
    'teknopedia.example',
    'ensiklopedia.example',
    'wikipedia.org',
    'infopedia.example',
    'autopedia.example',
    // ordinary toko…
    'tokobuku.example',
    'tokoku.example',
    'tokocrypto.com',
    'tokoonline.example',
    'to.kopi.example',
    'toko.pediatri.example',
    'stok.example',
    // a brand’s word, and nothing of trade beside it
    'tiktokfans.blackfriday.example',
    'logtiktokin.example',
    'tiktok-orlearnder.example',
    'tiktokfans.kenangapay.example',
    // two letters of a short word, which stand on either side of a dot by chance
    'ti.ktok.example',
    'tikt.ok.example',
  ])('%s is not named', (host) => {
    expect(find(host)).toBeNull();
  });
});

test('never throws and stays quick, whatever the name', () => {
  const names = [
    '',
    '.',
    '...',
    'xn--',
    'xn--a',
    'xn--99999999999',
    'a'.repeat(10_000),
    'tik'.repeat(5000),
    'shop'.repeat(20_000),
    `${'shopid'.repeat(10)}.com`,
    '\u0000',
    '\u202etiktok',
    '💥.example',
    'a.'.repeat(5000),
  ];
  for (const name of names) {
    const start = performance.now();
    expect(() => findLookalike(name, domains, lookalike)).not.toThrow();
    expect(performance.now() - start, name.slice(0, 20)).toBeLessThan(500);
  }
});

test.each([
  ['a label at the last place that a name may have', `tiktok-shop.${'a.'.repeat(125)}example`, true],
  ['a label beyond it', `tiktok-shop.${'a.'.repeat(126)}example`, false],
  ['a word within the last 1000 letters', `tiktok-shop${'a'.repeat(900)}.example`, true],
  ['a word before them', `tiktok-shop${'a'.repeat(1100)}.example`, false],
])('a name that is too long is judged by its end: %s', (_what, host, isSeen) => {
  expect(findLookalike(host, domains, lookalike) !== null).toBe(isSeen);
  expect(holdsBrandName(host, lookalike)).toBe(isSeen);
});

test.each([
  ['tiktokfans.example', true],
  ['TikTokFans.example', true],
  ['fans.tiktok.', true],
  ['tik.tokfans.example', false],
  ['tiktoken.', false],
  ['example.org', false],
])('whether %s holds a brand’s word at all: %s', (host, holds) => {
  expect(holdsBrandName(host, lookalike)).toBe(holds);
});

test('a word of eight letters may be cut behind its second', () => {
  const brands = [{ word: 'kiosbiru', of: 'kiosbiru.example', typos: true }];
  expect(findLookalike('ki.osbiru.example', [], { ...lookalike, brands })).toEqual({
    of: 'kiosbiru.example',
    reason: 'brand-in-name',
  });
});
