import browser, { type Commands } from 'webextension-polyfill';

/** The key commands that the manifest names, and what each does. */
const known = { _execute_action: 'answer', 'capture-visible': 'visible', 'capture-full': 'full' } as const;

/** A key command, as the browser tells it. */
export interface Shortcut {
  readonly does: (typeof known)[keyof typeof known];
  /** Such as `Alt+Shift+K`; empty where the person, or another extension, took the keys. */
  readonly keys: string;
}

/** The key commands; none where the browser knows no keys, as on a phone. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const api = browser.commands as Commands.Static | undefined;
  const told = (await api?.getAll()) ?? [];
  return Object.entries(known).flatMap(([known, does]) => {
    const command = told.find(({ name }) => name === known);
    return command === undefined ? [] : [{ does, keys: command.shortcut ?? '' }];
  });
}

/** Opens the browser's own page where keys are changed; only a press may do that. */
export async function openShortcutSettings(): Promise<void> {
  // Only Firefox has this; Chromium has a page for it, which its relatives reach by the same address.
  const firefox = browser.commands as Commands.Static & { openShortcutSettings?: () => Promise<void> };
  if (firefox.openShortcutSettings) await firefox.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
