// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { describe, expect, test } from 'vitest';
import { ReaderContext } from '../../components/explanation/reader';
import { HistoryPage } from '../../components/history/HistoryPage';
import { MonitorPage } from '../../components/monitor/MonitorPage';
import { cite } from '../../core/citation/cite';
import { explain, whichRulebook } from '../../core/explanation/explain';
import { explainCompanies } from '../../core/explanation/explain-companies';
import { explainDay } from '../../core/explanation/explain-day';
import { explainHistory } from '../../core/explanation/explain-history';
import { explainLaws, explainThenAndNow } from '../../core/explanation/explain-laws';
import texts from '../../core/explanation/texts/id.json';
import {
  isSentence,
  type LabelKey,
  type Language,
  languages,
  type TextKey,
  type Words,
  wordsIn,
} from '../../core/explanation/words';
import { figureMarks } from '../../core/monitor/figure-marks';
import { shareByPeriod, shareOverall } from '../../core/monitor/share-by-period';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { factsOf } from '../../core/rulebook/facts';
import { judge } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';
import { demoPages } from '../../demo/shop/demo-pages';
import { someCounts } from '../builders/counts';
import { popupWith } from '../builders/popup';

const days = [
  '2020-12-01',
  '2023-10-04',
  '2023-11-01',
  '2024-02-21',
  '2024-03-28',
  '2026-06-08',
  '2027-06-01',
];

/** The texts that name things and hold no place for a claim. */
const labelsIn = (language: Language): Set<string> => {
  const words = wordsIn(language);
  const keys = (Object.keys(texts) as TextKey[]).filter(
    (key) => !isSentence(key) && !texts[key].includes('{'),
  );
  return new Set([...keys.map((key) => words.say(key as LabelKey)), 'ID', 'EN', 'CSL-JSON']);
};

/**
 * What a reader sees or hears that rests on no fact, is no label, and is not the page's own text, a count of the
 * reader's own record, or a source's name.
 */
function untraced(screen: ComponentChild, language: Language): string[] {
  const words = wordsIn(language);
  const root = document.createElement('div');
  render(
    <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rulebook, words) }}>
      {screen}
    </ReaderContext.Provider>,
    root,
  );
  const labels = labelsIn(language);
  const known = factsOf(rulebook);
  const isTraced = (element: Element | null): boolean => {
    if (element?.closest('[data-page], [data-source], [data-record]')) return true;
    const facts = element?.closest('[data-facts]')?.getAttribute('data-facts') ?? '';
    return facts !== '' && facts.split(' ').every((id) => known.has(id));
  };
  const found: string[] = [];
  const visit = (node: Node): void => {
    const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : '';
    if (/\p{L}/u.test(text) && !labels.has(text) && !isCount(text, words) && !isTraced(node.parentElement))
      found.push(text);
    for (const child of node.childNodes) visit(child);
  };
  visit(root);
  render(null, root);
  return found;
}

/** How many things a row holds: a number and a noun. */
const isCount = (text: string, words: Words): boolean => {
  const count = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
  return (['label.gist-seen', 'label.gist-unread'] as const).some(
    (key) => words.say(key, { count }) === text,
  );
};

const ignore = () => undefined;

const popupOf = (verdict: Verdict, language: Language, today = '2026-11-24') =>
  popupWith(verdict, explain(verdict, rulebook, language, today), {
    caption: 'Contoh keterangan',
    listed: null,
  });

const historyOf = (day: string, language: Language) => {
  const words = wordsIn(language);
  return (
    <HistoryPage
      day={day}
      today="2027-06-01"
      answer={explainDay(day, rulebook, language, '2027-06-01')}
      history={explainHistory(rulebook, language)}
      companies={explainCompanies('2027-06-01', rulebook, words)}
      rules={explainThenAndNow(rulebook, words)}
      laws={explainLaws(rulebook, words)}
      onDay={ignore}
      onLanguage={ignore}
    />
  );
};

const monitorOf = (language: Language) => {
  const words = wordsIn(language);
  return (
    <MonitorPage
      isUnreadable={false}
      rows={120}
      counts={someCounts}
      periods={shareByPeriod(someCounts.days, 'week')}
      overall={shareOverall(someCounts.days)}
      unit="week"
      figures={figureMarks(rulebook, words)}
      progress={null}
      counted={null}
      notice={null}
      rulesOld={null}
      rulebook={whichRulebook(rulebook.about, words)}
      logbookAddress="/logbook.html"
      studies={['uji-coba']}
      study="uji-coba"
      onStudy={ignore}
      onCount={ignore}
      onStop={ignore}
      onUnit={ignore}
      onSave={ignore}
      onLanguage={ignore}
    />
  );
};

describe.each(languages)('every sentence on a screen in "%s"', (language) => {
  test.each(demoPages.map(({ name, address, html }) => [name, address, html]))(
    'rests on facts of the rulebook: %s',
    (_name, address, html) => {
      const page = pageFromHtml(html, address, rulebook.signals);
      for (const day of days)
        expect(untraced(popupOf(judge(page, rulebook, day), language), language)).toEqual([]);
      const old = judge(page, rulebook, '2026-11-24');
      expect(untraced(popupOf(old, language, '2027-09-01'), language)).toEqual([]);
    },
  );

  test('rests on facts of the rulebook: a page read from the props of its program', () => {
    const [page] = demoPages;
    const verdict = judge(
      pageFromHtml(page?.html ?? '', page?.address ?? '', rulebook.signals),
      rulebook,
      '2026-11-24',
    );
    const fromProps: Verdict = {
      ...verdict,
      evidence: verdict.evidence.map((entry) => ({ ...entry, where: 'page props' })),
    };
    expect(untraced(popupOf(fromProps, language), language)).toEqual([]);
  });

  test.each(days)('rests on facts of the rulebook: how it came to this, on %s', (day) => {
    expect(untraced(historyOf(day, language), language)).toEqual([]);
  });
});

describe('the migration monitor', () => {
  test.each(languages)('shows no sentence in "%s" that rests on nothing', (language) => {
    expect(untraced(monitorOf(language), language)).toEqual([]);
  });

  test('draws and lists every figure of the rulebook with its fact', () => {
    const root = document.createElement('div');
    render(monitorOf('en'), root);
    for (const { id } of rulebook.figures) {
      expect(root.querySelector(`.chart g[data-facts="figures/${id}"] text`), id).not.toBeNull();
      expect(
        root.querySelector(
          `.said > li[data-facts="figures/${id}"] a, .said > li[data-facts="figures/${id}"] [data-source]`,
        ),
        id,
      ).not.toBeNull();
    }
    render(null, root);
  });
});

describe('the search for untraced sentences', () => {
  test.each([
    ['of nobody', undefined],
    ['with an unknown fact', 'statements/nobody-said-it'],
    ['with no fact', ''],
  ])('finds a sentence %s', (_what, facts) => {
    expect(untraced(<p data-facts={facts}>It is so.</p>, 'en')).toEqual(['It is so.']);
  });
});
