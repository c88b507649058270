import { describe, expect, test } from 'vitest';
import { articleInWords } from '../../core/explanation/article-in-words';
import type { Explanation } from '../../core/explanation/explain';
import { explainDay } from '../../core/explanation/explain-day';
import { explainThenAndNow } from '../../core/explanation/explain-laws';
import texts from '../../core/explanation/texts/id.json';
import { wordsIn } from '../../core/explanation/words';
import { builtInRulebook as rulebook, rulebookFiles } from '../../core/rulebook/built-in';

interface DayFacts {
  readonly phase: string;
  readonly carries: readonly string[];
  readonly lacks: readonly string[];
}

const permendag31 = [
  'provisions/permendag-31-2023-21(3)',
  'provisions/permendag-31-2023-13(3)a',
  'provisions/permendag-31-2023-5(1)',
  'provisions/permendag-31-2023-19',
  'provisions/permendag-31-2023-44(1)',
];
const newest = rulebook.about.reviewed;

/** What the answer for a yellow basket must rest on, day by day, and what it must not know yet, or no longer. */
const days: Readonly<Record<string, DayFacts>> = {
  '2019-06-01': {
    phase: 'not-yet',
    carries: ['phases/not-yet', 'events/shop-opens-2021-04-17'],
    lacks: [
      'phases/own-shop',
      'provisions/permendag-31-2023-21(3)',
      'ownership/tiktok-nusantara-holds-pt-tokopedia',
    ],
  },
  '2020-12-01': {
    phase: 'not-yet',
    carries: ['phases/not-yet', 'events/shop-opens-2021-04-17', 'regulations/permendag-50-2020'],
    lacks: ['phases/own-shop', 'provisions/permendag-31-2023-21(3)'],
  },
  '2021-04-17': {
    phase: 'own-shop',
    carries: [
      'phases/own-shop',
      'events/shop-opens-2021-04-17',
      'events/shop-closes-2023-10-04',
      'regulations/permendag-50-2020',
    ],
    lacks: ['phases/not-yet', 'provisions/permendag-31-2023-21(3)', 'statements/minister-2023-12-12'],
  },
  '2023-12-13': {
    phase: 'transition',
    carries: [
      'phases/transition',
      'statements/minister-2023-12-12',
      'statements/kompas-2023-12-12',
      'statements/cooperatives-2023-12-13',
      // the same person on both sides, nine days apart
      'statements/ict-institute-2023-12-13',
      'statements/ict-institute-2023-12-22',
      'events/shop-reopens-2023-12-12',
      'events/checkout-still-in-tiktok-2023-12-12',
      ...permendag31,
    ],
    lacks: [
      'ownership/tiktok-nusantara-holds-pt-tokopedia',
      'figures/over-70-2024-02-05',
      'statements/ministry-2024-04-02',
    ],
  },
  '2024-02-21': {
    phase: 'transition',
    carries: [
      'phases/transition',
      // 75 %, by whom, of what; four months and who watches; no change of apps, and who said so
      'figures/about-75-2024-02-21',
      'figures/over-70-2024-02-05',
      'statements/ministry-2024-02-21',
      'events/ministry-monitors-2024-02-21',
      'events/no-app-jump-2023-12-21',
      'statements/company-2023-12-21',
      'events/no-automatic-transfer-2023-12-29',
      'events/antara-on-the-rule-2024-02-21',
      'events/checkout-still-in-tiktok-2023-12-12',
      // both sides, and what each said next
      'statements/minister-2023-12-12',
      'statements/kompas-2023-12-12',
      'statements/okezone-2023-12-17',
      'statements/ministry-2023-12-20',
      'statements/ministry-2024-02-23',
      'statements/ministry-2024-02-26',
      'statements/deputy-2024-02-22',
      'statements/celios-2024-02-13',
      'statements/minister-2024-02-19',
      'statements/ict-institute-2023-12-22',
      'ownership/tiktok-nusantara-holds-pt-tokopedia',
      ...permendag31,
    ],
    lacks: [
      'figures/exactly-87-2024-03-04',
      'statements/ministry-2024-04-02',
      'statements/minister-2025-06-04',
      'provisions/permendag-19-2026-12',
    ],
  },
  '2024-03-13': {
    phase: 'transition',
    carries: [
      // a headline's number, beside those that were said before it
      'figures/exactly-100-2024-03-13',
      'figures/exactly-87-2024-03-04',
      'statements/ministry-2024-03-13',
      'statements/ministry-2024-03-15',
      'statements/ministry-2024-02-26',
      'statements/celios-2024-03-12',
      'statements/minister-2024-03-07',
      'statements/ministry-2024-03-04',
      ...permendag31,
    ],
    lacks: [
      'figures/again-87-2024-03-14',
      'figures/over-70-2024-02-05',
      'events/migration-completed-2024-03-27',
    ],
  },
  '2024-04-25': {
    phase: 'migrated',
    carries: [
      'phases/migrated',
      'statements/ministry-2024-04-02',
      'statements/company-2024-04-03',
      'statements/ministry-2024-04-25',
      'statements/celios-2024-03-29',
      'statements/minister-2025-06-04',
      'questions/who-processes',
      'questions/who-is-the-contracting-party',
      'provisions/pp-80-2019-71',
      'provisions/permendag-31-2023-54',
      ...permendag31,
    ],
    lacks: [
      'statements/ministry-2025-05-26',
      'provisions/permendag-19-2026-61',
      'figures/about-75-2024-02-21',
    ],
  },
  '2025-06-05': {
    phase: 'migrated',
    carries: [
      'statements/minister-2025-06-04',
      'statements/ministry-2025-05-26',
      'statements/ministry-2024-04-02',
      'statements/celios-2024-03-12',
      'provisions/pp-80-2019-69(3)',
      ...permendag31,
    ],
    lacks: ['provisions/permendag-19-2026-61', 'provisions/permendag-19-2026-12'],
  },
  [newest]: {
    phase: 'migrated',
    carries: [
      'statements/minister-2025-06-04',
      'statements/ministry-2024-04-25',
      'statements/expert-2024-03-18',
      'provisions/permendag-19-2026-25(3)',
      'provisions/permendag-19-2026-18(4)a',
      'provisions/permendag-19-2026-6(1)',
      'provisions/permendag-19-2026-61',
      'provisions/uu-8-1999-18(1)c',
      'provisions/uu-8-1999-19(1)',
      'provisions/pp-80-2019-72(3)',
      'checks/payment-page',
      'checks/receipt',
      'checks/bank-statement',
      'questions/who-is-the-contracting-party',
      'help/bpsk',
    ],
    lacks: [
      'provisions/permendag-31-2023-21(3)',
      'provisions/permendag-31-2023-9',
      'figures/about-75-2024-02-21',
    ],
  },
};

