import { expect, test, vi } from 'vitest';
import { addressPage } from '../../../core/page/page';
import { readPage } from '../../../core/page/read-page';
import { builtInRulebook as rulebook } from '../../../core/rulebook/built-in';
import { judgeReading } from '../../../core/verdict/judge';
import { JudgedPages } from '../../../services/tabs/judged';
import { keepAnswer, lastAnswer } from '../../../services/tabs/last-answers';
import { keepToolbarTrue, toolbarOfTabs } from '../../../services/tabs/toolbar-of-tabs';

const { shown, session, told } = vi.hoisted(() => ({
  shown: [] as string[],
  session: {} as Record<string, unknown>,
  told: { recording: async (_now: object, _before: object): Promise<void> => undefined },
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
vi.mock('../../../services/settings/settings', () => ({ onLanguage: () => undefined }));
vi.mock('../../../services/tabs/toolbar', () => ({
  // As slow as a browser: whoever does not wait for a turn comes between.
  showVerdict: async (tabId: number) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    shown.push(`${tabId} shown`);
  },
  clearVerdict: async (tabId: number) => void shown.push(`${tabId} cleared`),
}));

const address = 'https://shop-id.tokopedia.com/pdp/contoh/1730000000000000001';
const verdict = judgeReading(readPage(addressPage(address), rulebook), rulebook, '2026-11-24');

test('recording switched while a tab moves on does not bring its last answer back', async () => {
  const nothing = async (): Promise<void> => undefined;
  const pages = new JudgedPages({
    isThere: async () => true,
    toolbar: nothing,
    record: nothing,
    contacts: () => undefined,
    note: nothing,
  });
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
