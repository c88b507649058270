import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../core/bundle/build-bundle';
import type { CaptureFacts, CaptureSaying } from '../../core/bundle/capture-facts';
import { coverageOf, firstCause } from '../../core/bundle/coverage';
import { editionOf } from '../../core/bundle/edition';
import { changesOf } from '../../core/bundle/verify/changes-of';
import { Findings } from '../../core/bundle/verify/check';
import { checkClock } from '../../core/bundle/verify/check-time';
import { contradictionIn } from '../../core/bundle/verify/contradiction';
import { examine, type Known } from '../../core/bundle/verify/verify';
import { summaryOf, verifierWords } from '../../core/bundle/words';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { demoCapture, demoSaying, type Key, newKey, taken } from '../builders/bundles';
import { filesOf, zipOf } from '../builders/tampering';

const known: Known = { now: '2026-11-25T00:00:00.000Z', writer: { rulebook, version: '0.1.0' } };
let key: Key;
beforeAll(async () => {
  key = await newKey();
});

const told = async (change: (said: CaptureSaying) => Partial<CaptureSaying>, more: Known = {}) => {
  const said = demoSaying();
  const bundle = await buildBundle(demoCapture(key, { said: { ...said, ...change(said) } }));
  const found = await examine(bundle, { ...known, ...more });
  return {
    summary: summaryOf(found),
    found,
    of: (id: string) =>
      found.checks.filter(({ check }) => check === id).map(({ outcome, why }) => `${outcome} ${why}`),
    says: (id: string) =>
      found.checks.filter(({ check }) => check === id).map((check) => verifierWords('en').sayCheck(check)),
  };
};

describe('the sentences of a capture', () => {
  test('hold where they are the ones that its rulebook writes for its verdict', async () => {
    const { summary, of } = await told(() => ({}));
    expect(of('words')).toEqual(['holds holds']);
    expect(summary).toBe('holds');
  });

  test('are doubted and named where the rulebook would not write them', async () => {
    const lie = 'ByteDance Ltd. itself takes this order, against the law.';
    const { summary, found, says } = await told(({ explanation }) => ({
      explanation: { ...explanation, en: { ...explanation.en, answer: lie } },
    }));
    expect(summary).toBe('doubtful');
    expect(found.holds).toBe(false);
    expect(says('words')[0]).toContain(lie);
    expect(firstCause(found, summary)?.why).toBe('other-words');
  });

  test('are doubted where one was left out', async () => {
    const { summary, of } = await told(({ explanation }) => ({
      explanation: {
        ...explanation,
        id: { ...explanation.id, sentences: explanation.id.sentences.slice(1) },
      },
    }));
    expect(summary).toBe('doubtful');
    expect(of('words')).toEqual(['doubts left-out']);
  });

  test('are doubted where a source is another one', async () => {
    const { of } = await told(({ sources }) => ({
      sources: sources.map((source, n) => (n === 0 ? { ...source, publisher: 'Kantor Contoh' } : source)),
    }));
    expect(of('words')).toContain('doubts other-words');
  });

  test('are doubted beside a verdict that is none', async () => {
    const { of } = await told(({ verdict }) => ({
      verdict: { ...verdict, processor: 'somebody', kind: '…', surface: '?', date: '99999-99-99' },
    }));
    expect(of('words')[0]).toMatch(/^doubts/);
  });

  test('are named, and not doubted, where another version of the program wrote them', async () => {
    const { summary, of, says } = await told(({ explanation }) => ({
      ext_version: '0.0.9',
      explanation: { ...explanation, en: { ...explanation.en, answer: 'As it was said then.' } },
    }));
    expect(of('words')).toEqual(['absent other-program']);
    expect(says('words')[0]).toContain('0.0.9');
    expect(summary).toBe('holds');
  });

  test('are not judged by another rulebook than the one that wrote them, and that is said', async () => {
    const { summary, found, of } = await told(({ verdict }) => ({
      ruleset_version: '2025.01.01',
      verdict: { ...verdict, rulebook: { ...verdict.rulebook, version: '2025.01.01' } },
    }));
    expect(of('words')).toEqual(['absent other-rulebook']);
    expect(summary).toBe('holds');
    expect(coverageOf(found)).toContainEqual({ key: 'covers.not-words', isCovered: false });
  });

  test('of a bundle that tells no owner, as older ones do, are still read', async () => {
    const { of } = await told(({ verdict }) => {
      const { owner: _, ...older } = verdict;
      return { verdict: older };
    });
    expect(of('facts')).toEqual(['holds holds']);
    expect(of('words')).toEqual(['holds holds']);
  });

  test('are named, and not doubted, where another edition of the same version wrote them', async () => {
    const { summary, of, says } = await told(({ explanation }) => ({
      words_edition: 'ab'.repeat(32),
      explanation: { ...explanation, en: { ...explanation.en, answer: 'As it was said then.' } },
    }));
    expect(of('words')).toEqual(['absent other-edition']);
    expect(says('words')[0]).toContain('As it was said then.');
    expect(summary).toBe('holds');
  });

  test('are doubted where the edition is the one known here', async () => {
    const { of } = await told(({ explanation }) => ({
      words_edition: editionOf(rulebook),
      explanation: { ...explanation, en: { ...explanation.en, answer: 'Never.' } },
    }));
    expect(of('words')[0]).toBe('doubts other-words');
  });
});

