import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortAnswer } from '../../core/explanation/answer';
import { wordsIn } from '../../core/explanation/words';
import { pageFromHtml } from '../../core/page/from-html';
import { builtInRulebook, rulebookFiles } from '../../core/rulebook/built-in';
import type { Rulebook } from '../../core/rulebook/rulebook';
import { judge } from '../../core/verdict/judge';
import { demoPages } from '../../demo/shop/demo-pages';
import { backgroundTexts, leanData } from '../../scripts/release/lean-data';
import { today } from '../builders/pages';

const root = join(import.meta.dirname, '../..');
const transformed = (entrypoint: string, file: string) => {
  const { transform } = leanData([{ name: entrypoint }]) as unknown as {
    transform(code: string, id: string): { code: string };
  };
  return transform(readFileSync(join(root, file), 'utf8'), `/${file}`).code;
};
const lean = Object.fromEntries(
  Object.keys(rulebookFiles).map((name) => {
    const file = name === 'about' ? 'rulebook' : name;
    return [name, JSON.parse(transformed('background', `rulebook/${file}.json`))];
  }),
) as unknown as Rulebook;

test.each(demoPages.map(({ name, address, html }) => [name, address, html] as const))(
  'the background judges %s by what is left of the rules as all of them judge it',
  (_name, address, html) => {
    const page = pageFromHtml(html, address, builtInRulebook.signals);
    for (const date of [today, '2023-12-20', '2023-10-30']) {
      const verdict = judge(page, builtInRulebook, date);
      expect(judge(page, lean, date)).toEqual(verdict);
      const words = wordsIn('id');
      expect(shortAnswer(verdict, lean, words).answer.text).toBe(
        shortAnswer(verdict, builtInRulebook, words).answer.text,
      );
    }
  },
);

test('the background has every text that toolbar and note speak', () => {
  const spoken = ['services/tabs/toolbar.ts', 'services/note/put-note.ts', 'core/explanation/answer.ts']
    .flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/\.(?:say|tell)\(\s*['`]([^'`]+)/g),
    ])
    .map(([, key = '']) => key);
  expect(spoken.length).toBeGreaterThan(7);
  expect(spoken.filter((key) => !backgroundTexts.test(key))).toEqual([]);
});

test('what nobody judges by stays out of the background, and what a page is told of others out of the page', () => {
  expect(transformed('background', 'rulebook/statements.json')).toBe('[]');
  expect(transformed('background', 'rulebook/provisions.json')).not.toContain('quote');
  expect(transformed('page-reader', 'rulebook/signals.json')).not.toMatch(/sources|confidence|surface/);
  expect(leanData([{ name: 'popup' }, { name: 'gallery' }])).toBeNull();
});
