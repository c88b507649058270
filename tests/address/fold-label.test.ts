import { describe, expect, test } from 'vitest';
import { foldLabel } from '../../core/address/fold-label';

const rules = { confusables: { o: 'оο', t: 'тτ' }, digits: { '0': 'o', '1': 'il' } };
const fold = (label: string) => foldLabel(label, rules);

describe('a label read fleetingly', () => {
  test.each([
    ['tiktok', 'tiktok', 'Latin letters stay'],
    ['tоktok', 'toktok', 'a Cyrillic letter is read as its Latin twin'],
    ['τiktok', 'tiktok', 'and a Greek one'],
    ['tökopédia', 'tokopedia', 'a mark on a letter is overlooked'],
    ['tikжtok', 'tik?tok', 'a letter without a twin keeps its place'],
    ['toko~pedia', 'toko~pedia', 'the last plain sign stays itself'],
    ['xn--tktok-jye', 'toktok', 'punycode is read as its letters'],
    ['xn--99999999', 'xn--99999999', 'broken punycode stays as written'],
  ])('%s → %s: %s', (label, latin) => {
    expect(fold(label).latin).toBe(latin);
  });

  test('each digit is read as the letter it stands for, "1" as "i" throughout or as "l" throughout', () => {
    expect(fold('t1kt0k').undigited).toEqual(['tiktok', 'tlktok']);
    expect(fold('1001').undigited).toEqual(['iooi', 'lool']);
    expect(fold('t0k0').undigited).toEqual(['toko']);
  });

  test('a digit that stands for no letter stays', () => {
    expect(fold('tiktok8').undigited).toEqual(['tiktok8']);
  });

  test('it is foreign with one foreign letter in it', () => {
    expect(fold('tоktok').isForeign).toBe(true);
    expect(fold('tök').isForeign).toBe(true);
    expect(fold('toktok').isForeign).toBe(false);
    expect(fold('toko-pedia~1').isForeign).toBe(false);
  });

  test('no more of it is read than the 63 letters a real label can have', () => {
    expect(fold('a'.repeat(63)).written).toBe('a'.repeat(63));
    expect(fold(`${'a'.repeat(63)}tiktok`).written).toBe('a'.repeat(63));
  });
});