describe('facts that do not fit together are doubted and named:', () => {
  test.each<[string, (said: CaptureSaying) => Partial<CaptureSaying>]>([
    ['another rulebook than the verdict’s', () => ({ ruleset_version: '2025.01.01' })],
    ['a verdict of another year', ({ verdict }) => ({ verdict: { ...verdict, date: '2024-02-01' } })],
    ['a verdict of no day', ({ verdict }) => ({ verdict: { ...verdict, date: 'soon' } })],
    [
      'an item judged only later',
      () => ({ judged: { before: '2026-11-24T07:00:00.000Z', after: '2026-11-24T07:00:09.000Z' } }),
    ],
    ['a page that masks to another one', () => ({ page_url: 'https://www.tiktok.com/@contoh/live' })],
  ])('%s', async (_, change) => {
    const { summary, of } = await told(change);
    expect(of('facts')).toEqual(['doubts contradiction']);
    expect(summary).toBe('doubtful');
  });

  test('a page of another host, and a verdict of another page, which only a forger writes', async () => {
    const { found } = await told(() => ({}));
    const facts = found.facts as CaptureFacts;
    expect(contradictionIn(facts, rulebook)).toBeNull();
    for (const forged of [
      { page_url: 'https://www.tiktok.com.example/@_/video/00000' },
      { verdict: { ...facts.verdict, address: 'https://www.tiktok.com/' } },
    ])
      for (const rules of [rulebook, null])
        expect(contradictionIn({ ...facts, ...forged }, rules)).not.toBeNull();
  });
});

describe('the time of a capture', () => {
  test('that is still to come is doubted and named', async () => {
    const { summary, says } = await told(() => ({}), { now: '2026-11-24T04:00:00.000Z' });
    expect(summary).toBe('doubtful');
    expect(says('clock')[0]).toContain(taken);
  });

  test('may lie a little ahead: no two clocks are the same', async () => {
    expect((await told(() => ({}), { now: '2026-11-24T04:58:00.000Z' })).of('clock')).toEqual([
      'holds holds',
    ]);
  });

  test.each([
    ['2026-11-26T00:00:00.000Z', 'seen-in-future'],
    ['2019-01-01T00:00:00.000Z', 'seen-long-before'],
  ])('that an authority has at %s is doubted', async (trusted, why) => {
    const { found } = await told(() => ({}));
    const findings = new Findings();
    checkClock(found.facts as CaptureFacts, known.now ?? null, trusted, findings);
    expect(findings.all).toMatchObject([{ check: 'clock', outcome: 'doubts', why }]);
  });

  test('is not judged where there is no clock', async () => {
    const { of, summary } = await told(() => ({}), { now: null });
    expect(of('clock')).toEqual(['absent no-clock']);
    expect(summary).toBe('holds');
  });
});

describe('"holds"', () => {
  test('says what it covers and what not: without trusted time a thief of the key can back-date', async () => {
    const { found } = await told(() => ({}));
    const said = coverageOf(found).map(({ key: name, isCovered }) => [name, isCovered]);
    expect(said).toEqual([
      ['covers.bytes', true],
      ['covers.words', true],
      ['covers.no-time', false],
      ['covers.who', false],
      ['covers.server', false],
    ]);
    expect(verifierWords('en').say('covers.no-time')).toContain('earlier date');
    const says = found.checks.find(({ check }) => check === 'time');
    expect(says && verifierWords('en').sayCheck(says)).toContain('earlier date');
  });
});

test('the first cause of a bundle that fails comes first: whose key, then what was signed, then what follows', async () => {
  const bundle = await buildBundle(demoCapture(key));
  const other = await buildBundle(demoCapture(await newKey()));
  const files = filesOf(bundle);
  files.set('pubkey.pem', filesOf(other).get('pubkey.pem') as Uint8Array);
  const swapped = await examine(zipOf(files), { ...known, fingerprint: 'ab'.repeat(32) });
  expect(firstCause(swapped, 'fails')).toMatchObject({ check: 'fingerprint' });
  bundle[20_000] = (bundle[20_000] as number) ^ 1;
  const { checks } = await examine(bundle, known);
  expect(checks.filter(({ outcome }) => outcome === 'fails').length).toBeGreaterThan(2);
  expect(changesOf(checks)[0]?.check).toMatch(/^(?:contents|records)$/);
});
