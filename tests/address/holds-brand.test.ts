import { describe, expect, test } from 'vitest';
import { type HoldingRules, holdsBrand } from '../../core/address/holds-brand';

const rules: HoldingRules = {
  commerceWords: ['promo', 'shop'],
  ordinaryWords: ['tiktoken'],
  wordsBeforeToko: ['antik', 'cantik', 'kosmetik', 'optik'],
  wordsFromTok: ['toko', 'tokyo'],
  wordsFromO: ['official', 'online'],
  wordsFromPed: ['pedas', 'pedal'],
};

describe('a text that may hold "tiktok"', () => {
  test.each([
    ['tiktok', true, 'the word itself'],
    ['lagutiktokbaru', true, 'between other words'],
    ['shop_tiktoken', false, 'a word of its own'],
    ['tiktoken-tiktok', true, 'behind a word of its own'],
    ['optiktokindo', true, 'no word begins with "toki" here'],
    ['optiktoko', false, 'a short word meets "toko"'],
    ['shopoptiktokobaru', false, 'a short word behind a commerce word meets "toko"'],
    ['xoptiktokobaru', true, 'the end of another word is no short word'],
    ['promo-optiktoko', false, 'a short word behind a dash meets "toko"'],
    ['optiktokonline', true, '"online" begins there, not "toko"'],
    ['optiktokonlinebaru', true, '"online" begins there, whatever stands behind it'],
    ['rumahcantiktoko', false, 'a word of six letters meets "toko" wherever it stands'],
    ['rumahkosmetiktokonline', false, 'a long word meets "toko" wherever it stands'],
    ['optiktoko-tiktok', true, 'the brand stands behind two words that meet'],
    ['titkok', false, 'not the word'],
  ])('%s: %s, %s', (text, expected) => {
    expect(holdsBrand(text, { word: 'tiktok', typos: true }, rules)).toBe(expected);
  });
});

describe('a text that may hold the nickname "tokped"', () => {
  test.each([
    ['tokped', true, 'the word itself'],
    ['promo-tokped', true, 'behind a dash'],
    ['promo_tokped', true, 'behind a low line'],
    ['no1tokped', true, 'behind a digit'],
    ['a1btokped', false, 'behind a letter, though a digit is near'],
    ['eshoptokped', true, 'behind a commerce word'],
    ['shopetokped', false, 'behind a short word that only begins like one'],
    ['barangtokped', true, 'behind a word of six letters'],
    ['bukutokped', false, 'behind a shorter word'],
    ['sepedatokped', true, 'behind a long word that begins with "s"'],
    ['kaosbarustokped', false, 'behind a long word that ends in "s": "stok" may begin there'],
    ['tokpedas', false, 'a word begins with "ped"'],
    ['tokpedas-tokped', true, 'behind a word that begins with "ped"'],
  ])('%s: %s, %s', (text, expected) => {
    expect(holdsBrand(text, { word: 'tokped', typos: false }, rules)).toBe(expected);
  });
});
