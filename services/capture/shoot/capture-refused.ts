import type { CaptureRefusal } from '../../../core/capture/shots/frozen-page';

/** A capture that ended without a picture. Nothing of it was kept, and the page was put back. */
export class CaptureRefused extends Error {
  override readonly name = 'CaptureRefused';
  constructor(
    readonly reason: CaptureRefusal,
    options?: ErrorOptions,
  ) {
    super(`no capture: ${reason}`, options);
  }
}
