import { parseJson } from '../page/parse-json';
import { itemFields } from '../page/signal-rules';
import type { Rulebook } from '../rulebook/rulebook';

/** A saved page with the verdict that it is known to deserve. */
export interface ScoredPage {
  readonly address: string;
  readonly html: string;
}

/**
 * What a change may do to an answer.
 * `same`: nothing, the rules do not rest on what was changed. `honest`: the answer stays or becomes `unknown`.
 * `no-yes`: the page now is somebody else's; it must not be taken for a genuine one.
 */
export type Demand = 'same' | 'honest' | 'no-yes';

export interface Mutation {
  /** Such as `lost key`. */
  readonly kind: string;
  /** What exactly, such as `seo_url`. */
  readonly what: string;
  readonly demand: Demand;
  readonly page: ScoredPage;
}

const stateScript = /(<script[^>]*type="application\/json"[^>]*>)([\s\S]*?)(<\/script>)/g;

/** The page with each JSON state changed; a state that is no JSON stays as it is. */
function withStates(html: string, change: (state: unknown) => unknown): string {
  return html.replace(stateScript, (whole, open: string, text: string, close: string) => {
    const state = parseJson(text);
    if (state === undefined) return whole;
    return `${open}${JSON.stringify(change(state)).replaceAll('<', '\\u003c')}${close}`;
  });
}

/** Changes each field of a state, also in JSON that it holds as text. Undefined leaves the field out. */
function mapFields(
  value: unknown,
  change: (name: string, value: unknown) => [string, unknown] | undefined,
): unknown {
  if (Array.isArray(value)) return value.map((entry) => mapFields(entry, change));
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    const inner = parseJson(value);
    return inner === undefined ? value : JSON.stringify(mapFields(inner, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      const changed = change(name, field);
      return changed === undefined ? [] : [[changed[0], mapFields(changed[1], change)]];
    }),
  );
}

/**
 * All changes of one page, by the rulebook: what it reads is lost, renamed, emptied; what it does not is changed too.
 * @param deciding values of the evidence that decided about the page: only a host that stands there is spoofed in it
 */
export function mutationsOf(page: ScoredPage, rulebook: Rulebook, deciding: readonly string[]): Mutation[] {
  const { address, html } = page;
  const names = [...itemFields(rulebook.signals)].toSorted();
  const state = (
    kind: string,
    what: string,
    demand: Demand,
    change: (state: unknown) => unknown,
  ): Mutation => ({
    kind,
    what,
    demand,
    page: { address, html: withStates(html, change) },
  });
  const field = (
    kind: string,
    name: string,
    to: (value: unknown) => [string, unknown] | undefined,
  ): Mutation =>
    state(kind, name, 'honest', (whole) =>
      mapFields(whole, (own, value) => (own === name ? to(value) : [own, value])),
    );
  const markup = (
    kind: string,
    what: string,
    demand: Demand,
    change: (html: string) => string,
  ): Mutation => ({
    kind,
    what,
    demand,
    page: { address, html: change(html) },
  });
  const spoofs = rulebook.hosts.domains.flatMap(({ domain }) =>
    spoofsOf(domain).map((spoof) => [domain, spoof] as const),
  );
  return [
    ...names.map((name) => field('lost key', name, () => undefined)),
    ...names.map((name) => field('renamed key', name, (value) => [`${name}_v2`, value])),
    ...names.map((name) => field('emptied key', name, () => [name, null])),
    ...names.map((name) => field('key of another type', name, (value) => [name, [value]])),
    state('more keys', 'a new field beside each', 'same', (whole) => ({
      ...(whole as object),
      brand_new: { a: [1] },
    })),
    markup('renamed class', 'every class', 'same', (text) =>
      text.replace(/ class="[^"]*"/g, ' class="css-9zz-Renamed"'),
    ),
    markup('renamed class', 'every data attribute', 'same', (text) =>
      text.replace(/ data-[\w-]+="[^"]*"/g, ' data-e9="x"'),
    ),
    markup('other locale', 'the page’s language', 'same', (text) =>
      text.replace(/<html[^>]*>/, '<html lang="ar" dir="rtl">'),
    ),
    state('other locale', 'names of languages', 'same', (whole) =>
      mapFields(whole, (name, value) =>
        name === 'language' || name === 'textLanguage' ? [name, 'fr'] : [name, value],
      ),
    ),
    markup('cut', 'before its last third', 'honest', (text) => text.slice(0, Math.floor(text.length * 0.66))),
    markup('moved state', 'its id', 'honest', (text) =>
      text.replace(/(<script[^>]*id=")(__[A-Z])/g, '$1V2$2'),
    ),
    ...spoofs
      .filter(([domain]) => deciding.some((value) => value.includes(domain)))
      .map(([domain, spoof]) =>
        markup('spoofed host in the page', spoof, 'no-yes', (text) => text.replaceAll(domain, spoof)),
      ),
    ...spoofs.flatMap(([domain, spoof]) => {
      const elsewhere = address.replace(domain, spoof);
      return elsewhere === address
        ? []
        : [
            {
              kind: 'spoofed address',
              what: spoof,
              demand: 'no-yes' as const,
              page: { address: elsewhere, html },
            },
          ];
    }),
  ].filter((mutation) => mutation.page.html !== html || mutation.page.address !== address);
}

/** Hosts that look like a domain and are not it. */
function spoofsOf(domain: string): string[] {
  const [name = '', ...rest] = domain.split('.');
  const ending = rest.join('.');
  return [
    `${name}-shop.${ending}`,
    `${domain}.example.org`,
    `${name}${name.at(-1)}.${ending}`,
    `${name.replace('o', '0').replace('i', '1')}.${ending}`,
    `example.org/${domain}`,
  ];
}
