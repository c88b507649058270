import { expect, test, vi } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { readPage } from '../../core/page/read-page';
import { builtInRulebook } from '../../core/rulebook/built-in';
import { judgeReading } from '../../core/verdict/judge';
import { showVerdict } from '../../services/toolbar';

const shown = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('webextension-polyfill', () => {
  const take = (name: string) => async (given: object) => void Object.assign(shown, { [name]: given });
  const stored = { get: async () => ({ language: 'en' }) };
  return {
    default: {
      // As in Safari: no setBadgeTextColor.
      action: {
        setIcon: take('icon'),
        setBadgeText: take('badge'),
        setBadgeBackgroundColor: take('ground'),
        setTitle: take('title'),
      },
      storage: { local: stored, session: stored },
      runtime: { getManifest: () => ({ name: 'Behind the Basket' }) },
    },
  };
});

test('a browser that cannot colour a badge’s letters shows badge and title all the same', async () => {
  const address = 'https://www.example.org/';
  const { signals } = builtInRulebook;
  const reading = readPage(pageFromHtml('<p>', address, signals), builtInRulebook);
  await showVerdict(7, judgeReading(reading, builtInRulebook, '2026-11-24T12:00:00+07:00'));
  expect(shown).toMatchObject({
    badge: { tabId: 7, text: '' },
    title: { tabId: 7, title: expect.stringContaining('Behind the Basket') },
  });
});
