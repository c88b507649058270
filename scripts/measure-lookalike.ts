import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLookalike } from '../core/address/find-lookalike';
import { builtInRulebook } from '../core/rulebook/built-in';

// How many imitations the look-alike rules name, and how many ordinary names they name wrongly.
// usage: tsx scripts/measure-lookalike.ts [files of ordinary names, one a line]
const { hosts, lookalike } = builtInRulebook;
const domains = hosts.domains.map(({ domain }) => domain);
const isNamed = (host: string): boolean =>
  URL.canParse(`https://${host}/`) &&
  findLookalike(new URL(`https://${host}/`).hostname, domains, lookalike) !== null;
/** No host at all, or one that a browser turns into a genuine one ("tⅰktok" with a Roman numeral). */
const isNoImitation = (host: string): boolean =>
  !URL.canParse(`https://${host}/`) || domains.includes(new URL(`https://${host}/`).hostname);

/** Prints how many of some hosts are named, with a few of those that are not. */
function report(what: string, all: readonly string[]): void {
  const made = all.filter((host) => !isNoImitation(host));
  const missed = made.filter((host) => !isNamed(host));
  const share = made.length === 0 ? '-' : ((100 * (made.length - missed.length)) / made.length).toFixed(1);
  console.log(
    `${what.padEnd(42)} ${share.padStart(5)} % of ${made.length}  missed: ${sample(missed, 6).join(' ')}`,
  );
}

/** The same numbers at every run: what is drawn must not change between two measurements. */
function* drawNumbers(seed = 20_261_123): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function sample<T>(list: readonly T[], size: number): T[] {
  const numbers = drawNumbers();
  return list
    .map((item) => ({ item, order: numbers.next().value }))
    .sort((one, other) => one.order - other.order)
    .slice(0, size)
    .map(({ item }) => item);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** Every word one mistake away: a letter lost, added, changed or changed over with its neighbour. */
function oneMistake(word: string): string[] {
  const made = [...word, ''].flatMap((_, at) => {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    return [
      ...(right === '' ? [] : [left + right.slice(1)]),
      ...(right.length < 2 ? [] : [left + right.charAt(1) + right.charAt(0) + right.slice(2)]),
      ...letters.map((letter) => left + letter + right),
      ...(right === '' ? [] : letters.map((letter) => left + letter + right.slice(1))),
    ];
  });
  return [...new Set(made)].filter((other) => other !== word);
}

const corpus = join(import.meta.dirname, '../../shared/corpus/cases.ndjson');
if (existsSync(corpus)) {
  const cases = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { url: string; expect: { lookalike?: boolean[] } });
  const real = cases.filter(({ expect }) => expect.lookalike?.includes(true));
  report(
    'real look-alikes of the corpus',
    real.map(({ url }) => new URL(url).hostname),
  );
} else console.log('the shared corpus is absent: its real look-alikes were not measured');

const shapes: Record<string, (word: string) => string> = {
  'X.com': (word) => `${word}.com`,
  'X-shop.com': (word) => `${word}-shop.com`,
  'shop-X.top': (word) => `shop-${word}.top`,
  'shopX.top': (word) => `shop${word}.top`,
  'X-id.com': (word) => `${word}-id.com`,
  'login.X.xyz': (word) => `login.${word}.xyz`,
};
for (const brand of ['tiktok', 'tokopedia']) {
  const one = oneMistake(brand);
  const two = new Set(one.flatMap(oneMistake));
  for (const word of [brand, ...one]) two.delete(word);
  for (const [name, words] of [
    ['one mistake', one],
    ['two mistakes', sample([...two], 4_000)],
  ] as const) {
    for (const [shape, host] of Object.entries(shapes))
      report(`${brand}: ${name}, ${shape}`, words.map(host));
  }
  const twins = [...brand].flatMap((letter, at) =>
    [...(lookalike.confusables[letter] ?? '')].map((twin) => brand.slice(0, at) + twin + brand.slice(at + 1)),
  );
  report(
    `${brand}: homographs, listed letters`,
    twins.map((word) => `${word}.com`),
  );
  // Letters on no list of ours, so that the list does not measure itself.
  const unlisted = [...'ŧꓔꓲ১ქσөṭíḳôęḍāṕ'].flatMap((twin) =>
    [...brand].map((_, at) => brand.slice(0, at) + twin + brand.slice(at + 1)),
  );
  report(
    `${brand}: homographs, any letter`,
    unlisted.map((word) => `${word}.com`),
  );
  const dashed = [...brand].slice(1).map((_, at) => `${brand.slice(0, at + 1)}-${brand.slice(at + 1)}`);
  report(
    `${brand}: dashes`,
    dashed.flatMap((word) => [`${word}.com`, `${word}-shop.com`, `shop-${word}.id`]),
  );
  const endings = [
    'id',
    'co',
    'co.id',
    'shop',
    'net',
    'org',
    'xyz',
    'top',
    'vip',
    'online',
    'my.id',
    'store',
  ];
  report(
    `${brand}: swapped endings`,
    endings.map((ending) => `${brand}.${ending}`),
  );
}
const outer = ['parcel.example', 'login.xyz', 'id-promo.top', 'pages.dev'];
report(
  'genuine names as sub-domains',
  lookalike.wholeNames.flatMap((name) => outer.map((end) => `${name}.${end}`)),
);

for (const file of process.argv.slice(2)) {
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().toLowerCase());
  const ordinary = [...new Set(names)].filter(
    (name) => /^[a-z0-9-]{1,63}$/.test(name) && !/tiktok(?!en)|tokopedia|tokped/.test(name),
  );
  const named = ordinary.filter((name) => isNamed(`${name}.com`));
  console.log(
    `${file}: ${named.length} of ${ordinary.length} ordinary names named: ${named.slice(0, 200).join(' ')}`,
  );
}
