import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { switches } from './chromium-switches';
import { findChromium } from './machine/find-browser';
import type { DemoServer } from './server';

/** A Chromium with one unpacked extension, whichever it is, or with none; no way to any host but the demo server. */
export async function launchPlainBrowser(
  server: DemoServer,
  extensionPath: string | null,
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'plain-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: switches(server),
  });
  if (extensionPath !== null) {
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Extensions.loadUnpacked', { path: extensionPath });
  }
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
