import { describe, expect, test } from 'vitest';
import { isNearMiss } from '../../core/address/is-near-miss';

/** Of the letters of "tiktok" the "k" has no neighbour here. */
const near = { i: 'lu', o: 'pi', t: 'yr' };

describe('a short word that two likely slips make out of "tiktok"', () => {
  test.each([
    ['tlktok', 'a neighbouring letter'],
    ['tlktpk', 'two neighbouring letters'],
    ['tikttok', 'a letter doubled'],
    ['ttikttok', 'two letters doubled'],
    ['tiktookk', 'the last two letters doubled'],
    ['ytiktok', 'a neighbour brushed before the first letter'],
    ['ytlktok', 'a neighbour brushed before the first letter, and a neighbouring one'],
    ['tilktok', 'a neighbour brushed behind a letter'],
    ['tiktopk', 'a neighbour brushed behind a later letter'],
    ['titkok', 'two letters changed over'],
    ['tiktko', 'the last two letters changed over'],
    ['ittkok', 'letters changed over twice'],
    ['tiktk', 'a letter lost'],
    ['tikto', 'the last letter lost'],
    ['tlktk', 'a letter lost and a neighbouring one'],
    ['tlktokk', 'a neighbouring letter and one doubled'],
    ['tlktopk', 'a neighbouring letter, and another brushed along'],
  ])('%s: %s', (word) => {
    expect(isNearMiss(word, 'tiktok', near)).toBe(true);
  });
});

describe('a short word that likely slips do not explain', () => {
  test.each([
    ['tiktoz', 'a letter that nobody takes for "k"'],
    ['tiktal', 'letters far from the ones that were meant'],
    ['tixktok', 'a far letter brushed along'],
    ['xtiktok', 'a far letter before it'],
    ['titk', 'two letters lost'],
    ['tik', 'three letters lost'],
    ['tlyrpk', 'four neighbouring letters'],
    ['ttikttokk', 'three letters doubled'],
    ['kitkat', 'another name'],
    ['tiitok', 'a letter doubled, and another lost'],
    ['ttikto', 'the first letter doubled, and the last lost'],
    ['', 'nothing'],
  ])('%s: %s', (word) => {
    expect(isNearMiss(word, 'tiktok', near)).toBe(false);
  });
});

test('a letter lost at the end of a word that is long enough is none', () => {
  expect(isNearMiss('ttokt', 'tokti', near)).toBe(false);
  expect(isNearMiss('tokt', 'tokti', near)).toBe(true);
});