/** Every fact that some sentence of an answer rests on. */
function factsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'facts' in value && Array.isArray(value.facts)
      ? value.facts.filter((fact): fact is string => typeof fact === 'string')
      : [];
  return [...own, ...Object.values(value).flatMap(factsIn)];
}

const told = (explanation: Explanation, pick: (entry: Explanation) => unknown): string =>
  JSON.stringify(pick(explanation));

describe.each(['id', 'en'] as const)('the answer of a day, in "%s"', (language) => {
  test.each(Object.entries(days))('%s rests on the facts of that day and no others', (day, expected) => {
    const { verdict, explanation } = explainDay(day, rulebook, language, newest);
    expect(verdict.phase).toBe(expected.phase);
    const facts = new Set(factsIn(explanation));
    expect(expected.carries.filter((fact) => !facts.has(fact))).toEqual([]);
    expect(expected.lacks.filter((fact) => facts.has(fact))).toEqual([]);
  });

  test('no regulation of another time speaks on any of these days', () => {
    for (const day of Object.keys(days)) {
      const facts = factsIn(explainDay(day, rulebook, language, newest).explanation.rights);
      const old = facts.some((fact) => fact.startsWith('provisions/permendag-31-2023'));
      const now = facts.some((fact) => fact.startsWith('provisions/permendag-19-2026'));
      expect([old, now], day).not.toEqual([true, true]);
    }
  });

  test('each sourced sentence of 21 February 2024 has a source that can be looked up', () => {
    const { explanation } = explainDay('2024-02-21', rulebook, language, newest);
    const sayings = [
      ...(explanation.who?.sayings ?? []),
      ...(explanation.who?.story ?? []),
      ...(explanation.disputed?.for ?? []),
      ...(explanation.disputed?.against ?? []),
      ...(explanation.rule?.also ?? []),
    ];
    expect(sayings.length).toBeGreaterThan(20);
    for (const { fact, sources } of sayings) {
      expect(
        sources.some(({ address }) => address !== null),
        fact,
      ).toBe(true);
    }
  });

  test('the first sentence says who says so', () => {
    const { answer } = explainDay(newest, rulebook, language, newest).explanation;
    expect(answer.text).toContain(
      language === 'id'
        ? 'diproses PT Tokopedia, menurut perusahaan itu dan Kementerian Perdagangan.'
        : 'processed by PT Tokopedia, according to the company and the Ministry of Trade.',
    );
    expect(answer.text).not.toContain('shop-id.tokopedia.com');
  });

  test('the dispute is told without counting heads', () => {
    const { explanation } = explainDay(newest, rulebook, language, newest);
    expect(told(explanation, ({ disputed }) => disputed?.gist.text)).not.toMatch(/\d/);
  });
});

