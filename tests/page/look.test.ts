import { describe, expect, test } from 'vitest';
import { type Look, lookOf } from '../../core/page/look';
import type { Sight } from '../../core/page/sight';
import { builtInRulebook } from '../../core/rulebook/built-in';

const rules = { ...builtInRulebook.looks, least: 20, whole: 400, data: 800 };
const nothing: Sight = {
  ...{ title: '', heading: '', text: '', marks: '', comments: '' },
  ...{ scripts: 1, data: 0, program: 0, asksPassword: false, isLong: false },
};
const look = (seen: Partial<Sight>) => lookOf({ ...nothing, ...seen }, rules);
/** So many characters that speak of nothing, after these words and before those. */
const words = (length: number, before = '', after = '') =>
  `${before}${'kenanga '.repeat(200).slice(0, length - before.length - after.length)}${after}`;

describe('what a page looks like', () => {
  test.each<[string, Partial<Sight>, Look | null]>([
    ['a long one is a page', { isLong: true }, null],
    ['a long one that a program saved', { isLong: true, comments: 'Page saved with SingleFile' }, 'saved'],
    [
      'a long one that a program saved with its data',
      { isLong: true, comments: 'SingleFile', data: 1 },
      null,
    ],
    ['code at its beginning', { text: words(100, '<!DOCTYPE html> ') }, 'view-source'],
    ['code within it', { text: words(100, 'kenanga <html> ') }, 'too-little'],
    ['names as mail writes them', { text: words(100), marks: 'class=3D"x"' }, 'mhtml'],
    ['mail’s headers', { text: words(100, 'From: a b Subject: c MIME-Version: 1.0 ') }, 'mhtml'],
    [
      'mail’s headers, far apart',
      { text: words(390, 'From: a b Subject: c ', ' MIME-Version: 1.0') },
      'mhtml',
    ],
    ['a single header of mail', { text: words(100, 'Subject: c MIME-Version: 1.0 ') }, 'too-little'],
    [
      'headers that a page speaks of',
      { text: words(100, '(From: a b Subject: c MIME-Version: 1.0) ') },
      'too-little',
    ],
    [
      'a saved page that kept its scripts',
      { text: words(100), comments: 'SingleFile', scripts: 1 },
      'too-little',
    ],
    ['a saved page without scripts', { text: words(100), comments: 'SingleFile', scripts: 0 }, 'saved'],
    ['a whole one without scripts', { text: words(500), scripts: 0 }, 'without-scripts'],
  ])('%s', (_what, seen, expected) => {
    expect(look(seen)).toBe(expected);
  });

  const long = (length: number, before = '', after = '') => ({ text: words(length, before, after) });
  const below = (length: number) => long(200, '', ` log in to ${words(length)}`);
  test.each<[string, Partial<Sight>, Partial<Sight>, [Look | null, Look | null]]>([
    ['so little text is nothing to see', long(19), long(20), ['empty', 'too-little']],
    ['one that it loads, too', long(119, 'Loading '), long(120, 'Loading '), ['empty', 'too-little']],
    ['without scripts', { ...long(80), scripts: 0 }, { ...long(81), scripts: 0 }, ['too-little', 'bare']],
    ['a whole page is long enough', long(399), long(400), ['too-little', 'wordless']],
    ['data', { ...long(100), data: 799 }, { ...long(100), data: 800 }, ['too-little', null]],
    ['a program’s', { ...long(100), program: 799 }, { ...long(100), program: 800 }, ['too-little', 'sparse']],
    [
      'data and a program’s data count together',
      { ...long(500), data: 500, program: 299 },
      { ...long(500), data: 500, program: 300 },
      ['wordless', null],
    ],
    ['a check', long(599, '', ' are you human'), long(600, '', ' are you human'), ['challenge', 'unsure']],
    ['a log-in at the beginning', long(299, 'Log in to '), long(300, 'Log in to '), ['log-in', 'unsure']],
    ['a log-in below it', below(140), below(100), ['log-in', 'unsure']],
  ])('changes from a length on: %s', (_what, before, from, looks) => {
    expect([look(before), look(from)]).toEqual(looks);
  });

  test('is by the rules at hand, each time', () => {
    const text = words(100);
    const others = { ...rules, words: { ...rules.words, error: ['kenanga'] } };
    expect([rules, others, rules].map((each) => lookOf({ ...nothing, text }, each))).toEqual([
      'too-little',
      'error',
      'too-little',
    ]);
  });
});
