import browser from 'webextension-polyfill';
import { isForbidden, isPictureQuota } from '../../browser/browser-errors';
import { CaptureRefused } from './capture-refused';

/** Between two pictures, in ms: browsers allow two a second and count strictly. */
const spacing = 550;
const mostTries = 6;

/** Takes pictures of whatever tab is in front in one window, no faster than the browser allows. */
export class Camera {
  #last = Number.NEGATIVE_INFINITY;
  #failed = 0;

  constructor(readonly windowId: number) {}

  /** How long to wait before the next picture, in ms. */
  get rest(): number {
    return Math.max(0, Math.ceil(this.#last + spacing - performance.now()));
  }

  /**
   * A picture of what is visible, in memory only. The caller closes it.
   * @returns null when the browser did not give one now: another try begins with a new search of the page
   * @throws {CaptureRefused} when it does not give one at all.
   */
  async shoot(): Promise<VideoFrame | null> {
    this.#last = performance.now();
    try {
      const picture = await browser.tabs.captureVisibleTab(this.windowId, { format: 'png' });
      this.#failed = 0;
      return await decode(picture);
    } catch (cause) {
      this.#failed += 1;
      const reason = whyRefused(cause);
      if (reason === 'not-permitted' || this.#failed === mostTries)
        throw new CaptureRefused(reason, { cause });
      return null;
    }
  }
}

function whyRefused(cause: unknown): 'quota' | 'not-permitted' | 'no-picture' {
  if (isPictureQuota(cause)) return 'quota';
  return isForbidden(cause) ? 'not-permitted' : 'no-picture';
}

/**
 * Decoded from bytes in memory. Not by way of a Blob, which the browser may move to its disk, nor of an image address,
 * which our pages may not load.
 */
async function decode(address: string): Promise<VideoFrame> {
  const data = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  const decoder = new ImageDecoder({ data, type: 'image/png', colorSpaceConversion: 'none' });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
}
