import fc from 'fast-check';
import punycode from 'punycode/punycode.js';
import hosts from '../../rulebook/hosts.json';
import lookalike from '../../rulebook/lookalike.json';
import { hostileText } from './hostile-texts';

const genuine = [
  ...hosts.hosts.map(({ host }) => host),
  ...hosts.domains.map(({ domain }) => domain),
  'seller-id.tiktok.com',
  'brand-new.tokopedia.com',
];
const twins: Readonly<Record<string, string>> = lookalike.confusables;

type Twist = (host: string, at: number) => string;
const put = (host: string, at: number, text: string, over = 0) =>
  host.slice(0, at) + text + host.slice(at + over);
const twists: readonly Twist[] = [
  (host) => host,
  (host) => host,
  (host) => `${host}.`,
  (host) => `${host}..`,
  (host) => `.${host}`,
  (host) => host.toUpperCase(),
  (host, at) => put(host, at, host.charAt(at).toUpperCase(), 1),
  (host) => `${host}.example`,
  (host) => `${host}.example.net`,
  (host) => `x${host}`,
  (host) => `a.b.${host}`,
  (host) => `example.net/${host}`,
  (host) => `example.net\\${host}`,
  (host) => `${host}@example.net`,
  (host) => `example.net#@${host}`,
  (host) => `${host}%2eexample.net`,
  (host) => `${host}%00.example.net`,
  (host) => host.replaceAll('.', '。'),
  (host) => host.replaceAll('.', '-'),
  (host) => host.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  (host, at) => put(host, at, String.fromCodePoint(0xfee0 + (host.codePointAt(at) ?? 97)), 1),
  (host, at) =>
    put(
      host,
      at,
      [...(twins[host.charAt(at)] ?? 'x')][at % [...(twins[host.charAt(at)] ?? 'x')].length] as string,
      1,
    ),
  (host) =>
    host.replace(
      /[^.]+/g,
      (label) => `xn--${punycode.encode([...label].map((letter) => twins[letter]?.[0] ?? letter).join(''))}`,
    ),
  (host) => `xn--${host}`,
  (host, at) => put(host, at, '\u00ad'),
  (host, at) => put(host, at, '\u200b'),
  (host, at) => put(host, at, '\u202e'),
  (host, at) => put(host, at, '\t'),
  (host, at) => put(host, at, `%${host.charCodeAt(at).toString(16)}`, 1),
  (host, at) => put(host, at, '', 1),
  (host, at) => put(host, at, host.charAt(at)),
  (host, at) => put(host, at, String.fromCharCode(97 + (at % 26)), 1),
  (host, at) => put(host, at, '-'),
  (host, at) => put(host, at, '.'),
  (host) => `${'a.'.repeat(3000)}${host}`,
  (host) => `${'a'.repeat(9000)}.${host}`,
  (host) => `${host}.${'b'.repeat(9000)}`,
];

const host = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...genuine), fc.constantFrom(...twists), fc.nat({ max: 40 }))
      .map(([name, twist, at]) => twist(name, at % name.length)),
  },
  { weight: 1, arbitrary: fc.domain() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      'localhost',
      '',
      '.',
      '[::ffff:1.2.3.4]',
    ),
  },
  { weight: 1, arbitrary: hostileText },
);

const number = '1730000000000000001';
const path = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        '',
        '/',
        '/c',
        '/cart',
        `/pdp/x/${number}`,
        `/view/product/${number}`,
        `/us/pdp/${number}`,
        `/id/pdp/${number}`,
      ],
      ...[
        `/shop/pdp/x/${number}`,
        `/@demo/video/7600000000000000101`,
        '/@demo/live',
        '/@demo',
        '/legal/terms',
        '/t/ZSabc/',
      ],
      ...[
        '/view/fe_tiktok_ecommerce_in_web/order_submit/x',
        '/shop/order_list',
        '/checkout',
        '/streamer',
        '/explore',
      ],
      ...[
        `/%70dp/x/${number}`,
        `/pdp/..%2f${number}`,
        `/./pdp//${number}`,
        `\\pdp\\x\\${number}`,
        `/PDP/x/${number}`,
      ],
      ...[
        `/pdp/x/${'1'.repeat(9000)}`,
        `/${'a/'.repeat(4000)}`,
        '/%',
        '/%zz',
        '/;@:',
        '/pdp/x/１７３００００００００',
      ],
    ),
  },
  { weight: 1, arbitrary: hostileText.map((text) => `/${text}`) },
);

const assembled = fc
  .record({
    scheme: fc.oneof(
      { weight: 8, arbitrary: fc.constant('https://') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            'http://',
            'HTTPS://',
            'https:',
            'https:\\\\',
            'https:////',
            ' https://',
            'ftp://',
            'ws://',
            'file://',
          ],
          ...[
            'javascript://',
            'data:text/html,',
            'blob:https://',
            'view-source:https://',
            'chrome://',
            '//',
            '',
            'filesystem:https://',
          ],
        ),
      },
    ),
    user: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'a@',
          'a:b@',
          ':b@',
          '@',
          'shop-id.tokopedia.com@',
          'https%3A%2F%2Fwww.tiktok.com@',
          'www.tiktok.com:443@',
        ),
      },
    ),
    host,
    port: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(':443', ':0443', ':80', ':8443', ':', ':99999', ':x', ':-1') },
    ),
    path,
    query: fc.constantFrom(
      '',
      '',
      '?region=ID',
      '?region=id',
      '?region=US&region=ID',
      '?%72egion=%49D',
      '?region=ID#x',
      '?region',
      '?__proto__=ID',
      '?#',
    ),
  })
  .map(({ scheme, user, host: name, port, path: rest, query }) => scheme + user + name + port + rest + query);

/** Addresses made to be taken for genuine ones, and any text in an address's place. */
export const hostileAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: assembled },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  { weight: 1, arbitrary: hostileText },
);
