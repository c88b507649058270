import { describe, expect, test } from 'vitest';
import { codebook } from '../../core/log/codebook';
import { personalShape } from '../../core/log/guard';
import { findPersonal } from '../../core/personal/find-personal';
import { personalRules } from '../../core/personal/personal-rules';

// Made up: numbers of this shape are nobody's in these tests.
const personal = [
  '(0812) 3456-7890',
  '0812/3456/7890',
  '0812–3456–7890',
  '0812—3456—7890',
  '０８１２３４５６７８９０',
  '０８１２ ３４５６ ７８９０',
  '+62 (812) 3456 7890',
  '(+62) 812-3456-7890',
  '[0812] 3456 7890',
  '0812_3456_7890',
  '0812.3456.7890',
  '(021) 555 0199',
  '(021) 555–0199',
  'HP 08 12 34 56 78',
  'HP: 12 34 56 78 90',
  'hp 81 23 45 67',
  'Telp. 55 50 19 99',
  'telp 21 55 50 19',
  'WA=12 34 56 78',
  'rekening 12 34 56 78 90',
  'Rek. 12 34 56 78 90',
  'no. rekening: 12-34-56-78',
  'nama(at)contoh.id',
  'nama (at) contoh (dot) id',
  'nama [at] contoh.id',
  'nama＠contoh.id',
  'ｎａｍａ＠ｃｏｎｔｏｈ．ｉｄ',
  'nama（at）contoh.id',
  'nama﹫contoh.id',
  '021-555 0199',
  '021 555 0199',
  '021.555.0199',
  '021/5550199',
  'Fax 021 5550199',
  '0812·3456·7890',
  '0812•3456•7890',
  'Rek BCA: 12 34 56 78',
  'Rek.Mandiri 12-34-56-78',
  'rek. BCA a.n. Nama 123 456 7890',
  'rekeningnya 12 34 56 78',
  'HP – 12 34 56 78',
  'HP (WA) 12 34 56 78',
  'nohp 12 34 56 78',
  'no hp saya 12 34 56 78 90',
  'telp kantor 555 12 34',
  'nama at contoh dot id',
  'nama%40contoh.id',
  'nama (@) contoh.id',
  'nama @ contoh . id',
];

const nobodys = [
  '2026-11-30',
  'www.tiktok.com',
  '/@_/video/_',
  '1.0.0',
  'Chromium 156',
  'mulai 08.00',
  '38 39 40 41 42',
  'hp bekas 128 gb',
  'look at example.org',
];

describe('one list of personal shapes', () => {
  test.each(personal)('%j is refused by the record and found in a capture', (text) => {
    expect(personalShape(text)).not.toBeNull();
    expect(personalShape(`a ${text} b`)).not.toBeNull();
    expect(findPersonal(text, personalRules).length).toBeGreaterThan(0);
  });

  test.each(nobodys)('%j is nobody’s', (text) => {
    expect(personalShape(text)).toBeNull();
  });

  test('no word of the codebook has one', () => {
    for (const { categories } of codebook.tables.events.fields)
      for (const { value } of categories ?? [])
        expect(personalShape(String(value)), String(value)).toBeNull();
  });
});
