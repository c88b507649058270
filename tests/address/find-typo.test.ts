import { describe, expect, test } from 'vitest';
import { hasTypo, type TypoRules } from '../../core/address/find-typo';

const rules: TypoRules = {
  commerceWords: ['go', 'my', 'promo', 'shop'],
  ordinaryWords: ['taktik', 'logopedia'],
  doubtfulWords: ['tictoc'],
  wordsAfterToko: ['media'],
  nearLetters: { e: 'wr', i: 'ul', k: 'jl', o: 'ip', t: 'yr' },
};
const isNamed = (text: string, brand: string) => hasTypo(text, brand, rules);

describe('a name with one mistake is a typo', () => {
  test.each([
    ['tikok', 'tiktok', 'a letter lost'],
    ['tizktok', 'tiktok', 'a letter added'],
    ['zlktok', 'tiktok', 'a neighbouring letter and another first one'],
    ['tiktoz', 'tiktok', 'another letter'],
    ['mytikok', 'tiktok', 'behind a short word that is glued to it'],
    ['tikokgo', 'tiktok', 'before a short word that is glued to it'],
    ['shopgotikok', 'tiktok', 'behind two words that are glued to it'],
    ['ti-kok', 'tiktok', 'cut by a dash'],
    ['-tikok-', 'tiktok', 'between dashes'],
    ['shop--tikok', 'tiktok', 'behind two dashes'],
    ['shopebya', 'ebay', 'behind a word that leaves four letters'],
  ])('%s for %s: %s', (text, brand) => {
    expect(isNamed(text, brand)).toBe(true);
  });

  test.each([
    ['shopeby', 'ebay', 'three letters left of a longer word are too few to tell'],
    ['taktik', 'tiktok', 'an ordinary word'],
    ['shop-taktik', 'tiktok', 'an ordinary word stays one beside a shop'],
    ['logopedia', 'tokopedia', 'an ordinary word near a long name'],
    ['go', 'tiktok', 'a commerce word alone'],
    ['', 'tiktok', 'nothing'],
    ['-', 'tiktok', 'a dash'],
    ['tiktok', 'tiktok', 'the name itself'],
    ['shoptiktok', 'tiktok', 'the name itself behind a shop'],
  ])('%s for %s is none: %s', (text, brand) => {
    expect(isNamed(text, brand)).toBe(false);
  });
});

describe('two mistakes in a short name', () => {
  test.each([
    ['tlktpk', 'two neighbouring letters'],
    ['itktokp', 'a letter more, though the beginning differs'],
    ['htitkok', 'a letter more before two that are changed over'],
    ['pliktok', 'a letter more, though only the ending is kept'],
    ['ctikto', 'three letters in a row are kept, though the beginning differs'],
    ['tkatok', 'beginning and ending are kept'],
    ['tipok-shop', 'a shop stands beside it'],
    ['shoptipok', 'a shop is glued to it'],
    ['promo-bktok', 'a promotion stands beside it'],
  ])('%s is a typo: %s', (text) => {
    expect(isNamed(text, 'tiktok')).toBe(true);
  });

  test.each([
    ['tieton', 'no three letters in a row are kept'],
    ['zintok', 'only the ending is kept, as in many other names'],
    ['tipok', 'a letter less, and no shop beside it'],
    ['gotipok', 'two letters like "go" begin many words by chance'],
    ['tikt', 'two letters less'],
    ['tikt-shop', 'two letters less, even beside a shop'],
    ['tlto-k', 'pieces cut by a dash must be nearer'],
    ['tip-ok', 'other pieces cut by a dash'],
    ['tiptopshirt', 'a longer word'],
  ])('%s is none: %s', (text) => {
    expect(isNamed(text, 'tiktok')).toBe(false);
  });
});

describe('two mistakes in a long name', () => {
  test.each([
    ['tokopdi', 'tokopedia', 'two letters less'],
    ['toko-pda', 'tokopedia', 'cut by a dash'],
    ['tolomedia', 'tokopedia', 'the words that follow "toko" excuse nothing else'],
    ['toikmopedia', 'tokopedia', 'two letters more before the common ending'],
    ['tobobedia', 'tokopedia', 'one of the two is in the common ending'],
    ['tbokzpedia', 'tokopedia', 'a letter more behind the same beginning'],
    ['tolpedia', 'tokopedia', 'a letter lost and a neighbouring one before the common ending'],
    ['okompedia', 'tokopedia', 'three letters in a row are kept before the common ending'],
    ['topedia-shop', 'tokopedia', 'the same beginning beside a shop'],
    ['kisbir', 'kiosbiru', 'two letters less of eight'],
    ['kois-bru', 'kiosbiru', 'eight letters cut by a dash'],
  ])('%s for %s is a typo: %s', (text, brand) => {
    expect(isNamed(text, brand)).toBe(true);
  });

  test.each([
    ['okpedia', 'tokopedia', 'hardly anything is kept before the common ending'],
    ['topedia', 'tokopedia', 'half of it is gone before the common ending'],
    ['stomopedia', 'tokopedia', 'another word with a letter more before the common ending'],
    ['tokomedia', 'tokopedia', 'another shop that begins with "toko"'],
    ['dinsbiru', 'kiosbiru', 'another word before the last five of eight letters'],
    ['ensiklopedia', 'tokopedia', 'a much longer word'],
  ])('%s for %s is none: %s', (text, brand) => {
    expect(isNamed(text, brand)).toBe(false);
  });
});

describe('a doubtful word', () => {
  test.each([
    ['tictoc', false],
    ['tictoc-lagu', false],
    ['gotictoc', false],
    ['tic-toc', false],
    ['tictoc-shop', true],
    ['go-tictoc', true],
    ['shoptictoc', true],
    ['shopgotictoc', true],
    ['tictocgoshop', true],
  ])('%s: %s', (text, expected) => {
    expect(isNamed(text, 'tiktok')).toBe(expected);
  });
});
