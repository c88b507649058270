import { readFileSync } from 'node:fs';
import { findLookalike } from '../core/address/find-lookalike';
import { builtInRulebook } from '../core/rulebook/built-in';

// How many imitations the look-alike rules name, and how many ordinary names they name wrongly.
// usage: tsx scripts/measure-lookalike.ts [file of ordinary names, one a line]
const { hosts, lookalike } = builtInRulebook;
const domains = hosts.domains.map(({ domain }) => domain);
const isNamed = (host: string): boolean =>
  URL.canParse(`https://${host}/`) &&
  findLookalike(new URL(`https://${host}/`).hostname, domains, lookalike) !== null;

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** Every word one mistake away: a letter lost, added, changed or changed over with its neighbour. */
function oneMistake(word: string): string[] {
  const cuts = [...word, ''].map((_, at) => [word.slice(0, at), word.slice(at)] as const);
  const made = cuts.flatMap(([left, right]) => [
    ...(right === '' ? [] : [left + right.slice(1)]),
    ...(right.length < 2 ? [] : [left + right[1] + right[0] + right.slice(2)]),
    ...letters.map((letter) => left + letter + right),
    ...(right === '' ? [] : letters.map((letter) => left + letter + right.slice(1))),
  ]);
  return [...new Set(made)].filter((other) => other !== word);
}

/** A sample that is the same at every run: every n-th of a list. */
const sample = <T>(list: readonly T[], size: number): T[] =>
  list.filter((_, index) => index % Math.max(1, Math.floor(list.length / size)) === 0);

const shapes = {
  'X.com': (word: string) => `${word}.com`,
  'X-shop.com': (word: string) => `${word}-shop.com`,
  'shopX.top': (word: string) => `shop${word}.top`,
  'X-id.com': (word: string) => `${word}-id.com`,
  'login.X.xyz': (word: string) => `login.${word}.xyz`,
};

for (const brand of ['tiktok', 'tokopedia']) {
  const one = oneMistake(brand);
  const two = sample(
    [...new Set(one.flatMap(oneMistake))].filter((word) => word !== brand && !one.includes(word)),
    4000,
  );
  for (const [name, words] of [
    ['one mistake', one],
    ['two mistakes', two],
  ] as const) {
    for (const [shape, host] of Object.entries(shapes)) {
      const missed = words.filter((word) => !isNamed(host(word)));
      const share = ((100 * (words.length - missed.length)) / words.length).toFixed(1);
      console.log(
        `${brand.padEnd(10)} ${name.padEnd(13)} ${shape.padEnd(12)} ${share.padStart(5)} % of ${words.length}   missed: ${sample(missed, 6).slice(0, 6).join(' ')}`,
      );
    }
  }
}

const [file] = process.argv.slice(2);
if (file) {
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => /^[a-z0-9-]+$/.test(line));
  const ordinary = [...new Set(names)].filter((name) => !/tiktok|tokopedia|tokped/.test(name));
  const named = ordinary.filter((name) => isNamed(`${name}.com`));
  console.log(
    `ordinary names: ${named.length} of ${ordinary.length} named as look-alikes: ${named.slice(0, 200).join(' ')}`,
  );
}
