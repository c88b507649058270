import { describe, expect, test } from 'vitest';
import { printVerdict } from '../../cli/print-verdict';
import { explainDay } from '../../core/explanation/explain-day';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';

const today = '2026-11-30';

/** What holds for an Indonesian yellow basket on a day: regulation, its rule on payment, phase, processor, owner. */
const table: [string, string, string, string, string, string][] = [
  // day          regulation             provision  phase         processor      PT Tokopedia's larger owner
  ['2019-06-01', '–', '–', 'not-yet', 'none', '–'],
  ['2020-03-01', '–', '–', 'not-yet', 'none', '–'],
  ['2020-12-01', 'permendag-50-2020', '–', 'not-yet', 'none', '–'],
  ['2021-04-16', 'permendag-50-2020', '–', 'not-yet', 'none', '–'],
  ['2021-04-17', 'permendag-50-2020', '–', 'own-shop', 'tiktok-shop', '–'],
  ['2023-09-25', 'permendag-50-2020', '–', 'own-shop', 'tiktok-shop', '–'],
  ['2023-09-26', 'permendag-31-2023', '21(3)', 'own-shop', 'tiktok-shop', '–'],
  ['2023-10-04', 'permendag-31-2023', '21(3)', 'own-shop', 'tiktok-shop', '–'],
  ['2023-10-05', 'permendag-31-2023', '21(3)', 'closed', 'none', '–'],
  ['2023-12-11', 'permendag-31-2023', '21(3)', 'closed', 'none', '–'],
  ['2023-12-12', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '–'],
  ['2023-12-13', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '–'],
  ['2024-01-30', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '–'],
  ['2024-01-31', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '75.01'],
  ['2024-02-21', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '75.01'],
  ['2024-03-13', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '75.01'],
  ['2024-03-26', 'permendag-31-2023', '21(3)', 'transition', 'conflicting', '75.01'],
  ['2024-03-27', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2024-04-03', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2024-04-25', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2025-06-05', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2025-06-17', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2026-06-07', 'permendag-31-2023', '21(3)', 'migrated', 'tokopedia', '75.01'],
  ['2026-06-08', 'permendag-19-2026', '25(3)', 'migrated', 'tokopedia', '75.01'],
  ['2026-11-24', 'permendag-19-2026', '25(3)', 'migrated', 'tokopedia', '75.01'],
  ['2026-11-30', 'permendag-19-2026', '25(3)', 'migrated', 'tokopedia', '75.01'],
];

describe('the answer on any day', () => {
  test.each(table)('%s: %s %s, %s, %s, %s', async (day, regulation, provision, phase, processor, share) => {
    const { verdict } = explainDay(day, rulebook, 'id', today);
    expect({
      regulation: verdict.law[0]?.regulation ?? '–',
      provision: verdict.law[0]?.provisions[0] ?? '–',
      phase: verdict.phase,
      processor: verdict.processor,
    }).toEqual({ regulation, provision, phase, processor });
    for (const language of ['id', 'en'] as const) {
      const { explanation, notes } = explainDay(day, rulebook, language, today);
      const owned = explanation.who?.sayings.flatMap(({ fact, sentences }) =>
        fact.startsWith('ownership/') ? (sentences[0]?.text ?? '') : [],
      );
      expect(owned?.join('') || '–').toContain(language === 'id' ? share.replace('.', ',') : share);
      // The sentences themselves, to be read by people: tests/explanation/days/<day>.<language>.txt
      const lines = [explanation.answer.text, ...notes.map(({ text }) => text)].join('\n');
      const whole = `${lines}\n\n${printVerdict(verdict, rulebook, language, today)}`;
      await expect(whole).toMatchFileSnapshot(`days/${day}.${language}.txt`);
    }
  });

  test('what was said only after the day is marked as said later, and nothing else is', () => {
    for (const [day] of table) {
      const { who, disputed } = explainDay(day, rulebook, 'en', today).explanation;
      const sides = [disputed?.for, disputed?.mixed, disputed?.against, who?.sayings];
      for (const { fact, notes } of sides.flatMap((side) => side ?? [])) {
        const statement = rulebook.statements.find(({ id }) => fact === `statements/${id}`);
        if (!statement) continue;
        const isMarked = notes.some(({ text }) => text.includes('Said later'));
        expect(isMarked, `${fact} on ${day}`).toBe(statement.date > day);
      }
    }
  });

  test('marks what was said only later, where the answer rests on it', () => {
    const { explanation } = explainDay('2024-03-28', rulebook, 'en', today);
    const notes = explanation.who?.sayings.flatMap(({ notes: more }) => more.map(({ text }) => text));
    expect(notes).toContain('Said later, after the day judged for.');
    const later = explainDay('2024-04-03', rulebook, 'en', today).explanation;
    expect(JSON.stringify(later.who)).not.toContain('Said later');
  });
});
