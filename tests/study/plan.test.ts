import { describe, expect, test } from 'vitest';
import { coverageCommand } from '../../cli/study/plan/coverage-command';
import { planCommand } from '../../cli/study/plan/plan-command';
import { UsageError } from '../../cli/usage-error';

async function told(command: typeof planCommand, words: string[]): Promise<string> {
  const texts: string[] = [];
  await command({ words, out: async (text) => void texts.push(text) });
  return texts.join('');
}

describe('study plan', () => {
  test('says how many persons a width takes, by share, likeness and weeks', async () => {
    const text = await told(planCommand, ['--width', '10', '--share', '75']);
    const rows = text.split('\n').filter((line) => line.includes(' % '));
    expect(text).toContain('10 points wide');
    expect(rows.map((row) => row.trim().split(/\s+/))).toEqual(
      expect.arrayContaining([['75', '%', '0.2', expect.any(String), '135', '132', '131', '130', '130']]),
    );
    expect(text).not.toContain('–');
  });

  test('says where no number of volunteers would do', async () => {
    const text = await told(planCommand, ['--width', '0.1', '--share', '50', '--icc', '0.4', '--weeks', '1']);
    expect(text).toMatch(/50 % +0\.4 +–/);
    expect(text).toContain('more than 100,000 persons');
  });

  test.each([
    [[], 'How wide the interval may be is missing'],
    [['--width', 'ten'], '--width takes a number from 0.1 to 99, not "ten".'],
    [['--width', '10', '--icc', '2'], '--icc takes a number from 0 to 1'],
    [['--breadth', '10'], 'Unknown option'],
  ])('refuses %j in words', async (words, said) => {
    await expect(told(planCommand, words)).rejects.toThrow(said);
    await expect(told(planCommand, words)).rejects.toThrow(UsageError);
  });
});

describe('study coverage', () => {
  test('tells the same for the same seed', async () => {
    const words = ['--studies', '40', '--seed', '7'];
    const text = await told(coverageCommand, words);
    expect(text.split('\n').filter((line) => / %/.test(line) && /\d\.\d{3}/.test(line))).toHaveLength(8);
    expect(await told(coverageCommand, words)).toBe(text);
    await expect(told(coverageCommand, ['--studies', '0'])).rejects.toThrow('--studies takes a whole number');
  });
});
