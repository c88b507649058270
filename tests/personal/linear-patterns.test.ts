import scslre from 'scslre';
import { describe, expect, test } from 'vitest';
import { personalShapes } from '../../core/log/guard';
import { findPersonal } from '../../core/personal/find-personal';
import { foldText } from '../../core/personal/fold-text';
import { personalRules } from '../../core/personal/personal-rules';
import { SearchTooLong, WorkLimit } from '../../core/personal/work-limit';
import signals from '../../rulebook/signals.json';

const { rules, exempt, avatars, snapshot } = personalRules;
/** Every pattern that is tried on a page's text, with its flags. */
const patterns: readonly (readonly [id: string, source: string, flags: string])[] = [
  ...rules.map((rule) => [rule.id, rule.pattern, rule.case ? 'u' : 'iu'] as const),
  ...exempt.map(({ id, pattern }) => [`exempt: ${id}`, pattern, 'iu'] as const),
  ...personalShapes.map(([why, shape]) => [`shape: ${why}`, shape.source, 'u'] as const),
  ...avatars.profileLinks.map((source) => ['profile link', source, 'u'] as const),
  ...Object.entries(snapshot.attributes).map(([name, source]) => [`attribute: ${name}`, source, ''] as const),
  ...[...JSON.stringify(signals).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => ['signal', JSON.parse(`"${text}"`) as string, ''] as const,
  ),
];
const faults = (source: string, flags: string): string[] =>
  scslre
    .analyse({ source, flags })
    .reports.map(({ type, exponential }) => `${type}${exponential ? ' exponential' : ''}`);

/** What pages may repeat without end: rules of signs, masks, and beginnings of what a rule looks for. */
const bits =
  "x|*|•|a|A|0|日|É|-|@|.|/|(|\n|1 |0 8|8 |\t1|1\t|12 |1.|1-|12.|12.345.|1:|19 |20 |a@|a.|a1|1a|x1_|a_|_1|a'|a, |a/|Aa |ab ab |a\n|" +
  '+62|00|62 |+1 (|1*|0*|* |*-|• |x |xx |xxx |**** |Rp 1 |rp1.|$1 |no |Jl. |jalan a|Jalan A |1 a |1 a b |nama:|nama: a|Halo |Ibu A |Pak A |' +
  'order |order a|pesanan: -|kode: |tel |tel (|rek |kode pos |alamat |alamat:|blok a|rt 1 |kel. a|[at]|a (at) a|inv/|inv-a|id 1|tgl lahir |kurir A |nama * : |nama (a)|0812,|08~|08x|0812x|jalan a |Desa A|a @ |a @a|ig |ig: |t.me/|12 |12 a |bca |bca 1|1234,|paspor a |★|Ab |Ab\\n|a***|A kak |A: |1234 5678 ';
const size = 100_000;
const texts = bits
  .split('|')
  .map((bit) => [bit, foldText(bit.repeat(Math.ceil(size / bit.length)).slice(0, size)).text] as const);

/** This process's own work in ms. */
function work(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('the patterns that are tried on a stranger’s text', () => {
  test.each(patterns)(
    '%s has no repetition that a text can make try again and again',
    (_id, source, flags) => {
      expect(faults(source, flags)).toEqual([]);
    },
  );

  test('are looked at by a tool that knows the bad ones', () => {
    expect(faults('(([A-Za-z]+)+)!', '')).toContain('Self exponential');
    expect(faults('\\s+\\s+x', 'u')).not.toEqual([]);
    expect(faults('[*•x]+[*•x]+1', 'iu')).not.toEqual([]);
  });

  test.each(patterns)('%s reads 100 kB of any of them in half a second', (_id, source, flags) => {
    const pattern = new RegExp(source, `g${flags}`);
    for (const [bit, text] of texts)
      expect(
        work(() => [...text.matchAll(pattern)].length),
        JSON.stringify(bit),
      ).toBeLessThan(500);
  });

  /** Whole lines without an end, and many things found in them. */
  const floods = [
    'x',
    '日',
    'nama: a',
    'Penerima: Ab\n',
    '0 8',
    'a@',
    'rt 1 ',
    'Jl. A ',
    'Blok A1 ',
    'lt 3, ',
    '08123456789, ',
    '@budi ',
    'Pak Budi ',
    'Alamat: a\n',
    '\n',
  ];

  test.each(floods)('the whole finder reads 100 kB of %j in two seconds', (bit) => {
    const text = bit.repeat(Math.ceil(size / bit.length));
    expect(work(() => findPersonal(text, personalRules))).toBeLessThan(2000);
  });

  test('eight times as much takes about eight times as long, also in one line and with as many names as are kept', () => {
    const texts = [
      (n: number) => 'rt 1 '.repeat(n),
      (n: number) => Array.from({ length: n }, (_, at) => `Pak Bu${(at % 5000).toString(36)} `).join(''),
    ];
    for (const make of texts) {
      const once = Math.max(
        30,
        work(() => findPersonal(make(8000), personalRules)),
      );
      expect(work(() => findPersonal(make(64_000), personalRules))).toBeLessThan(once * 24);
    }
  });

  test('are given up when the time for a page is over', () => {
    let now = 0;
    const limit = new WorkLimit(() => (now += 1000), 8000);
    expect(() => findPersonal('Budi', personalRules, [], limit)).toThrow(SearchTooLong);
  });

  test('are given up within a rule and within the search for names, not only between them', () => {
    let asked = 0;
    const limit = new WorkLimit(() => (asked += 1), 1e9);
    const asks = (text: string, known: Parameters<typeof findPersonal>[2] = []) => {
      asked = 0;
      findPersonal(text, personalRules, known, limit);
      return asked;
    };
    const idle = asks('x');
    expect(asks('rt 1 '.repeat(20_000))).toBeGreaterThan(idle + 50);
    expect(
      asks('kata '.repeat(20_000), [{ text: 'Budi', kind: 'account-name', inParts: false }]),
    ).toBeGreaterThan(idle + 20);
  });
});
