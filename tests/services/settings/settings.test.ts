import { expect, test, vi } from 'vitest';

const storage = await vi.hoisted(async () => (await import('../../builders/fake-storage')).fakeStorage());
const said = vi.hoisted(() => ({ message: 'id', browser: 'en-US' }));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    i18n: { getMessage: () => said.message, getUILanguage: () => said.browser },
  },
}));
const { readLanguage } = await import('../../../services/settings/settings');

test.each([
  ['id', 'en-US', 'id'],
  ['en', 'id', 'en'],
  ['', 'id', 'id'],
  ['', 'de-AT', 'en'],
])(
  'where nobody chose, messages in "%s" in a browser in %s make it %s',
  async (message, browser, language) => {
    Object.assign(said, { message, browser });
    expect(await readLanguage()).toBe(language);
  },
);
