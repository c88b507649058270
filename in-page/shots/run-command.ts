import type { PageCommand } from '../../core/capture/shots/page-command';

// Brought into the page as they stand here, each by itself: they see nothing of this file but their own words.

/** Runs a command of the capture's script, in the world of that script; `gone` where it is no longer there. */
export const runCommand = (name: string, command: PageCommand): unknown => {
  const own = (globalThis as unknown as Record<string, ((command: PageCommand) => unknown) | undefined>)[
    name
  ];
  return own === undefined ? 'gone' : own(command);
};

/** Whether the capture's script is still in the page. */
export const hasCommand = (name: string): boolean => name in globalThis;
