import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../../core/examples/example-readings';
import { idleLimit } from '../../core/flow/next-step';
import { isHandledElsewhere, nextNote } from '../../core/note/next-note';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import type { Verdict } from '../../core/verdict/verdict';

const verdictOf = (name: string, date = '2026-11-25'): Verdict => {
  const example = exampleNamed(name);
  if (!example) throw new Error(`no example is called ${name}`);
  return judgeReading(example.reading, builtInRulebook, date);
};
const basket = verdictOf('video-basket');
const profile: Verdict = { ...verdictOf('video-plain'), kind: 'other' };
const now = 1_790_000_000_000;

describe('a note', () => {
  test.each([
    ['video-basket', true],
    ['product', false],
    ['other-region', false],
    ['video-plain', false],
    ['conflicting', false],
    ['unread', false],
    ['robot-check', false],
    ['look-alike', false],
  ])(
    'is called for by what is known to be handled elsewhere than it looks, and nothing else: %s',
    (name, calls) => {
      expect(isHandledElsewhere(verdictOf(name))).toBe(calls);
    },
  );

  test('is not called for on a day when TikTok Shop took orders itself', () => {
    expect(isHandledElsewhere(verdictOf('video-basket', '2023-06-01'))).toBe(false);
  });

  test('is due once in a flow', () => {
    const first = nextNote(null, basket, now);
    expect(first).toEqual({ flow: { last: now, isNoted: true }, isDue: true });
    const product = nextNote(first.flow, verdictOf('product'), now + 1000);
    const again = nextNote(product.flow, basket, now + 2000);
    expect(again).toEqual({ flow: { last: now + 2000, isNoted: true }, isDue: false });
  });

  test('is still due when the flow began on a page that did not call for it', () => {
    const { flow } = nextNote(null, verdictOf('unread'), now);
    expect(flow).toEqual({ last: now, isNoted: false });
    expect(nextNote(flow, basket, now + 1).isDue).toBe(true);
  });

  test('is not due again after a look at a profile, but after the session’s gap', () => {
    const { flow } = nextNote(null, basket, now);
    const looked = nextNote(flow, profile, now + idleLimit);
    expect(nextNote(looked.flow, basket, now + 2 * idleLimit).isDue).toBe(false);
    expect(nextNote(looked.flow, basket, now + 2 * idleLimit + 1).isDue).toBe(true);
  });

  test('is due again when the tab had left', () => {
    const { flow } = nextNote(null, basket, now);
    const left = nextNote(flow, verdictOf('look-alike'), now + 1);
    expect(left.flow).toBeNull();
    expect(nextNote(left.flow, basket, now + 2).isDue).toBe(true);
  });

  test('begins no flow where nothing is bought', () => {
    expect(nextNote(null, profile, now)).toEqual({ flow: null, isDue: false });
  });
});
