// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { expect } from 'vitest';
import { ReaderContext } from '../../components/explanation/reader';
import { cite } from '../../core/citation/cite';
import { explain } from '../../core/explanation/explain';
import { languages, wordsIn } from '../../core/explanation/words';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import type { Verdict } from '../../core/verdict/verdict';
import { addressPage, judgeToday, videoPageOf } from '../builders/pages';
import { popupWith } from '../builders/popup';
import { holdsFor } from './holds-for';
import { hostileAddress } from './hostile-addresses';
import { hostileText } from './hostile-texts';
import { items } from './real-pages';

const verdicts = items.map((item) => judgeToday(videoPageOf(item)));

/** The popup as a browser draws it, with these words of a page in it. */
function draw(verdict: Verdict, caption: string, language: (typeof languages)[number]): HTMLElement {
  const words = wordsIn(language);
  const explanation = explain(verdict, rulebook, language, '2026-11-24');
  const root = document.createElement('div');
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rulebook, words) }}>
      {popupWith(verdict, explanation, { caption, listed: caption })}
    </ReaderContext.Provider>,
    root,
  );
  return root;
}

/** The elements of a screen by name, and every address it leads to. */
function skeleton(root: HTMLElement): { names: string; links: string[] } {
  const all = [...root.querySelectorAll('*')];
  return {
    // Where there are no words there may be no span for them.
    names: all
      .map((element) => element.tagName)
      .filter((name) => name !== 'SPAN')
      .join(' '),
    links: all.flatMap((element) =>
      ['href', 'src', 'action', 'style', 'onclick', 'onerror', 'onload'].flatMap(
        (name) => element.getAttribute(name) ?? [],
      ),
    ),
  };
}

holdsFor(
  'words of a page on the popup',
  150,
  fc.record({
    at: fc.nat({ max: verdicts.length - 1 }),
    caption: hostileText,
    value: hostileText,
    found: hostileText,
    isIndonesian: fc.boolean(),
  }),
  ({ at, caption, value, found, isIndonesian }) => {
    const language = isIndonesian ? 'id' : 'en';
    const verdict = verdicts[at] as Verdict;
    const withWords = (text: string, other: string): Verdict => ({
      ...verdict,
      address: `https://www.tiktok.com/${text}`,
      evidence: verdict.evidence.map((entry) => ({ ...entry, value: text })),
      drift: [{ rule: 'anchor-type', found: other }],
    });
    const hostile = draw(withWords(value, found), caption || 'x', language);
    const plain = draw(withWords('biasa', 'biasa'), 'biasa', language);
    // Whatever the words, the same elements in the same order, and links to the same places.
    expect(skeleton(hostile)).toEqual(skeleton(plain));
    // A document may leave out characters that nobody sees.
    const seen = (text: string | null) => (text ?? '').replaceAll(/\p{Cc}/gu, '');
    expect(seen(hostile.textContent)).toContain(seen(caption || 'x'));
    expect((globalThis as { wasRun?: boolean }).wasRun).toBeUndefined();
    for (const root of [hostile, plain]) render(null, root);
  },
);

holdsFor('explanations of pages at any address', 1000, hostileAddress, (address) => {
  const verdict = judgeToday(addressPage(address));
  for (const language of languages) {
    const { answer, seen, unread } = explain(verdict, rulebook, language, '2026-11-24');
    expect(answer.text).not.toBe('');
    for (const { sentence } of seen) expect(sentence.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
    expect(unread.length).toBe(verdict.unread.length);
  }
});
