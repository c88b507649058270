import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import id from '../../core/explanation/texts/id.json';
import { tempFolder } from '../builders/temp-folder';
import { isWholeRun } from '../run/whole-run';

const root = join(import.meta.dirname, '../..');
const texts = 'core/explanation/texts';
const languageList = join(texts, 'languages.ts');

test('the list of languages is the one that its files make', () => {
  const before = readFileSync(join(root, languageList), 'utf8');
  execFileSync('node', [join(root, 'scripts/list-languages.mjs')]);
  expect(readFileSync(join(root, languageList), 'utf8')).toBe(before);
});

describe('a third language is one file', () => {
  const copy = tempFolder('third-language');
  /** Every word of it begins with a sign that no other language has. */
  const madeUp = Object.fromEntries(Object.entries(id).map(([key, text]) => [key, `¤${text}`]));

  beforeAll(() => {
    for (const room of [
      'core',
      'in-page',
      'rulebook',
      'codebook',
      'services',
      'components',
      'entrypoints',
      'cli',
    ])
      cpSync(join(root, room), join(copy, room), { recursive: true });
    for (const name of ['node_modules', '.wxt']) symlinkSync(join(root, name), join(copy, name));
    for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(copy, name));
    const own = { 'language.name': 'Bahasa Buatan', 'language.locale': 'de-DE', 'language.rulebook': 'en' };
    writeFileSync(join(copy, texts, 'xx.json'), JSON.stringify({ ...madeUp, ...own }));
    execFileSync('node', [join(root, 'scripts/list-languages.mjs'), copy]);
  });

  test('its texts, numbers and dates are spoken, and the rulebook’s own in the language it names', () => {
    writeFileSync(
      join(copy, 'say.ts'),
      `import { languages, nameOfLanguage, wordsIn } from './core/explanation/words';
       import { explain } from './core/explanation/explain';
       import { builtInRulebook } from './core/rulebook/built-in';
       import { pageFromHtml } from './core/page/from-html';
       import { judge } from './core/verdict/judge';
       const tag = 'xx' as (typeof languages)[number];
       const words = wordsIn(tag);
       const page = pageFromHtml('', 'https://shop-id.tokopedia.com/pdp/botol/1', builtInRulebook.signals);
       const told = explain(judge(page, builtInRulebook, '2026-11-25'), builtInRulebook, tag);
       console.log(JSON.stringify([languages, nameOfLanguage(tag), words.tag, words.language,
         words.say('log.working', { done: 1200, all: 3400 }), words.date('2026-06-08'), told.answer.text, told.rule?.line.text]));`,
    );
    const said = JSON.parse(
      execFileSync('node', ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), 'say.ts'], {
        cwd: copy,
        encoding: 'utf8',
      }),
    );
    const [languages, name, tag, rulebookLanguage, line, date, answer, rule] = said;
    expect(languages).toEqual(['id', 'en', 'xx']);
    expect([name, tag, rulebookLanguage]).toEqual(['Bahasa Buatan', 'xx', 'en']);
    expect(line).toMatch(/^¤1\.200 .* 3\.400/);
    expect(date).toBe('8. Juni 2026');
    expect(answer).toMatch(/^¤/);
    expect(rule).toMatch(/^¤/);
  });

  test.runIf(isWholeRun)('the types of the whole product take it as it stands', { timeout: 300_000 }, () => {
    writeFileSync(
      join(copy, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        include: ['core', 'services', 'components', 'entrypoints', 'cli', '.wxt/wxt.d.ts'],
      }),
    );
    const run = () =>
      execFileSync('npx', ['tsc', '--noEmit', '-p', copy], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    expect(run).not.toThrow();
  });

  test.runIf(isWholeRun)('a file that lacks a text is refused', { timeout: 300_000 }, () => {
    const { 'popup.notice': _left, ...short } = madeUp;
    writeFileSync(join(copy, texts, 'xx.json'), JSON.stringify(short));
    const run = () =>
      execFileSync('npx', ['tsc', '--noEmit', '-p', copy], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow();
  });
});
