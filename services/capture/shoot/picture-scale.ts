import browser from 'webextension-polyfill';

/** Up to here two scales are one, written differently. */
const same = 0.0001;
/** Beyond this the difference is no rounding. */
const rounding = 0.02;

/**
 * Pixels of a browser's picture a CSS pixel of the page. Firefox pictures by the zoom that was asked for (0.9) and lays
 * the page out by that zoom in whole parts of 60 (60/67), which is what the page tells.
 * @param told the page's own devicePixelRatio
 */
export async function pictureScale(tabId: number, told: number): Promise<number> {
  // Browsers for phones have no zoom of a tab.
  const { getZoom } = browser.tabs as Partial<typeof browser.tabs>;
  if (getZoom === undefined) return told;
  const own = await browser.tabs.getCurrent();
  const [zoom, ownZoom] = await Promise.all([getZoom(tabId), own?.id === undefined ? 1 : getZoom(own.id)]);
  const meant = (devicePixelRatio / ownZoom) * zoom;
  const off = Math.abs(meant / told - 1);
  return off > same && off < rounding ? meant : told;
}
