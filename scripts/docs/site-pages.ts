/** A page of the documentation site. */
export interface SitePage {
  /** Its Markdown in docs/, without the ending; for a made page the name it gets. */
  readonly name: string;
  readonly language: 'id' | 'en';
  /** What the contents call it. */
  readonly title: string;
}

/** The contents, group by group, in the order of the sidebar. */
export const sitePages: readonly { readonly group: string; readonly pages: readonly SitePage[] }[] = [
  { group: 'Behind the Basket', pages: [{ name: 'index', language: 'en', title: 'Start' }] },
  {
    group: 'Shoppers',
    pages: [
      { name: 'shoppers.id', language: 'id', title: 'Untuk pembeli' },
      { name: 'shoppers.en', language: 'en', title: 'For shoppers' },
      { name: 'privacy.id', language: 'id', title: 'Kebijakan privasi' },
      { name: 'privacy.en', language: 'en', title: 'Privacy policy' },
      { name: 'permissions', language: 'en', title: 'Permissions, one by one' },
      { name: 'browsers', language: 'en', title: 'What works in which browser' },
    ],
  },
  {
    group: 'The rulebook',
    pages: [
      { name: 'rulebook.id', language: 'id', title: 'Buku aturan' },
      { name: 'rulebook.en', language: 'en', title: 'The rulebook' },
    ],
  },
  {
    group: 'Researchers',
    pages: [
      { name: 'researchers', language: 'en', title: 'Methods, limits, citing' },
      { name: 'codebook', language: 'en', title: 'Codebook' },
      { name: 'research-package', language: 'en', title: 'The research package' },
      { name: 'study', language: 'en', title: 'From packages to a study' },
    ],
  },
  {
    group: 'Journalists',
    pages: [
      { name: 'journalists', language: 'en', title: 'Capture and verify' },
      { name: 'bundle-format', language: 'en', title: 'The evidence bundle' },
    ],
  },
  {
    group: 'Developers',
    pages: [
      { name: 'developers', language: 'en', title: 'The house, adding a rule' },
      { name: 'testing', language: 'en', title: 'How it is tested' },
      { name: 'reporting', language: 'en', title: 'Reporting a wrong answer' },
      { name: 'glossary', language: 'en', title: 'Words of this project' },
    ],
  },
];

/** Markdown in docs/ that the list above does not know yet still gets a page, under its own first heading. */
export const isListed = (name: string): boolean =>
  sitePages.some(({ pages }) => pages.some((page) => page.name === name));
