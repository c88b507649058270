import type { DrivenPage, EmulatedMedia } from './driver';
import type { FirefoxWindow } from './firefox-window';
import { waitFor } from './wait-for';

/** Lets a page see a colour scheme, and every page a wish for less motion: Firefox has that for the browser only. */
export async function emulateMedia(
  window: FirefoxWindow,
  page: Pick<DrivenPage, 'evaluate'> & { readonly context: string },
  { colorScheme, reducedMotion }: EmulatedMedia,
): Promise<void> {
  if (colorScheme)
    await window.run(
      `void (navigables.getBrowsingContextById('${page.context}').prefersColorSchemeOverride = '${colorScheme}')`,
    );
  if (reducedMotion)
    await window.run(
      `void Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion === 'reduce' ? 1 : 0})`,
    );
  const wanted = [
    ...(colorScheme ? [`(prefers-color-scheme: ${colorScheme})`] : []),
    ...(reducedMotion ? [`(prefers-reduced-motion: ${reducedMotion})`] : []),
  ].join(' and ');
  await waitFor(async () => (await page.evaluate(`matchMedia('${wanted}').matches`)) || undefined, {
    told: () => `the page did not become ${wanted}`,
  });
}
