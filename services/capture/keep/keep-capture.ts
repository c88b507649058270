import browser from 'webextension-polyfill';
import { BadCapture, mostUnpacked } from '../../../core/bundle/archive/build-wacz';
import { buildBundle } from '../../../core/bundle/build-bundle';
import { sha256Hex, utf8ToBytes } from '../../../core/bundle/bytes';
import type { CaptureFacts } from '../../../core/bundle/capture-facts';
import { commitmentTo, newSalt, type Opening } from '../../../core/bundle/commitment';
import { examine } from '../../../core/bundle/verify/verify';
import { captureSaying, maskedVerdict, wholePixels } from '../../../core/capture/capture-saying';
import type { FactsSummary, KeptCapture } from '../../../core/capture/kept-capture';
import { publicAddress } from '../../../core/capture/masked-address';
import { type Cover, isReviewed } from '../../../core/capture/review/cover';
import type { FrozenPage } from '../../../core/capture/shots/frozen-page';
import { shareLines } from '../../../core/capture/stamp/share-lines';
import { type Stamped, stampLines } from '../../../core/capture/stamp/stamp-lines';
import type { WrittenLanguage } from '../../../core/explanation/words';
import type { Reading } from '../../../core/page/page';
import type { Verdict } from '../../../core/verdict/verdict';
import { reasonOf } from '../../browser/browser-errors';
import { nowAsIso } from '../../browser/clock';
import { flowOfTab, recordCapture } from '../../log/write/recorder';
import { browserName } from '../../log/write/surroundings';
import { rules } from '../../rulebook/rules-in-use';
import { drawStamp } from '../draw/draw-stamp';
import { encodePicture, encodePreview, NotEncoded } from '../draw/encode-picture';
import { NoCanvas } from '../draw/fill-covers';
import { currentKey, signWith } from './capture-key';
import { type CaptureKey, keep, NotStored, openCaptures } from './capture-store';
import { knownHere } from './known-here';
import { KeyLocked } from './sealed-key';

type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** Why a capture was not stored: `keep.refused.…` says it in words. */
export type KeepRefusal =
  | 'unreviewed'
  | 'not-covered'
  | 'address'
  | 'too-large'
  | 'not-made'
  | 'does-not-hold'
  | 'locked'
  | NotStored['why'];

/** Nothing of the capture was stored. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
  constructor(
    readonly why: KeepRefusal,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

export interface ReviewedCapture {
  readonly frozen: FrozenPage<Canvas>;
  /** A copy of the picture with every kept cover filled. */
  readonly filled: Canvas;
  readonly covers: readonly Cover[];
  readonly reading: Reading;
  readonly verdict: Verdict;
  /** Of the strip; the facts hold both languages. */
  readonly language: WrittenLanguage;
  readonly collector?: string | null;
  readonly caseRef?: string | null;
  /** Set where the page's public address goes in; else only a commitment to it does. */
  readonly namesPage?: boolean;
  /** The picture before it was covered, as PNG, where the reporter keeps it: a commitment to it goes in. */
  readonly uncovered?: Uint8Array | null;
}

/**
 * From a reviewed picture to a stored bundle: stamps it, builds and signs the bundle, checks it with the verifier, and
 * stores it in one write. Where the tab is in a recorded flow, the flow is told.
 *
 * @returns the capture's id
 * @throws {NotKept} nothing was stored then
 */
export async function keepCapture(reviewed: ReviewedCapture): Promise<string> {
  const { frozen, filled, covers } = reviewed;
  if (!isReviewed(covers)) throw new NotKept('unreviewed', 'a suggestion was not reviewed');
  if (
    filled.width !== frozen.picture.width ||
    filled.height !== frozen.picture.height ||
    !isFilled(filled, covers)
  )
    throw new NotKept('not-covered', 'a cover is not filled');
  const verdict = maskedVerdict(reviewed.verdict, rules());
  if (verdict === null) throw new NotKept('address', 'no address of the web');
  const db = await openCaptures().catch(refuse);
  try {
    const key = await currentKey(db, nowAsIso());
    // A record that cannot be read is no reason to lose a capture.
    const flowId = await flowOfTab(frozen.tabId).catch(() => null);
    const captureId = crypto.randomUUID();
    const identity = identityOf(reviewed);
    const made = await make({ ...reviewed, verdict, captureId, flowId, key, identity });
    const { facts, holds, checks } = await examine(made.bundle, knownHere({ fingerprint: key.fingerprint }));
    if (!holds || facts === null) {
      const against = checks.find(({ outcome }) => outcome !== 'holds');
      throw new NotKept('does-not-hold', `${against?.check}: ${against?.why}`);
    }
    const capture = {
      capture_id: captureId,
      taken: facts.taken_utc,
      facts: summaryOf(facts),
      stamps: made.stamps,
      shares: made.shares,
      picture: { w: filled.width, h: filled.height },
      preview: await encodePreview(filled),
      kept: nowAsIso(),
      changed: null,
      sha256: sha256Hex(made.bundle),
      size: made.bundle.length,
      notes: 0,
      trustedTime: null,
      opening: openingOf(captureId, identity),
    };
    await keep(db, capture, made.bundle);
    // A record that cannot be written says so itself, in the logbook; the capture is stored all the same.
    const captured = { captureId, tabId: frozen.tabId, address: reviewed.reading.address };
    if (flowId !== null) await recordCapture(flowId, captured).catch(() => undefined);
    return captureId;
  } catch (cause) {
    return refuse(cause);
  } finally {
    db.close();
  }
}

