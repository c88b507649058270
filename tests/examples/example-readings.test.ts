import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleNamed, exampleNames, examples } from '../../core/examples/example-readings';
import { stateOf } from '../../core/explanation/state-of';
import { readingSchema } from '../../core/page/reading-schema';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';

const states: Record<string, string> = {
  'video-basket': 'tokopedia',
  product: 'tokopedia',
  'other-region': 'other-region',
  'video-plain': 'none',
  conflicting: 'conflicting',
  unread: 'unknown',
  'robot-check': 'check',
  'look-alike': 'lookalike',
};

describe('the examples', () => {
  test('are those that have a name', () => {
    expect(examples.map(({ name }) => name)).toEqual(exampleNames);
    expect(exampleNamed('toString')).toBeNull();
  });

  test.each(examples.map((example) => [example.name, example.reading] as const))(
    '%s has the shape of a true reading and the answer that it stands for',
    (name, reading) => {
      expect(v.safeParse(readingSchema, reading).success).toBe(true);
      expect(stateOf(judgeReading(reading, builtInRulebook, '2026-11-25'))).toBe(states[name]);
    },
  );
});
