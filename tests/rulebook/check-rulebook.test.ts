import { describe, expect, test } from 'vitest';
import { rulebookFiles } from '../../core/rulebook/built-in';
import { checkRulebook } from '../../core/rulebook/check-rulebook';

type Files = typeof rulebookFiles;

/** The built-in rulebook with one change made to a copy. */
function changed(change: (files: Files) => void): Files {
  const copy = structuredClone(rulebookFiles);
  change(copy);
  return copy;
}

const problemsOf = (files: unknown) => {
  const check = checkRulebook(files);
  return check.ok ? [] : check.problems;
};

describe('the check of the rulebook', () => {
  test('finds no fault in the built-in one', () => {
    expect(problemsOf(rulebookFiles)).toEqual([]);
  });

  test.each<[string, (files: Files) => void, Partial<Record<'file' | 'record' | 'field', string>>]>([
    // what is wrong                     the change                                                               what is named
    [
      'a fact without a source',
      (f) => {
        f.statements[0]!.sources = [];
      },
      { file: 'rulebook/statements.json', record: 'ministry-2024-04-02' },
    ],
    [
      'a source that is not there',
      (f) => {
        f.entities[0]!.sources = ['nobody'];
      },
      { file: 'rulebook/entities.json', record: 'pt-tokopedia', field: 'sources' },
    ],
    [
      'a day that does not exist',
      (f) => {
        f.regulations[2]!.inForce.date = '2026-02-30';
      },
      { file: 'rulebook/regulations.json', record: 'permendag-19-2026', field: '2.inForce.date' },
    ],
    [
      'two regulations in force at once',
      (f) => {
        f.regulations[1]!.revoked!.date = '2026-06-09';
      },
      { file: 'rulebook/regulations.json', record: 'permendag-31-2023', field: 'revoked' },
    ],
    [
      'a successor nobody knows',
      (f) => {
        f.regulations[1]!.revoked!.by = 'permendag-99-2099';
      },
      { record: 'permendag-31-2023', field: 'revoked.by' },
    ],
    [
      'a gap between phases',
      (f) => {
        f.phases[1]!.from = '2023-10-04T18:00:00+07:00';
      },
      { file: 'rulebook/phases.json', record: 'closed', field: 'from' },
    ],
    [
      'two records with one id',
      (f) => {
        f.sources.push({ ...f.sources[0]! });
      },
      { file: 'rulebook/sources.json', field: 'id' },
    ],
    [
      'a pattern that is none',
      (f) => {
        f.hosts.hosts[0]!.pages[0]!.path = '(';
      },
      { file: 'rulebook/hosts.json', record: 'tiktok-video' },
    ],
    [
      'an item shape that differs from the hosts’',
      (f) => {
        f.signals.item.address = '^/other$';
      },
      { file: 'rulebook/hosts.json', record: 'tiktok-video', field: 'path' },
    ],
    [
      'a field the schema does not know',
      (f) => {
        Object.assign(f.phases[0]!, { colour: 'red' });
      },
      { file: 'rulebook/phases.json', record: 'own-shop' },
    ],
    [
      'a kind of page that is none',
      (f) => {
        f.hosts.hosts[0]!.pages[0]!.kind = 'reel';
      },
      { record: 'tiktok-video' },
    ],
  ])('names %s', (_what, change, named) => {
    const problems = problemsOf(changed(change));
    expect(problems).toContainEqual(expect.objectContaining(named));
  });
});
