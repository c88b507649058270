import { Window } from 'happy-dom';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { mask, maskText } from '../../core/personal/mask-text';
import { personalRules } from '../../core/personal/personal-rules';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { redactSnapshot } from '../../in-page/personal/redact-snapshot';

const documentOf = (html: string): Document => {
  const window = new Window({ url: 'https://www.tiktok.com/' });
  window.document.write(html);
  return window.document as unknown as Document;
};
const snapshotOf = (html: string, rules = personalRules): string =>
  redactSnapshot(documentOf(html), {
    rules,
    hosts: rulebook.hosts,
    title: '████ TikTok',
    personalIn: (node) => {
      const at = (node.nodeValue ?? '').indexOf('Tokopedia Budi');
      return at === -1 ? [] : [{ from: at, to: at + 14 }];
    },
    shadowOf: (element) => element.shadowRoot,
  });

describe('masked text', () => {
  test.each([
    ['Budi Santoso', mask],
    ['Klik keranjang kuning sekarang!', `${mask} keranjang kuning ${mask}`],
    ['TikTok Shop by Tokopedia', 'TikTok Shop by Tokopedia'],
    ['Keranjangku', mask],
    ['Order ID 576460001234567890', `Order ID ${mask}`],
    ['Rp12.500.000', `Rp${mask}`],
    [' \n ', ' '],
    ['', ''],
  ])('%j becomes %j', (text, masked) => expect(maskText(text, personalRules)).toBe(masked));

  test('tells no length and no number of words', () => {
    expect(maskText('satu dua tiga', personalRules)).toBe(maskText('x', personalRules));
  });

  test('holds no phrase that is part of a name', () => {
    expect(maskText('Shop Budi', personalRules, [{ from: 0, to: 9 }])).toBe(mask);
  });
});

describe('the snapshot', () => {
  test('keeps structure and known phrases, and nothing else', () => {
    const html = snapshotOf(`<!doctype html><html lang="id" data-user="budi"><title>Budi | TikTok</title>
      <script>var name = 'budi'</script><style>.budi{}</style>
      <body class="budi" onclick="budi()"><main role="main" id="budi" data-name="budi" style="background:url(budi)">
      <h1 lang="budi" aria-label="Budi">Keranjang kuning milik Budi</h1><!-- budi -->
      <a href="https://shop-id.tokopedia.com/pdp/budi/1730000000000000001?budi=1#budi">Beli sekarang</a>
      <a href="https://budi.example/budi">x</a><a href="mailto:budi@contoh.id">y</a><a href="javascript:budi()">z</a>
      <a href="/@budi/video/7600000000000000101">v</a>
      <input type="text" value="budi" placeholder="budi"><textarea>budi</textarea>
      <select><option value="budi" selected>budi</select><budi-card title="budi">Bayar</budi-card>
      <img src="https://cdn.example/budi.jpg" alt="budi"><svg><text>budi</text></svg>
      <p>Tokopedia Budi &lt;b&gt;</p></main></body></html>`);
    expect(html).not.toMatch(/budi/i);
    expect(html).toMatch(
      /^<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>████ TikTok<\/title><\/head><body>/,
    );
    expect(html).toContain('<h1>Keranjang kuning ████</h1>');
    expect(html).toContain('<a href="https://shop-id.tokopedia.com/pdp/_/_">Beli sekarang</a>');
    expect(html).toContain('<a href="https://_/">████</a><a>████</a><a>████</a>');
    expect(html).toContain('<a href="https://www.tiktok.com/@_/video/_">');
    expect(html).toContain('<div>Bayar</div>');
    expect(html).toContain('<p>████</p>');
    expect(html).not.toMatch(/<script|style|class|\bid=|data-|\bsrc=|on[a-z]+=|value=/);
  });

  test('is the same each time, and well-formed', () => {
    const page = '<p>a<b>c<i>Bayar</p><ul><li>x<li>y</ul><table><tr><td>Total</table>';
    expect(snapshotOf(page)).toBe(snapshotOf(page));
    const errors: string[] = [];
    parse(snapshotOf(page), { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  test('holds open shadow roots as such', () => {
    const document = documentOf('<div></div>');
    const host = document.querySelector('div') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Budi, Bayar</p>';
    const html = redactSnapshot(document, {
      rules: personalRules,
      hosts: rulebook.hosts,
      title: 'TikTok',
      personalIn: () => [],
      shadowOf: (element) => element.shadowRoot,
    });
    expect(html).toContain('<div><template shadowrootmode="open"><p>████ Bayar</p></template></div>');
  });

  test('is cut where a page has no end, says so, and closes what is open', () => {
    const small = { ...personalRules, snapshot: { ...personalRules.snapshot, elements: 50, depth: 10 } };
    const wide = snapshotOf(`<div>${'<p>x</p>'.repeat(200)}</div>`, small);
    expect(wide.match(/<p>/g)).toHaveLength(49);
    expect(wide).toMatch(/<\/div><\/body><\/html>\n<!-- Cut: .+ -->\n$/);
    const deep = snapshotOf(`${'<div>'.repeat(40)}x`, small);
    expect(deep.match(/<div>/g)).toHaveLength(11);
    expect(deep).toMatch(/<!-- Cut: /);
    expect(snapshotOf('<p>x</p>')).not.toContain('Cut');
  });
});