interface Making extends ReviewedCapture {
  readonly captureId: string;
  readonly flowId: string | null;
  readonly key: CaptureKey;
  readonly identity: Identity;
}

/** Which page and which uncovered picture: named, sealed, or neither. */
interface Identity {
  readonly pageUrl: string | null;
  readonly page: Opening['page'];
  readonly picture: Opening['picture'];
}

function identityOf({ reading, verdict, namesPage = false, uncovered = null }: ReviewedCapture): Identity {
  const address = publicAddress(reading.address, verdict.kind);
  return {
    pageUrl: namesPage ? address : null,
    page: namesPage || address === null ? null : { address, salt: newSalt() },
    picture: uncovered && { sha256: sha256Hex(uncovered), salt: newSalt() },
  };
}

const openingOf = (captureId: string, { page, picture }: Identity): Opening | null =>
  page === null && picture === null
    ? null
    : { opening_version: '1.0.0', capture_id: captureId, page, picture };

async function make(
  making: Making,
): Promise<Required<Pick<KeptCapture, 'stamps' | 'shares'>> & { readonly bundle: Uint8Array }> {
  const { frozen, filled, verdict, captureId, key, identity, uncovered = null } = making;
  const { collector = null, caseRef = null } = making;
  const stampedIn = (language: WrittenLanguage): Stamped => ({
    verdict,
    language,
    captureId,
    taken: frozen.taken,
    tzOffsetMin: frozen.tzOffsetMin,
    keyFingerprint: key.fingerprint,
    pageUrl: identity.pageUrl,
    collector,
    caseRef,
    covered: making.covers.filter(({ state }) => state === 'kept').length,
  });
  const [id, en] = [stampedIn('id'), stampedIn('en')];
  const stamps = { id: stampLines(id, rules()), en: stampLines(en, rules()) };
  const shares = { id: shareLines(id, rules()), en: shareLines(en, rules()) };
  const stamped = await drawStamp(filled, frozen.scale, stamps[making.language]);
  const png = await encodePicture(stamped, 'image/png');
  const html = frozen.facts.snapshot;
  if (png.length + html.length * 3 > mostUnpacked / 2) throw new NotKept('too-large', `${png.length} bytes`);
  const said = captureSaying(
    {
      ...making,
      reviewed: nowAsIso(),
      extVersion: browser.runtime.getManifest().version,
      browser: browserName(navigator.userAgent),
      osFamily: systems[(await browser.runtime.getPlatformInfo()).os] ?? 'other',
      collector,
      caseRef,
      pageUrl: identity.pageUrl,
      pageCommitment: identity.page && commitmentTo(identity.page.salt, utf8ToBytes(identity.page.address)),
      originalCommitment: identity.picture && uncovered && commitmentTo(identity.picture.salt, uncovered),
    },
    rules(),
  );
  const { publicKey } = key;
  const bundle = await buildBundle({
    said,
    png,
    html,
    publicKey,
    sign: signWith(key),
    signed: nowAsIso(),
  });
  return { bundle, stamps, shares };
}

const systems: Readonly<Record<string, string>> = {
  mac: 'macOS',
  win: 'Windows',
  linux: 'Linux',
  android: 'Android',
  cros: 'ChromeOS',
};

/** Whether all pixels under each kept cover have one colour: the last look before anything is written. */
function isFilled(canvas: Canvas, covers: readonly Cover[]): boolean {
  const context = canvas.getContext('2d') as
    | CanvasRenderingContext2D
    | OffscreenCanvasRenderingContext2D
    | null;
  if (context === null) return false;
  return covers
    .filter(({ state }) => state === 'kept')
    .map(wholePixels)
    .map(({ x, y, w, h }) => ({ x, y, w: Math.min(w, canvas.width - x), h: Math.min(h, canvas.height - y) }))
    .filter(({ w, h }) => w > 0 && h > 0)
    .every(({ x, y, w, h }) => {
      const pixels = new Uint32Array(context.getImageData(x, y, w, h).data.buffer);
      return pixels.every((pixel) => pixel === pixels[0]);
    });
}

const summaryOf = (facts: CaptureFacts): FactsSummary => ({
  capture_id: facts.capture_id,
  flow_id: facts.flow_id,
  taken_utc: facts.taken_utc,
  tz_offset_min: facts.tz_offset_min,
  page_url_masked: facts.page_url_masked,
  page_url: facts.page_url ?? null,
  collector: facts.collector,
  case_ref: facts.case_ref,
  page_title_masked: facts.page_title_masked,
  ruleset_version: facts.ruleset_version,
  key_fingerprint: facts.key_fingerprint,
  answer: { id: facts.explanation.id.answer, en: facts.explanation.en.answer },
  processor: facts.verdict.processor,
  kind: facts.verdict.kind,
});

function refuse(cause: unknown): never {
  if (cause instanceof NotKept) throw cause;
  const reason = reasonOf(cause);
  if (cause instanceof NotStored) throw new NotKept(cause.why, reason, { cause });
  if (cause instanceof NoCanvas || cause instanceof NotEncoded)
    throw new NotKept('too-large', reason, { cause });
  if (cause instanceof KeyLocked) throw new NotKept('locked', reason, { cause });
  if (cause instanceof BadCapture) throw new NotKept('not-made', reason, { cause });
  throw new NotKept('store', reason, { cause });
}
