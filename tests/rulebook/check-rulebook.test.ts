import { describe, expect, test } from 'vitest';
import { rulebookFiles } from '../../core/rulebook/built-in';
import { checkRulebook } from '../../core/rulebook/check-rulebook';

type Tree = Record<string, unknown>;

/** The built-in rulebook with a copy changed at one place, `statements.0.sources`; at `+` the value is added. */
function changed(path: string, value: unknown): Tree {
  const copy: Tree = structuredClone(rulebookFiles);
  const keys = path.split('.');
  const last = keys.pop() as string;
  const place = keys.reduce<Tree>((at, key) => at[key] as Tree, copy);
  if (last === '+') (place as unknown as unknown[]).push(value);
  else place[last] = value;
  return copy;
}

const problemsOf = (files: unknown) => {
  const check = checkRulebook(files);
  return check.ok ? [] : check.problems;
};

const [source, share] = [rulebookFiles.sources[0], rulebookFiles.ownership[0]];
const later = rulebookFiles.regulations.findIndex(({ id }) => id === 'pp-33-2026');

describe('the check of the rulebook', () => {
  test('finds no fault in the built-in one', () => {
    expect(problemsOf(rulebookFiles)).toEqual([]);
  });

  /** Named are the file of the change and its record, and what stands last. */
  test.each<[string, string, unknown, Partial<Record<'file' | 'record' | 'field', string>>]>([
    ['a fact without a source', 'statements.0.sources', [], {}],
    ['a source that is not there', 'events.0.sources', ['nobody'], { field: 'sources' }],
    ['a day that does not exist', 'regulations.2.inForce.date', '2026-02-30', { field: '2.inForce.date' }],
    ['two regulations in force at once', 'regulations.1.revoked.date', '2026-06-09', { field: 'revoked' }],
    ['a successor nobody knows', 'regulations.1.revoked.by', 'permendag-99-2099', { field: 'revoked.by' }],
    ['a gap between phases', 'phases.2.from', '2023-10-04T18:00:00+07:00', { field: 'from' }],
    ['a fact checked before its source was made', 'help.0.checked', '2025-01-01', { field: 'checked' }],
    [
      'a law in force since its own check',
      `regulations.${later}.inForce.date`,
      '2026-11-25',
      { field: 'checked' },
    ],
    ['two records with one id', 'sources.+', source, { field: 'id' }],
    ['a pattern that is none', 'hosts.hosts.0.pages.0.path', '(', { record: 'tiktok-video' }],
    ['a shop field like a pattern', 'signals.item.shopKeys.+', 'seo(url', { field: 'item.shopKeys.5' }],
    [
      'an item shape that differs from the hosts’',
      ...(['signals.item.address', '^/other$'] as const),
      { file: 'rulebook/hosts.json', record: 'tiktok-video', field: 'path' },
    ],
    ['a field the schema does not know', 'phases.1.colour', 'red', {}],
    ['an article of no regulation', 'provisions.0.regulation', 'permendag-99-2099', { field: 'regulation' }],
    ['an article whose id names another one', 'provisions.0.article', '99', { field: 'id' }],
    ['a statement on no question', 'statements.0.question', 'what-for', { field: 'question' }],
    ['a phase begun by no event', 'phases.2.event', 'nothing-happened', { field: 'event' }],
    ['an owner that is no company of ours', 'ownership.0.owner', 'nobody', { field: 'owner' }],
    [
      'one share held twice at a time',
      ...(['ownership.+', { ...share, id: 'twin', percent: 0 }] as const),
      { record: share?.id ?? '', field: 'until' },
    ],
    ['shares that make more than the whole', 'ownership.0.percent', 80, { field: 'percent' }],
    ['a status that the dates deny', 'regulations.1.status.is', 'in-force', { field: 'status.is' }],
    ['an unconfirmed fact among those shown', 'events.0.confidence', 'U', { field: 'confidence' }],
    ['a statement without its day', 'statements.0.date', '2024-13-01', { field: '0.date' }],
    ['a figure beyond the whole', 'figures.0.percent', 101, { field: '0.percent' }],
    ['a record whose id no text can be made of', 'phases.0.id', { toString: 'x' }, { record: '0' }],
    ['a kind of page that is none', 'hosts.hosts.0.pages.0.kind', 'reel', { record: 'tiktok-video' }],
  ])('names %s', (_what, path, value, named) => {
    const [file = '', index = ''] = path.split('.');
    const { id } = (rulebookFiles as unknown as Record<string, Tree[]>)[file]?.[Number(index)] ?? {};
    const where = { file: `rulebook/${file}.json`, ...(id === undefined ? {} : { record: id }) };
    expect(problemsOf(changed(path, value))).toContainEqual(expect.objectContaining({ ...where, ...named }));
  });
});
