import { type Hashed, toBase64, utf8ToBytes } from '../bytes';
import type { CaptureFacts } from '../capture-facts';
import { type PackedRecord, software } from './warc';

/** Names are part of what replay engines expect; folders are one level deep. */
export const names = {
  warc: 'archive/data.warc.gz',
  // `.cdxj`: an index.cdx is looked up under another name by wabac and called invalid.
  index: 'indexes/index.cdxj',
  pages: 'pages/pages.jsonl',
  screenshot: 'evidence/screenshot.png',
  facts: 'evidence/capture.json',
  list: 'datapackage.json',
  digest: 'datapackage-digest.json',
} as const;

/** `2026-11-24T05:00:00.000Z` as an index writes it: 20261124050000. */
const stamp14 = (utc: string): string => utc.replace(/\D/g, '').slice(0, 14);

/** An address with its host turned round, as indexes sort by; what is no web address stays. */
function sortKey(uri: string): string {
  if (!/^https?:/.test(uri)) return uri;
  const { hostname, port, pathname } = new URL(uri);
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .toReversed()
    .join(',');
  return `${host}${port === '' ? '' : `:${port}`})${pathname}`.toLowerCase();
}

/** CDXJ. Without `recordDigest`: wabac calls every one invalid. */
export function cdxj(records: readonly PackedRecord[], { taken_utc }: CaptureFacts): Uint8Array {
  const lines = records.flatMap(({ uri, mime, block, offset, length }) =>
    uri === null
      ? []
      : `${sortKey(uri)} ${stamp14(taken_utc)} ${JSON.stringify({
          url: uri,
          mime,
          status: 200,
          digest: `sha256:${block.hash}`,
          length,
          offset,
          filename: 'data.warc.gz',
        })}\n`,
  );
  return utf8ToBytes(lines.toSorted((a, b) => (a < b ? -1 : 1)).join(''));
}

export function pagesJsonl({ page_url_masked, taken_utc, page_title_masked, capture_id }: CaptureFacts) {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' };
  const page = { id: capture_id, url: page_url_masked, ts: taken_utc, title: page_title_masked };
  return utf8ToBytes(`${JSON.stringify(head)}\n${JSON.stringify(page)}\n`);
}

const pretty = (value: unknown): Uint8Array => utf8ToBytes(`${JSON.stringify(value, null, 2)}\n`);

export const captureJson = (facts: CaptureFacts): Uint8Array => pretty(facts);

export interface ListedFile extends Hashed {
  readonly name: string;
}

/** The list of all files with size and hash. */
export const datapackage = (files: readonly ListedFile[], facts: CaptureFacts): Uint8Array =>
  pretty({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: facts.page_title_masked,
    created: facts.taken_utc,
    software: software(facts),
    mainPageUrl: facts.page_url_masked,
    mainPageDate: facts.taken_utc,
    resources: files.map(({ name, bytes, hash }) => ({
      name: name.split('/').pop(),
      path: name,
      hash: `sha256:${hash}`,
      bytes: bytes.length,
    })),
  });

/** What the inner signature signs: this text, not the digest's bytes. */
export const signedText = ({ hash }: Hashed): string => `sha256:${hash}`;

export interface DigestContent {
  readonly list: Hashed;
  readonly facts: CaptureFacts;
  readonly created: string;
  /** raw r‖s over `signedText`. */
  readonly signature: Uint8Array;
  /** SPKI. */
  readonly publicKey: Uint8Array;
}

export const digestJson = ({ list, facts, created, signature, publicKey }: DigestContent): Uint8Array =>
  pretty({
    path: names.list,
    hash: signedText(list),
    signedData: {
      hash: signedText(list),
      created,
      software: software(facts),
      version: '0.1.0',
      signature: toBase64(signature),
      publicKey: toBase64(publicKey),
    },
  });
