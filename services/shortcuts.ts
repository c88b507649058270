import browser, { type Commands } from 'webextension-polyfill';

/** A key command, as the browser tells it. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** Such as `Alt+Shift+K`; empty where the person, or another extension, took the keys. */
  readonly keys: string;
}

/** The key commands; none where the browser knows no keys, as on a phone. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const api = browser.commands as Commands.Static | undefined;
  return ((await api?.getAll()) ?? [])
    .filter(({ name }) => name !== undefined && !name.startsWith('_'))
    .map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut }));
}

/** Opens the browser's own page where keys are changed; only a press may do that. */
export async function openShortcutSettings(): Promise<void> {
  // Only Firefox has this; Chromium has a page for it, which its relatives reach by the same address.
  const firefox = browser.commands as Commands.Static & { openShortcutSettings?: () => Promise<void> };
  if (firefox.openShortcutSettings) await firefox.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
