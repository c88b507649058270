import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (...told: never[]) => void;
const { heard } = vi.hoisted(() => ({ heard: {} as Record<string, ((...told: unknown[]) => void)[]> }));
vi.mock('webextension-polyfill', () => {
  const event = (name: string) => ({
    addListener: (listener: Listener) => {
      heard[name] = [...(heard[name] ?? []), listener as never];
    },
  });
  return {
    default: {
      runtime: { getManifest: () => ({ host_permissions: ['https://www.tiktok.com/*'] }) },
      tabs: {
        onUpdated: event('updated'),
        onRemoved: event('removed'),
        onReplaced: event('replaced'),
      },
    },
  };
});
const { followTabs } = await import('../../../services/tabs/follow-tabs');

const ours = 'https://www.tiktok.com/@contoh/video/7600000000000000001';
const told: unknown[][] = [];
const part = (name: string) =>
  Object.fromEntries(
    ['coming', 'moved', 'loaded', 'leaving', 'left', 'replaced'].map((what) => [
      what,
      (...more: unknown[]) => void told.push([name, what, ...more]),
    ]),
  );
followTabs([part('first'), part('second'), {}]);
beforeEach(() => void told.splice(0));

const inOrder = (...happened: unknown[][]) =>
  happened.flatMap((what) => [
    ['first', ...what],
    ['second', ...what],
  ]);

const leaves = [
  ['leaving', 1],
  ['left', 1, 'elsewhere'],
];

test.each([
  ['another page begins to load', 'updated', [1, { status: 'loading' }, { url: ours }], [['coming', 1]]],
  [
    'one of no host of ours, or hidden, does',
    'updated',
    [1, { status: 'loading' }, {}],
    [
      ['coming', 1],
      ['leaving', 1],
    ],
  ],
  [
    'it does so at an address',
    'updated',
    [1, { status: 'loading', url: ours }, { url: ours }],
    [
      ['coming', 1],
      ['moved', 1, ours],
    ],
  ],
  ['a page moves within itself', 'updated', [1, { url: ours }, { url: ours }], [['moved', 1, ours]]],
  ['a page of ours has loaded', 'updated', [1, { status: 'complete' }, { url: ours }], [['loaded', 1]]],
  ['another has', 'updated', [1, { status: 'complete' }, { url: 'https://contoh.id/' }], leaves],
  ['one whose address is hidden has', 'updated', [1, { status: 'complete' }, {}], leaves],
  ['only its title changes', 'updated', [1, { title: 'a' }, { url: ours }], []],
  ['it is closed', 'removed', [1, {}], [['left', 1, 'closed']]],
  ['it gets another number', 'replaced', [9, 1], [['replaced', 9, 1]]],
])('tells each part in order what happens to a tab: %s', (_what, event, args, happened) => {
  for (const listener of heard[event] ?? []) listener(...args);
  expect(told).toEqual(inOrder(...happened));
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
const holders = (call: RegExp) =>
  ['entrypoints', 'services', 'components']
    .flatMap(sources)
    .filter((file) => call.test(readFileSync(file, 'utf8')));

test('the background has one owner of tabs, and one way for a judged page', () => {
  // The pages that hear a tab of their own while they are open: the capture, and the popup.
  const open = ['services/capture/shoot/watch-tab.ts', 'services/tabs/watch-answer.ts'];
  expect(holders(/tabs\.onUpdated/).filter((file) => !open.includes(file))).toEqual([
    'services/tabs/follow-tabs.ts',
  ]);
  expect(holders(/tabs\.onReplaced/)).toEqual(['services/tabs/follow-tabs.ts']);
  expect(holders(/\bshowVerdict\(/).sort()).toEqual([
    'services/tabs/toolbar-of-tabs.ts',
    'services/tabs/toolbar.ts',
  ]);
  for (const call of [/\bshowJudged\b/, /\brecordPage\(/, /\bputNote\(/])
    expect(holders(call).filter((file) => file.startsWith('entrypoints'))).toEqual([
      'entrypoints/background.ts',
    ]);
});