describe('Indonesian citations', () => {
  test.each([
    ['25(3)', '25 ayat (3)', '25(3)'],
    ['1(10)', '1 angka 10', '1(10)'],
    ['4c', '4 huruf c', '4(c)'],
    ['18(4)a', '18 ayat (4) huruf a', '18(4)(a)'],
    ['69', '69', '69'],
  ])('%s is written %s, in English %s', (article, indonesian, english) => {
    expect(articleInWords(article, wordsIn('id'))).toBe(indonesian);
    expect(articleInWords(article, wordsIn('en'))).toBe(english);
  });

  test('stand in no other form in any sentence of rulebook and texts, and no date is left in figures', () => {
    const inIndonesian = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = 'id' in value && 'en' in value && typeof value.id === 'string' ? [value.id] : [];
      return [...own, ...Object.values(value).flatMap(inIndonesian)];
    };
    const { hosts, signals, personal, lookalike, props, ...told } = rulebookFiles;
    const sentences = [...inIndonesian(told), ...Object.values(texts)];
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((text) => /[Pp]asal \d+[a-z]?\(|\d\(\d+\)|Pasal \d+[a-z]\b/.test(text))).toEqual(
      [],
    );
    for (const day of Object.keys(days)) {
      const { explanation } = explainDay(day, rulebook, 'id', newest);
      const seen = explanation.seen.map(({ sentence }) => sentence.text).join(' ');
      expect(seen).not.toMatch(/until|\d{4}-\d\d-\d\d/);
    }
  });

  test('browser, situs, izin and jawaban are the words used everywhere', () => {
    const wrong = /\b(peramban|bita|cakram|putusan|surel)\b/i;
    expect(Object.entries(texts).filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

describe('the two ministerial rules side by side', () => {
  const rows = explainThenAndNow(rulebook, wordsIn('en'));
  const rowOf = (article: string) =>
    rows.find(({ now }) => now.fact === `provisions/permendag-19-2026-${article}`);

  test.each(['1(10)', '1(14)', '12', '13', '18(4)a', '18(4)b', '20', '23', '25(2)', '25(3)', '1(18)'])(
    'article %s has the same words as before',
    (article) => {
      expect(rowOf(article)?.before.text).toContain('the same words');
    },
  );

  test('article 7(1) changed in substance: the licence duty is no longer for domestic platforms only', () => {
    expect(rowOf('7(1)')?.before.text).toContain('other words');
    expect(rowOf('7(1)')?.difference?.text).toContain('It said “domestic operators');
  });

  test('the words that did not change are those that the rulebook quotes', () => {
    const quoteOf = (id: string) => rulebook.provisions.find((provision) => provision.id === id)?.quote;
    for (const [now, before] of [
      ['25(3)', '21(3)'],
      ['18(4)a', '13(3)a'],
      ['18(4)b', '13(3)b'],
      ['12', '9'],
      ['13', '10'],
    ])
      expect(quoteOf(`permendag-19-2026-${now}`)).toBe(quoteOf(`permendag-31-2023-${before}`));
  });
});
