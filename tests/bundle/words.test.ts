import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/bundle/bytes';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import en from '../../core/bundle/texts/en.json';
import id from '../../core/bundle/texts/id.json';
import { type Check, checkIds, whys } from '../../core/bundle/verify/check';
import { verifyText } from '../../core/bundle/verify-text';
import { verifierWords } from '../../core/bundle/words';

const keys = Object.keys(id) as (keyof typeof id)[];
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('the words of the verifier', () => {
  test('stand in both languages, with the same places to fill', () => {
    expect(Object.keys(en)).toEqual(keys);
    for (const key of keys) {
      expect(placesOf(en[key]), key).toEqual(placesOf(id[key]));
      expect(en[key], key).not.toBe(id[key]);
    }
  });

  test.each(['id', 'en'] as const)('have a sentence for every outcome of every check in "%s"', (language) => {
    const words = verifierWords(language);
    const values = { time: 't', authority: 'a', taken: 't', fingerprint: 'f', expected: 'e', written: 'w' };
    const more = { offset: '1', length: '2', count: '3', field: 'x' };
    for (const check of checkIds) {
      expect(words.say(`check.${check}`)).not.toBe('');
      for (const why of ['holds', 'no-archive', ...whys[check]] as const) {
        const told = {
          check,
          why,
          outcome: 'fails',
          file: 'pubkey.pem',
          values: { ...values, ...more },
        } as Check;
        expect(words.sayCheck(told), `${check} ${why}`).toMatch(/^[^{}]{8,}\.$/);
      }
    }
  });

  test('write numbers as each language does', () => {
    const check = { check: 'files', why: 'added', outcome: 'fails', from: 1234, to: 5678 } as const;
    expect(verifierWords('en').sayRange(check)).toBe('bytes 1,234 to 5,678');
    expect(verifierWords('id').sayRange(check)).toBe('byte 1.234 sampai 5.678');
    expect(verifierWords('en').sayRange({ ...check, to: 1234 })).toBe('byte 1,234');
  });
});

test.each([
  ['1.0.0', '163df92a70832015793f02e4d272af975943b1c875a567634c20f9cb33bdd3e4'],
  ['1.1.0', '9997cb4be57ec95dbc67e6a0749bcc12c120294313b27879edc7146011a8a75d'],
])(
  'VERIFY.txt is written as in every bundle of schema %s: with other words, the bundles out there would not hold',
  (schema_version, hash) => {
    const facts = { schema_version, capture_id: 'c', taken_utc: 't', key_fingerprint: 'k' } as CaptureFacts;
    expect(sha256Hex(verifyText(facts))).toBe(hash);
  },
);
