import { describe, expect, test } from 'vitest';
import { noPolicy, readPolicy } from '../../core/policy/read-policy';

describe('the policy of an organisation', () => {
  test('is none where nothing was set', () => {
    for (const values of [undefined, null, 'x', 7, {}])
      expect(readPolicy(values)).toEqual({ policy: noPolicy, ignored: [] });
  });

  test('is read whole', () => {
    const policy = { recording: 'forbidden', study: 'smp-1', language: 'id', note: 'forbidden' };
    expect(readPolicy(policy)).toEqual({ policy, ignored: [] });
  });

  test.each<[string, unknown]>([
    ['recording', true],
    ['recording', 'Forbidden'],
    ['recording', null],
    ['study', 'Kelas 7'],
    ['study', '../up'],
    ['study', 'x'.repeat(41)],
    ['study', ['a']],
    ['language', 'jv'],
    ['note', 'yes'],
  ])('loses a wrong field alone, and names it: %s = %j', (name, value) => {
    const right = { recording: 'allowed', study: 'a', language: 'en', note: 'off' };
    const { policy, ignored } = readPolicy({ ...right, [name]: value });
    expect(policy).toEqual({ ...right, [name]: null });
    expect(ignored).toEqual([name]);
  });

  test('names fields that it does not know, shortened, and takes nothing from what every object has', () => {
    expect(readPolicy({ toString: 'x', ['y'.repeat(99)]: 1 })).toEqual({
      policy: noPolicy,
      ignored: ['toString', 'y'.repeat(40)],
    });
  });
});
