import browser from 'webextension-polyfill';
import { hexOf, sha256Hex, utf8ToBytes } from '../../../core/bundle/bytes';

const name = 'handles';

/**
 * Names of captures for addresses of our pages. Browsers keep addresses on the disk, replaced ones and the states beside
 * them too (seen in Chromium's History and Sessions): an id would outlast its capture there. A handle says nothing once the
 * browser has ended, as what it is made with lies in memory only.
 */
export class CaptureHandles {
  private constructor(private readonly secret: string) {}

  static async open(): Promise<CaptureHandles> {
    return navigator.locks.request(name, async () => {
      const { [name]: kept } = await browser.storage.session.get(name);
      if (typeof kept === 'string') return new CaptureHandles(kept);
      const made = hexOf(crypto.getRandomValues(new Uint8Array(16)));
      await browser.storage.session.set({ [name]: made });
      return new CaptureHandles(made);
    });
  }

  of(captureId: string): string {
    return sha256Hex(utf8ToBytes(`${this.secret} ${captureId}`)).slice(0, 16);
  }
}
