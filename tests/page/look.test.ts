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

  test.each<[string, Partial<Sight>, Look | null, Partial<Sight>, Look | null]>([
    ['so little text is nothing to see', { text: words(19) }, 'empty', { text: words(20) }, 'too-little'],
    [
      'a short text that it loads is nothing to see',
      ...([
        { text: words(119, 'Loading ') },
        'empty',
        { text: words(120, 'Loading ') },
        'too-little',
      ] as const),
    ],
    [
      'a text is bare from a length on, without scripts',
      ...([{ text: words(80), scripts: 0 }, 'too-little', { text: words(81), scripts: 0 }, 'bare'] as const),
    ],
    ['a whole page is long enough', { text: words(399) }, 'too-little', { text: words(400) }, 'wordless'],
    [
      'or holds data enough',
      ...([{ text: words(100), data: 799 }, 'too-little', { text: words(100), data: 800 }, null] as const),
    ],
    [
      'a program’s data are something',
      ...([
        { text: words(100), program: 799 },
        'too-little',
        { text: words(100), program: 800 },
        'sparse',
      ] as const),
    ],
    [
      'data and a program’s data count together',
      ...([
        { text: words(500), data: 500, program: 299 },
        'wordless',
        { text: words(500), data: 500, program: 300 },
        null,
      ] as const),
    ],
    [
      'a check is named anywhere in a short text, and doubted in a long one',
      ...([
        { text: words(599, '', ' are you human') },
        'challenge',
        { text: words(600, '', ' are you human') },
        'unsure',
      ] as const),
    ],
    [
      'a request to log in is named at the beginning of a short text',
      ...([
        { text: words(299, 'Log in to ') },
        'log-in',
        { text: words(300, 'Log in to ') },
        'unsure',
      ] as const),
    ],
    [
      'and not below it',
      ...([
        { text: words(200, '', ` log in to ${words(140)}`) },
        'log-in',
        { text: words(200, '', ` log in to ${words(100)}`) },
        'unsure',
      ] as const),
    ],
  ])('%s', (_what, below, lookBelow, from, lookFrom) => {
    expect([look(below), look(from)]).toEqual([lookBelow, lookFrom]);
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
