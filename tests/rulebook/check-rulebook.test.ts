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
      { file: 'rulebook/statements.json', record: rulebookFiles.statements[0]!.id },
    ],
    [
      'a source that is not there',
      (f) => {
        f.events[0]!.sources = ['nobody'];
      },
      { file: 'rulebook/events.json', record: rulebookFiles.events[0]!.id, field: 'sources' },
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
        f.phases[2]!.from = '2023-10-04T18:00:00+07:00';
      },
      { file: 'rulebook/phases.json', record: 'closed', field: 'from' },
    ],
    [
      'a fact checked before its source was made',
      (f) => {
        f.help[0]!.checked = '2025-01-01';
      },
      { file: 'rulebook/help.json', record: rulebookFiles.help[0]!.id, field: 'checked' },
    ],
    [
      'a law whose time came between its own check and the review',
      (f) => {
        f.regulations.find(({ id }) => id === 'pp-33-2026')!.inForce.date = '2026-11-25';
      },
      { file: 'rulebook/regulations.json', record: 'pp-33-2026', field: 'checked' },
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
      'a shop field whose name would be read as a pattern',
      (f) => {
        f.signals.item.shopKeys.push('seo(url');
      },
      { file: 'rulebook/signals.json', field: 'item.shopKeys.5' },
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
        Object.assign(f.phases[1]!, { colour: 'red' });
      },
      { file: 'rulebook/phases.json', record: 'own-shop' },
    ],
    [
      'an article of a regulation nobody knows',
      (f) => {
        f.provisions[0]!.regulation = 'permendag-99-2099';
      },
      { file: 'rulebook/provisions.json', record: rulebookFiles.provisions[0]!.id, field: 'regulation' },
    ],
    [
      'an article whose id names another one',
      (f) => {
        f.provisions[0]!.article = '99';
      },
      { file: 'rulebook/provisions.json', record: rulebookFiles.provisions[0]!.id, field: 'id' },
    ],
    [
      'a statement on no question',
      (f) => {
        f.statements[0]!.question = 'what-for';
      },
      { file: 'rulebook/statements.json', record: rulebookFiles.statements[0]!.id, field: 'question' },
    ],
    [
      'a phase begun by no event',
      (f) => {
        Object.assign(f.phases[2]!, { event: 'nothing-happened' });
      },
      { file: 'rulebook/phases.json', record: 'closed', field: 'event' },
    ],
    [
      'an owner that is no company of ours',
      (f) => {
        f.ownership[0]!.owner = 'nobody';
      },
      { file: 'rulebook/ownership.json', record: rulebookFiles.ownership[0]!.id, field: 'owner' },
    ],
    [
      'one share held twice at a time',
      (f) => {
        f.ownership.push({ ...f.ownership[0]!, id: 'twin', percent: 0 });
      },
      { file: 'rulebook/ownership.json', record: rulebookFiles.ownership[0]!.id, field: 'until' },
    ],
    [
      'shares that make more than the whole',
      (f) => {
        f.ownership[0]!.percent = 80;
      },
      { file: 'rulebook/ownership.json', field: 'percent' },
    ],
    [
      'a status that the dates deny',
      (f) => {
        f.regulations[1]!.status.is = 'in-force';
      },
      { file: 'rulebook/regulations.json', record: 'permendag-31-2023', field: 'status.is' },
    ],
    [
      'an unconfirmed fact among those that are shown',
      (f) => {
        f.events[0]!.confidence = 'U';
      },
      { file: 'rulebook/events.json', record: rulebookFiles.events[0]!.id, field: 'confidence' },
    ],
    [
      'a statement without its day',
      (f) => {
        Object.assign(f.statements[0]!, { date: '2024-13-01' });
      },
      { file: 'rulebook/statements.json', record: rulebookFiles.statements[0]!.id, field: '0.date' },
    ],
    [
      'a figure beyond the whole',
      (f) => {
        f.figures[0]!.percent = 101;
      },
      { file: 'rulebook/figures.json', record: rulebookFiles.figures[0]!.id, field: '0.percent' },
    ],
    [
      'a record whose id is no text, and no text can be made of it',
      (f) => {
        Object.assign(f.phases[0]!, { id: { toString: 'x' } });
      },
      { file: 'rulebook/phases.json' },
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
