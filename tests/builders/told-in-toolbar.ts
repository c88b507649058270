import type { DrivenBrowser, DrivenPage } from '../../demo/drive/driver';

/** What a button's title tells, by the first words that fit; a title of ours alone tells nothing. */
const tellings = [
  ['tokopedia', /processed by PT Tokopedia|diproses PT Tokopedia/],
  ['other-region', /host for other regions|wilayah lain/],
  ['none', /has no yellow basket|tidak memuat keranjang kuning|not a page where one buys|Ini bukan halaman/],
  ['lookalike', /: (Careful|Awas)/],
  ['stale', /reload it to read|[Mm]uat ulang/],
  ['elsewhere', /we do not judge it|tidak menilainya/],
  ['browse', /no page to buy on|bukan tempat membeli/],
  ['seller', /for sellers|untuk penjual/],
  ['native', /You are on Tokopedia|sedang di Tokopedia/],
  [
    'unknown',
    /cannot tell|could not|does not say|may have been removed|tidak tahu|tidak dapat|tidak menyebut|mungkin sudah dihapus/,
  ],
  ['', /^[^:]*$/],
] as const;
export type Told = (typeof tellings)[number][0];

/** The state that a title tells of, so that no test passes on a title that nobody foresaw. */
export function toldBy(title: string): Told {
  const [told] = tellings.find(([, words]) => words.test(title)) ?? [];
  if (told === undefined) throw new Error(`the toolbar tells something unforeseen: ${title}`);
  return told;
}

/** What the button tells on a page's tab. */
export const toldOn = async (browser: DrivenBrowser, page: DrivenPage): Promise<Told> =>
  toldBy(await browser.titleOf(page));
