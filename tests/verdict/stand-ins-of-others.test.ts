import { describe, expect, test } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { today, videoAddress } from '../builders/pages';

const shopProduct = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const usProduct = 'https://www.tiktok.com/shop/pdp/sample/1730000000000000002';
const native = 'https://www.tokopedia.com/cart';
const kinds = [shopProduct, usProduct, videoAddress, native];
const document = (title: string, body: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const judged = (html: string, address: string): Verdict =>
  judge(pageFromHtml(html, address, rulebook.signals), rulebook, today);

/** What is said of a page that stands in another's place; null: any one thing. */
function expectUnread(html: string, address: string, why: string | null): void {
  const { unread, ...verdict } = judged(html, address);
  expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', drift: [], lookalike: null });
  const page = unread.filter(({ what }) => what === 'page').map((entry) => entry.why);
  if (why === null) expect(page).toHaveLength(1);
  else expect(page).toEqual([why]);
}

/**
 * One page a line, its parts two blanks apart: whose it is, its title and its body (`-`: none), or all its text;
 * `⏎` breaks a line. Each stands once in the place of each kind of page.
 */
const standsFor = (name: string, why: string, lines: string) =>
  describe(name, () => {
    const pages = lines
      .trim()
      .split('\n')
      .map((line) => line.trim().replaceAll('⏎', '\n').split('  '));
    const whole = pages.flatMap(([whose = '', first = '', body]) => {
      const html = body === undefined ? first : document(first, body === '-' ? '' : body);
      return kinds.map((address) => [whose, new URL(address).host, address, html] as const);
    });
    test.each(whole)('%s, on %s', (_whose, _host, address, html) => expectUnread(html, address, why));
  });

standsFor(
  'an error page of a server',
  'error-status',
  `
  Apache, 404  404 Not Found  <h1>Not Found</h1><p>The requested URL was not found on this server.</p>
  Akamai  Access Denied  <h1>Access Denied</h1>You don’t have permission to access this page. Reference #18.x
  CloudFront  ERROR: The request could not be satisfied  <h1>403 ERROR</h1><h2>The request could not be satisfied.</h2>
  Varnish  503 Backend fetch failed  <h1>Error 503 Backend fetch failed</h1><p>Guru Meditation: XID: 1</p>
  Envoy  upstream connect error or disconnect/reset before headers. reset reason: connection timeout
  a balancer  no healthy upstream
  in Indonesian  Halaman tidak ditemukan  <h1>Halaman tidak ditemukan</h1>
  in Indonesian, a fault  Ups  <h1>Terjadi kesalahan</h1><p>Coba lagi nanti.</p>
  in Vietnamese  Lỗi  <h1>Không tìm thấy trang</h1>
  in Thai  ข้อผิดพลาด  <h1>ไม่พบหน้านี้</h1>
  in Spanish  Error  <h1>Página no encontrada</h1>
  in Chinese  页面不存在  <h1>页面不存在</h1>
  IIS  404 - File or directory not found.  <h1>Server Error</h1><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed.</h3>
  Tomcat  HTTP Status 404 – Not Found  <h1>HTTP Status 404 – Not Found</h1><p><b>Type</b> Status Report</p>
  a store of files, in XML  <?xml version="1.0" encoding="UTF-8"?>⏎<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
  a store of files that has no such key  <?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>
  Google’s front end  <!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That’s an error.</ins>
  HAProxy  <html><body><h1>503 Service Unavailable</h1>⏎No server is available to handle this request.⏎</body></html>
  a line of Go  404 page not found
  Express  <!DOCTYPE html><html><head><title>Error</title></head><body><pre>Cannot GET /pdp/contoh</pre></body></html>
  Spring  <html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error.</p><div>There was an unexpected error (type=Not Found, status=404).</div></body></html>
  Laravel  Server Error  <div>500</div><div>Server Error</div>
  Squid  ERROR: The requested URL could not be retrieved  <h1>ERROR</h1>
  F5  Request Rejected  The requested URL was rejected. Your support ID is: 1
  a server that moved  301 Moved Permanently  <h1>301 Moved Permanently</h1><hr>nginx
  Cloudflare, of the origin  contoh | 522: Connection timed out  <h1>Connection timed out <span>Error code 522</span></h1>
`,
);

standsFor(
  'an error page of a browser, a country or the site itself',
  'error-status',
  `
  Chromium  www.tiktok.com  <h1>This site can’t be reached</h1><p>www.tiktok.com’s server IP address could not be found.</p>DNS_PROBE_FINISHED_NXDOMAIN
  Chromium in Indonesian  shop-id.tokopedia.com  <h1>Situs ini tidak dapat dijangkau</h1>ERR_CONNECTION_TIMED_OUT
  Chromium offline, in Indonesian  shop-id.tokopedia.com  <h1>Tidak ada internet</h1><p>Periksa kabel jaringan</p>
  Firefox  Server Not Found  <h1>Hmm. We’re having trouble finding that site.</h1>
  Safari  Failed to open page  <h1>Safari Can’t Open the Page</h1><p>The server isn’t responding.</p>
  Edge in Indonesian  Hmmm... tidak dapat mencapai halaman ini  -
  a shop, in spoken Indonesian  Tokopedia  <h1>Waduh, tujuanmu nggak ada!</h1><p>Mungkin kamu salah jalan atau alamat.</p>
  a shop that is busy  Tokopedia  <h2>Oops, lagi rame banget nih</h2><p>Antre dulu ya, coba beberapa saat lagi.</p>
  a page that is not available  TikTok  <p>Page not available</p><p>Sorry about that!</p>
  a list of a country  Internet Positif  <p>Situs yang Anda tuju tidak dapat diakses.</p>
  in Malay  Halaman tidak dijumpai  <p>404</p>
  in Russian  Доступ запрещён  <p>Ошибка 403</p>
  in Turkish  Sayfa bulunamadı  -
  in Polish  Nie znaleziono strony  -
`,
);

standsFor(
  'a check of the visitor',
  'challenge',
  `
  Cloudflare  Just a moment...  <script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>
  a check of the browser  Checking your browser  <p>Checking your browser before accessing.</p>
  DataDome  <html><body><script>var dd={"rt":"c"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>
  AWS  <html><head><title></title><script>window.gokuProps = {};</script></head><body><div id="challenge-container"></div></body></html>
  in Indonesian  Mohon tunggu  <p>Verifikasi bahwa Anda manusia</p>
  in Chinese  安全验证  <p>请完成安全验证</p>
  PerimeterX  Access to this page has been denied  <div id="px-captcha"></div>Press &amp; Hold
  Kasada  <html><head></head><body><script>window.KPSDK={};</script><script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/ips.js"></script></body></html>
  Akamai  <html><head></head><body><div id="sec-if-cpt-container"></div><script src="/_sec/cp_challenge/a.htm"></script></body></html>
  TikTok’s own firewall  Please wait...  <p id="wci" class="_wafchallengeid"></p><p>Please wait...</p>
  TikTok’s slider  TikTok  <div class="captcha_verify_container">Drag the slider to fit the puzzle</div>
  Vercel  Vercel Security Checkpoint  <p>We’re verifying your browser</p>
  Anubis  Making sure you’re not a bot!  <h1>Making sure you’re not a bot!</h1>
  DDoS-Guard  DDOS-GUARD  <h1>Checking your browser before accessing</h1>
  Alibaba  <html><head><meta name="aliyun_waf_aa" content="x"></head><body><textarea style="display:none">x</textarea><script>var arg1="x"</script></body></html>
  in German  Nur einen Moment…  <p>Bestätigen Sie, dass Sie ein Mensch sind</p>
  in Japanese  しばらくお待ちください...  <p>人間であることを確認します</p>
  in Dutch  Een moment geduld  <p>Controleren of u een mens bent</p>
  in Hindi  एक क्षण...  <p>सत्यापित करें कि आप इंसान हैं</p>
`,
);

standsFor(
  'a request to log in',
  'login-wall',
  `
  a form to log in  Log in | TikTok  <form><input type="password"></form>
  a form to log in, in Indonesian  Masuk  <form><input type="password"></form>
  in Indonesian  Masuk | Tokopedia  <h1>Masuk</h1><input placeholder="Nomor HP atau Email">
  whose heading is a smaller one  TikTok - Make Your Day  <h2>Log in to TikTok</h2><div>Use phone / email / username</div>
  to sign up  Sign up | TikTok  <h2>Sign up for TikTok</h2>
  to sign up, in Indonesian  Daftar | Tokopedia  <h1>Daftar Sekarang</h1>
  of a network  hotspot  <form><input name="u"><input type="password"></form>
`,
);

standsFor(
  'nothing to see',
  'empty',
  `
  a shell for a program  TikTok  <div id="app"></div><script src="a.js"></script>
  a sign that it loads  Tokopedia  <div class="loader">Memuat...</div>
  words for who has no scripts  Shop  <noscript>Enable JavaScript.</noscript><div></div>
`,
);

/** As nginx writes it. */
const plain = (line: string, server = 'nginx') =>
  `<html>\r\n<head><title>${line}</title></head>\r\n<body>\r\n<center><h1>${line}</h1></center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>`;

test.each<[string, string, string | null]>([
  ['nginx, 403', plain('403 Forbidden'), 'error-status'],
  ['nginx, 404', plain('404 Not Found'), 'error-status'],
  ['nginx, 502', plain('502 Bad Gateway'), 'error-status'],
  ['openresty, 503', plain('503 Service Temporarily Unavailable', 'openresty'), 'error-status'],
  ['a page of one link', '<a href="https://www.tiktok.com/login">Found</a>.', null],
  ['an answer of an interface', '{"code":404,"message":"not found"}', 'not-as-served'],
  [
    'a network that asks first',
    document('Wi-Fi Gratis', '<h1>Selamat datang</h1><button>Hubungkan</button>'),
    null,
  ],
  ['nothing at all', '', 'empty'],
  ['a bare document', '<html><head></head><body></body></html>', 'empty'],
  ['blanks', '   \n\n  ', 'empty'],
  ['a byte order mark', '\ufeff', 'empty'],
])('so does %s', (_whose, html, why) => {
  for (const address of kinds) expectUnread(html, address, why);
});

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
    ['a short text with a price', '# Kaus\n\nRp25.000\n', 'other-text'],
    ['Markdown that begins with a tag', '<p align=center>\n\n# Kaus\n\nRp25.000\n', 'other-text'],
    ['a feed', '<?xml version="1.0"?><rss><item><title>Kaus Rp25.000</title></item></rss>', 'other-text'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><text>Rp25.000</text></svg>', 'other-text'],
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
    const named = [
      { what: 'page', why: 'not-as-served' },
      { what: 'file', why: file },
    ];
    for (const address of [videoAddress, shopProduct]) {
      const { basket, drift, unread } = judged(html, address);
      expect({ basket, drift, unread }, address).toEqual({ basket: 'unknown', drift: [], unread: named });
    }
  });
});
