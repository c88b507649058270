import { beforeEach, expect, test, vi } from 'vitest';
import { pageFromHtml } from '../../../core/page/from-html';
import { readPage } from '../../../core/page/read-page';
import { builtInRulebook } from '../../../core/rulebook/built-in';
import { judgeReading } from '../../../core/verdict/judge';
import { clearVerdict, showRecording, showVerdict } from '../../../services/tabs/toolbar';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
const shown = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock('webextension-polyfill', () => {
  const take = (name: string) => async (given: object) => void Object.assign(shown, { [name]: given });
  return {
    default: {
      // As in Safari: no setBadgeTextColor.
      action: {
        setIcon: take('icon'),
        setBadgeText: take('badge'),
        setBadgeBackgroundColor: take('ground'),
        setTitle: take('title'),
      },
      storage,
      runtime: { getManifest: () => ({ name: 'Behind the Basket' }) },
    },
  };
});

const show = (address: string) => {
  const reading = readPage(pageFromHtml('<p>', address, builtInRulebook.signals), builtInRulebook);
  return showVerdict(7, judgeReading(reading, builtInRulebook, '2026-11-24T12:00:00+07:00'));
};
const drawing = (name: string) =>
  Object.fromEntries([16, 24, 32].map((size) => [size, `/icon/${name}-${size}.png`]));

beforeEach(async () => {
  for (const name of Object.keys(shown)) delete shown[name];
  await storage.local.set({ language: 'en', recording: { on: false, study: 'uji' } });
});

test('a badge, which would cover the drawing, stands on no page but an imitation’s', async () => {
  await show('https://www.example.org/');
  expect(shown).toMatchObject({
    badge: { tabId: 7, text: '' },
    icon: { tabId: 7, path: drawing('plain') },
    title: { tabId: 7, title: expect.stringContaining('Behind the Basket') },
  });
  expect(shown).not.toHaveProperty('ground');
});

test('an imitation has a drawing and a badge of its own, also in a browser that cannot colour letters', async () => {
  await show('https://shop-id.tokopedia.com.example.org/');
  expect(shown).toMatchObject({
    badge: { tabId: 7, text: '!' },
    icon: { tabId: 7, path: drawing('alert') },
    title: { tabId: 7, title: expect.stringContaining('Careful') },
  });
});

test('recording is a dot in the drawing and a word in the title, on pages with an answer and without one', async () => {
  await storage.local.set({ recording: { on: true, study: 'uji' } });
  await show('https://www.example.org/');
  expect(shown).toMatchObject({
    badge: { text: '' },
    icon: { tabId: 7, path: drawing('plain-recording') },
    title: { title: expect.stringContaining('Recording') },
  });
  await clearVerdict(8);
  expect(shown).toMatchObject({ icon: { tabId: 8, path: drawing('plain-recording') } });
  await showRecording(true);
  expect(shown).toMatchObject({ icon: { path: drawing('plain-recording') } });
  await showRecording(false);
  expect(shown).toMatchObject({ icon: { path: drawing('plain') } });
});
