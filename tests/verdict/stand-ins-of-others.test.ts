import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { today, videoAddress } from '../builders/pages';

const shopProduct = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const document = (title: string, body: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const judged = (html: string, address: string): Verdict =>
  judge(pageFromHtml(html, address, rulebook.signals), rulebook, today);

/** Whatever stands there, on a page that its data judge and on one that its address does. */
const standsFor = (name: string, cases: readonly (readonly [string, string, string | null])[]) =>
  describe(name, () => {
    const whole = cases.flatMap(([what, html, why]) =>
      [shopProduct, videoAddress].map(
        (address) => [what, new URL(address).host, html, address, why] as const,
      ),
    );
    test.each(whole)('%s, on %s', (_what, _host, html, address, why) => {
      const { unread, ...verdict } = judged(html, address);
      expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', drift: [], lookalike: null });
      const page = unread.filter(({ what }) => what === 'page').map((entry) => entry.why);
      if (why === null) expect(page).toHaveLength(1);
      else expect(page).toEqual([why]);
    });
  });

standsFor('an error page of a server', [
  [
    'IIS',
    document(
      '404 - File or directory not found.',
      '<h1>Server Error</h1><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed.</h3>',
    ),
    'error-status',
  ],
  [
    'Tomcat',
    document(
      'HTTP Status 404 – Not Found',
      '<h1>HTTP Status 404 – Not Found</h1><p><b>Type</b> Status Report</p>',
    ),
    'error-status',
  ],
  [
    'a store of files, in XML',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    'error-status',
  ],
  [
    'a store of files that has no such key',
    '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
    'error-status',
  ],
  [
    'Google’s front end',
    '<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins>',
    'error-status',
  ],
  [
    'HAProxy',
    '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
    'error-status',
  ],
  ['a line of Go', '404 page not found', 'error-status'],
  [
    'Express',
    '<!DOCTYPE html><html><head><title>Error</title></head><body><pre>Cannot GET /pdp/contoh</pre></body></html>',
    'error-status',
  ],
  [
    'Spring',
    '<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error.</p><div>There was an unexpected error (type=Not Found, status=404).</div></body></html>',
    'error-status',
  ],
  ['Laravel', document('Server Error', '<div>500</div><div>Server Error</div>'), 'error-status'],
  ['Squid', document('ERROR: The requested URL could not be retrieved', '<h1>ERROR</h1>'), 'error-status'],
  [
    'F5',
    document('Request Rejected', 'The requested URL was rejected. Your support ID is: 1'),
    'error-status',
  ],
  [
    'a server that moved',
    document('301 Moved Permanently', '<h1>301 Moved Permanently</h1><hr>nginx'),
    'error-status',
  ],
  ['a page of one link', '<a href="https://www.tiktok.com/login">Found</a>.', null],
  ['an answer of an interface', '{"code":404,"message":"not found"}', 'not-as-served'],
  [
    'Cloudflare, of the origin',
    document(
      'contoh | 522: Connection timed out',
      '<h1>Connection timed out <span>Error code 522</span></h1>',
    ),
    'error-status',
  ],
]);

standsFor('an error page of a browser, a country or the site itself', [
  [
    'Chromium',
    document(
      'www.tiktok.com',
      '<h1>This site can’t be reached</h1><p>www.tiktok.com’s server IP address could not be found.</p>DNS_PROBE_FINISHED_NXDOMAIN',
    ),
    'error-status',
  ],
  [
    'Chromium in Indonesian',
    document('shop-id.tokopedia.com', '<h1>Situs ini tidak dapat dijangkau</h1>ERR_CONNECTION_TIMED_OUT'),
    'error-status',
  ],
  [
    'Chromium offline, in Indonesian',
    document('shop-id.tokopedia.com', '<h1>Tidak ada internet</h1><p>Periksa kabel jaringan</p>'),
    'error-status',
  ],
  [
    'Firefox',
    document('Server Not Found', '<h1>Hmm. We’re having trouble finding that site.</h1>'),
    'error-status',
  ],
  [
    'Safari',
    document('Failed to open page', '<h1>Safari Can’t Open the Page</h1><p>The server isn’t responding.</p>'),
    'error-status',
  ],
  ['Edge in Indonesian', document('Hmmm... tidak dapat mencapai halaman ini', ''), 'error-status'],
  [
    'a shop, in spoken Indonesian',
    document('Tokopedia', '<h1>Waduh, tujuanmu nggak ada!</h1><p>Mungkin kamu salah jalan atau alamat.</p>'),
    'error-status',
  ],
  [
    'a shop that is busy',
    document(
      'Tokopedia',
      '<h2>Oops, lagi rame banget nih</h2><p>Antre dulu ya, coba beberapa saat lagi.</p>',
    ),
    'error-status',
  ],
  [
    'a page that is not available',
    document('TikTok', '<p>Page not available</p><p>Sorry about that!</p>'),
    'error-status',
  ],
  [
    'a list of a country',
    document('Internet Positif', '<p>Situs yang Anda tuju tidak dapat diakses.</p>'),
    'error-status',
  ],
  [
    'a network that asks first',
    document('Wi-Fi Gratis', '<h1>Selamat datang</h1><button>Hubungkan</button>'),
    null,
  ],
  ['in Malay', document('Halaman tidak dijumpai', '<p>404</p>'), 'error-status'],
  ['in Russian', document('Доступ запрещён', '<p>Ошибка 403</p>'), 'error-status'],
  ['in Turkish', document('Sayfa bulunamadı', ''), 'error-status'],
  ['in Polish', document('Nie znaleziono strony', ''), 'error-status'],
]);

standsFor('a check of the visitor', [
  [
    'PerimeterX',
    document('Access to this page has been denied', '<div id="px-captcha"></div>Press &amp; Hold'),
    'challenge',
  ],
  [
    'Kasada',
    '<html><head></head><body><script>window.KPSDK={};</script><script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/ips.js"></script></body></html>',
    'challenge',
  ],
  [
    'Akamai',
    '<html><head></head><body><div id="sec-if-cpt-container"></div><script src="/_sec/cp_challenge/a.htm"></script></body></html>',
    'challenge',
  ],
  [
    'TikTok’s own firewall',
    document('Please wait...', '<p id="wci" class="_wafchallengeid"></p><p>Please wait...</p>'),
    'challenge',
  ],
  [
    'TikTok’s slider',
    document('TikTok', '<div class="captcha_verify_container">Drag the slider to fit the puzzle</div>'),
    'challenge',
  ],
  ['Vercel', document('Vercel Security Checkpoint', '<p>We’re verifying your browser</p>'), 'challenge'],
  [
    'Anubis',
    document('Making sure you’re not a bot!', '<h1>Making sure you’re not a bot!</h1>'),
    'challenge',
  ],
  ['DDoS-Guard', document('DDOS-GUARD', '<h1>Checking your browser before accessing</h1>'), 'challenge'],
  [
    'Alibaba',
    '<html><head><meta name="aliyun_waf_aa" content="x"></head><body><textarea style="display:none">x</textarea><script>var arg1="x"</script></body></html>',
    'challenge',
  ],
  [
    'in German',
    document('Nur einen Moment…', '<p>Bestätigen Sie, dass Sie ein Mensch sind</p>'),
    'challenge',
  ],
  ['in Japanese', document('しばらくお待ちください...', '<p>人間であることを確認します</p>'), 'challenge'],
  ['in Dutch', document('Een moment geduld', '<p>Controleren of u een mens bent</p>'), 'challenge'],
  ['in Hindi', document('एक क्षण...', '<p>सत्यापित करें कि आप इंसान हैं</p>'), 'challenge'],
]);

standsFor('a request to log in', [
  [
    'in Indonesian',
    document('Masuk | Tokopedia', '<h1>Masuk</h1><input placeholder="Nomor HP atau Email">'),
    'login-wall',
  ],
  [
    'whose heading is a smaller one',
    document('TikTok - Make Your Day', '<h2>Log in to TikTok</h2><div>Use phone / email / username</div>'),
    'login-wall',
  ],
  ['to sign up', document('Sign up | TikTok', '<h2>Sign up for TikTok</h2>'), 'login-wall'],
  ['to sign up, in Indonesian', document('Daftar | Tokopedia', '<h1>Daftar Sekarang</h1>'), 'login-wall'],
  ['of a network', document('hotspot', '<form><input name="u"><input type="password"></form>'), 'login-wall'],
]);

standsFor('nothing to see', [
  ['a shell for a program', document('TikTok', '<div id="app"></div><script src="a.js"></script>'), 'empty'],
  ['a sign that it loads', document('Tokopedia', '<div class="loader">Memuat...</div>'), 'empty'],
  [
    'words for who has no scripts',
    document('Shop', '<noscript>Enable JavaScript.</noscript><div></div>'),
    'empty',
  ],
  ['blanks', '   \n\n  ', 'empty'],
  ['a byte order mark', '\ufeff', 'empty'],
]);

describe('a page of buying that came is taken for one', () => {
  test.each([
    [
      'short, with a button',
      document('Kopi', '<h1>Kopi bubuk</h1><button>Beli sekarang</button>', '<script src="a.js"></script>'),
    ],
    [
      'short, with a program that holds data',
      document(
        'Kopi',
        '<h1>Kopi bubuk robusta pilihan</h1>',
        `<script>window.x={"a":"${'x'.repeat(900)}"}</script>`,
      ),
    ],
    [
      'long',
      document(
        'Kopi',
        `<h1>Kopi bubuk</h1><p>${'Kopi pilihan dari kebun. '.repeat(30)}Rp25.000</p><script></script>`,
      ),
    ],
  ])('%s', (_what, html) => {
    expect(judged(html, shopProduct)).toMatchObject({ basket: 'yes', processor: 'tokopedia' });
    expect(judged(html, 'https://www.tokopedia.com/toko/kopi')).toMatchObject({ basket: 'no' });
  });
});

describe('a file that is not the page as it was served', () => {
  const page = document('Video', '<h1>Video</h1><p>Botol minum contoh satu liter.</p>');
  const text = `<p>${'Botol minum contoh satu liter, warna hijau, dengan tutup. '.repeat(12)}</p>`;
  const wide = (before: string, after: string) => [...page].map((letter) => before + letter + after).join('');
  test.each([
    [
      'MHTML of Firefox’s add-on',
      'From: <Saved by UnMHT>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x',
      'mhtml',
    ],
    [
      'MHTML in small letters',
      'mime-version: 1.0\ncontent-type: multipart/related; boundary=x\n\n--x',
      'mhtml',
    ],
    [
      'a letter',
      'Return-Path: <a@example.org>\r\nReceived: by x\r\nContent-Type: text/html\r\n\r\n<html></html>',
      'mhtml',
    ],
    [
      'a saved view of the source, of Chromium',
      '<html><head></head><body><table><tr><td class="line-number" value="1"></td><td class="line-content">&lt;!DOCTYPE html&gt;</td></tr><tr><td></td><td>&lt;html lang="en"&gt;</td></tr></table></body></html>',
      'view-source',
    ],
    [
      'a saved view of the source, of Firefox',
      '<html><head></head><body id="viewsource"><pre><span>&lt;!DOCTYPE html&gt;</span>\n<span>&lt;html&gt;</span></pre></body></html>',
      'view-source',
    ],
    ['source in a box', '<pre>&lt;!DOCTYPE html&gt;&lt;html&gt;&lt;/html&gt;</pre>', 'view-source'],
    ['UTF-16, small end first', wide('', '\0'), 'utf-16'],
    ['UTF-16, big end first', wide('\0', ''), 'utf-16'],
    ['UTF-16 with its mark', `\ufffd\ufffd${wide('', '\0')}`, 'utf-16'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'pdf'],
    ['a PDF with a mark before it', '\ufeff%PDF-1.4\n', 'pdf'],
    ['a PDF after blanks', '\n\n%PDF-1.4\n1 0 obj', 'pdf'],
    ['gzip', '\u001f\ufffd\b\0\0\0\0\0\0\u0003\ufffd', 'packed'],
    ['Brotli', '\u000b\ufffd\u0002\ufffdh\ufffd\ufffd\u001a\ufffd\u0007q\ufffd\ufffd!', 'packed'],
    ['deflate', 'x\ufffd\ufffdV\ufffd\ufffd\ufffd\u0003\ufffd', 'packed'],
    ['a ZIP', 'PK\u0003\u0004\u0014\0\b', 'packed'],
    ['a picture', '\ufffd\ufffd\ufffd\ufffd\0\u0010JFIF\0\u0001', 'packed'],
    ['Base64', Buffer.from(page.repeat(3)).toString('base64'), 'packed'],
    ['a web archive', 'WARC/1.0\r\nWARC-Type: response\r\n', 'archive'],
    ['an answer with its headers', `HTTP/2 200 \r\ncontent-type: text/html\r\n\r\n${page}`, 'archive'],
    ['a HAR', '{"log":{"version":"1.2","entries":[]}}', 'data'],
    ['lines of JSON', '{"a":1}\n{"b":2}\n', 'data'],
    ['JSON that was cut', '{"__DEFAULT_SCOPE__":{"webapp.video-detail":{', 'data'],
    [
      'SingleFile',
      `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: x \n--><body>${text}</body></html>`,
      'saved',
    ],
    [
      'Save Page WE',
      `<!DOCTYPE html><html><head><meta name="savepage-url" content="x"></head><body>${text}</body></html>`,
      'saved',
    ],
    ['WebScrapBook', `<!DOCTYPE html><html data-scrapbook-source="x"><body>${text}</body></html>`, 'saved'],
    [
      'Monolith',
      `<!-- Saved from x at 2026-11-30 using monolith v2.8.1 --><html><body>${text}</body></html>`,
      'saved',
    ],
    [
      'HTTrack',
      `<html><!-- Mirrored from x by HTTrack Website Copier/3.x --><body>${text}</body></html>`,
      'saved',
    ],
    ['an old browser', `<!-- saved from url=(0045)x -->\n<html><body>${text}</body></html>`, 'saved'],
    ['a page whose scripts were taken out', document('Video', `<h1>Video</h1>${text}`), 'without-scripts'],
    ['plain text', 'Botol minum contoh satu liter. '.repeat(40), 'other-text'],
    ['a page as Markdown', `Title: Video\n\nURL Source: ${videoAddress}\n\n${text.repeat(2)}`, 'other-text'],
    [
      'a talk with a server',
      `*   Trying 127.0.0.1...\n> GET / HTTP/2\n> Host: x\n${text.repeat(2)}`,
      'other-text',
    ],
    ['MHTML after an empty line', `\r\nFrom: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n${page}`, 'mhtml'],
    ['a page written for mail', `<!DOCTYPE html><html><body class=3D"x">${text}</body></html>`, 'mhtml'],
    [
      'a long page’s source in a box',
      `<html><body><pre>&lt;!DOCTYPE html&gt;${text.repeat(60)}</pre></body></html>`,
      'view-source',
    ],
    [
      'a saved view of a source',
      `<html><body><table><tr><td class="line-content"><span>&lt;!DOCTYPE html&gt;</span>${text.repeat(60)}</td></tr></table></body></html>`,
      'view-source',
    ],
  ])('%s is named', (_what, html, file) => {
    const { basket, drift, unread } = judged(html, videoAddress);
    expect({ basket, drift, unread }).toEqual({
      basket: 'unknown',
      drift: [],
      unread: [
        { what: 'page', why: 'not-as-served' },
        { what: 'file', why: file },
      ],
    });
  });
});
