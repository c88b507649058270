import { describe, expect, test } from 'vitest';
import { compareSpelling, type SpelledPart } from '../../core/address/compare-spelling';
import { explain } from '../../core/explanation/explain';
import { languages } from '../../core/explanation/words';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { judge } from '../../core/verdict/judge';

const marked = (parts: readonly SpelledPart[]): string =>
  parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const sideBySide = (host: string, genuine: string): string[] => {
  const { imitation, genuine: other } = compareSpelling(host, genuine);
  return [marked(imitation), marked(other)];
};

describe('two names side by side', () => {
  test.each([
    ['tokopedla.com', 'tokopedia.com', 'tokoped[l]a.com', 'tokoped[i]a.com'],
    ['tokopedia.com.evil.test', 'tokopedia.com', 'tokopedia.com[.evil.test]', 'tokopedia.com'],
    [
      'shop-id-tokopedia.test',
      'shop-id.tokopedia.com',
      'shop-id[-]tokopedia.[test]',
      'shop-id[.]tokopedia.[com]',
    ],
    ['tokopedi.com', 'tokopedia.com', 'tokopedi.com', 'tokopedi[a].com'],
    ['my-tokopedia.com', 'tokopedia.com', '[my-]tokopedia.com', 'tokopedia.com'],
    ['iktok.com', 'www.tiktok.com', 'iktok.com', '[www.t]iktok.com'],
    ['kiktok.com', 'tiktok.com', '[k]iktok.com', '[t]iktok.com'],
    ['tiktok-shop.com', 'tiktok.com', 'tiktok[-shop].com', 'tiktok.com'],
    ['pedia.com', 'tokopedia.com', 'pedia.com', '[toko]pedia.com'],
    ['example', '', '[example]', ''],
    ['iktok', 'kitok', '[i]ktok', 'k[i]tok'],
    ['tok-tik', 'tik-tok', 't[o]k-t[i]k', 't[i]k-t[o]k'],
  ])('%s beside %s', (host, genuine, one, other) => {
    expect(sideBySide(host, genuine)).toEqual([one, other]);
  });

  test('a foreign letter stands as itself and is marked, though it looks the same', () => {
    const [imitation, genuine] = sideBySide(new URL('https://tоkopedia.com').hostname, 'tokopedia.com');
    expect(imitation).toBe('t[о]kopedia.com');
    expect(genuine).toBe('t[o]kopedia.com');
  });

  test('each stretch says whether it differs, and holds nothing else', () => {
    expect(compareSpelling('tiktak', 'tiktok')).toEqual({
      imitation: [
        { text: 'tikt', differs: false },
        { text: 'a', differs: true },
        { text: 'k', differs: false },
      ],
      genuine: [
        { text: 'tikt', differs: false },
        { text: 'o', differs: true },
        { text: 'k', differs: false },
      ],
    });
  });

  test('of a longer name the last 120 letters are compared', () => {
    const { imitation } = compareSpelling(`${'a'.repeat(200)}.tokopedia.test`, 'tokopedia.com');
    const shown = imitation.map(({ text }) => text).join('');
    expect(shown).toHaveLength(120);
    expect(shown.endsWith('aaa.tokopedia.test')).toBe(true);
  });

  test('the letters shown are the names’ own up to their ends, however long the address', () => {
    const host = `${'a-'.repeat(100)}tokopedia.test`;
    const { imitation, genuine } = compareSpelling(host, 'tokopedia.com');
    expect(host.endsWith(imitation.map(({ text }) => text).join(''))).toBe(true);
    expect(genuine.map(({ text }) => text).join('')).toBe('tokopedia.com');
  });
});

describe.each(languages)('the answer on an address that imitates, in "%s"', (language) => {
  const told = (address: string) =>
    explain(judge(pageFromHtml('', address, rulebook.signals), rulebook, '2026-11-25'), rulebook, language);

  test('says what to do and where to report, with a source for each place', () => {
    const { imitation, rights } = told('https://tokopedla.com/login');
    expect(rights).toBeNull();
    expect(imitation?.steps.length).toBeGreaterThanOrEqual(2);
    expect(imitation?.afterwards.length).toBeGreaterThanOrEqual(2);
    expect(imitation?.report.map(({ fact }) => fact)).toContain('help/iasc');
    for (const channel of imitation?.report ?? [])
      expect(channel.sources.length, channel.name).toBeGreaterThan(0);
    expect(imitation?.genuineAddress).toBe('https://tokopedia.com/');
  });

  test('names no crime and no intent: what the owner of the address wants is not known', () => {
    const { imitation, answer } = told('https://tokopedla.com/login');
    const said = [answer, imitation?.how, ...(imitation?.steps ?? []), ...(imitation?.afterwards ?? [])]
      .map((line) => line?.text)
      .join(' ');
    expect(said).not.toMatch(/penipu|kriminal|ilegal|bahaya|scam|fraud|criminal|illegal|danger|steal|curi/i);
  });

  test('is silent where no name is imitated', () => {
    expect(told('https://www.tokopedia.com/').imitation).toBeNull();
    expect(told('https://example.org/').imitation).toBeNull();
  });
});
