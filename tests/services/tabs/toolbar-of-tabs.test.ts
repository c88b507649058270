import { expect, test, vi } from 'vitest';
import { addressPage } from '../../../core/page/page';
import { readPage } from '../../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { judgeReading } from '../../../core/verdict/judge';
import { JudgedPages } from '../../../services/tabs/judged';
import { keepAnswer, lastAnswer } from '../../../services/tabs/last-answers';
import { keepToolbarTrue, showJudged, toolbarOfTabs } from '../../../services/tabs/toolbar-of-tabs';

const { shown, session, told } = vi.hoisted(() => ({
  shown: [] as string[],
  session: {} as Record<string, unknown>,
  told: {
    recording: async (_now: object, _before: object): Promise<void> => undefined,
    language: async (): Promise<void> => undefined,
  },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string | null) => (key === null ? { ...session } : { [key]: session[key] }),
        set: async (given: object) => void Object.assign(session, given),
        remove: async (key: string) => void delete session[key],
      },
    },
  },
}));
vi.mock('../../../services/settings/recording', () => ({
  onRecording: (callback: typeof told.recording) => {
    told.recording = callback;
  },
}));
vi.mock('../../../services/settings/settings', () => ({
  onLanguage: (callback: typeof told.language) => {
    told.language = callback;
  },
}));
vi.mock('../../../services/tabs/toolbar', () => ({
  // As slow as a browser: whoever does not wait for a turn comes between.
  showVerdict: async (tabId: number) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    shown.push(`${tabId} shown`);
  },
  clearVerdict: async (tabId: number) => void shown.push(`${tabId} cleared`),
}));

const address = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const reading = readPage(addressPage(address), rulebook);
const verdict = judgeReading(reading, rulebook, '2026-11-24');

const nothing = async (): Promise<void> => undefined;
const judged = () =>
  new JudgedPages({
    isThere: async () => true,
    toolbar: nothing,
    record: nothing,
    contacts: () => undefined,
    note: nothing,
  });

test('a language that is chosen while an answer is being shown is that answer’s too', async () => {
  const pages = judged();
  keepToolbarTrue(pages);
  const showing = pages.inTurn(9, () => showJudged(9, { verdict, reading, caption: null }));
  await new Promise((resolve) => setTimeout(resolve, 2));
  await Promise.all([told.language(), showing]);
  expect(shown.filter((line) => line === '9 shown')).toHaveLength(2);
});

test('recording switched while a tab moves on does not bring its last answer back', async () => {
  const pages = judged();
  keepToolbarTrue(pages);
  for (const tabId of [7, 8]) await keepAnswer(tabId, { verdict, caption: null });

  const switched = told.recording({ on: true }, { on: false });
  toolbarOfTabs(pages).moved?.(8, 'https://www.example.org/');
  await switched;
  await pages.inTurn(8, nothing);

  expect(await lastAnswer(8)).toBeNull();
  expect(shown.filter((line) => line.startsWith('8')).at(-1)).toBe('8 cleared');
  expect(shown).toContain('7 shown');
});
