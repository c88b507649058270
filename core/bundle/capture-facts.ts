import * as v from 'valibot';
import { readUrl } from '../address/read-url';
import { hashText } from './hash-text';

const text = v.pipe(v.string(), v.maxLength(20_000));
const utc = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/), v.isoTimestamp());
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const number = v.pipe(v.number(), v.finite());
const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const size = v.strictObject({ w: pixels, h: pixels });
const place = { x: pixels, y: pixels, w: pixels, h: pixels };
const words = v.strictObject({ id: text, en: text });
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(2000));

/** No query and no fragment: there stands what concerns one person only. */
const pageUrl = v.pipe(
  text,
  v.regex(/^https?:\/\/[^?#\s]+$/),
  v.check((address) => readUrl(address) !== null, 'no address'),
);

const evidence = v.strictObject({ signal: text, weight: text, where: text, value: text });

/** As `Verdict`; loose texts, so that a verifier can read the bundles of later rulebooks too. */
const verdict = v.strictObject({
  address: text,
  date: text,
  surface: text,
  kind: text,
  basket: text,
  processor: text,
  phase: v.nullable(text),
  lookalike: v.nullable(v.strictObject({ of: text, reason: text })),
  /** Bundles of before 2026-11-30 have none. */
  owner: v.optional(v.nullable(v.strictObject({ name: text, role: text }))),
  evidence: list(evidence),
  unread: list(v.strictObject({ what: text, why: text })),
  drift: list(v.strictObject({ rule: text, found: text })),
  law: list(v.strictObject({ regulation: text, provisions: list(text), status: text })),
  rulebook: v.strictObject({ version: text, reviewed: text }),
});

const told = v.strictObject({
  answer: text,
  sentences: list(v.strictObject({ text, facts: list(text) })),
});

/** 1.1.0: the page's public address or a commitment to it; VERIFY.txt says how commitments are opened. */
const schemaVersion = '1.1.0';
const knownVersions = ['1.0.0', schemaVersion] as const;

/** Everything in capture.json that the capturing says; the rest is computed when the bundle is built. */
const saidFields = {
  capture_id: uuid,
  flow_id: v.nullable(uuid),
  taken_utc: utc,
  /** When the item was judged: before the first shot and after the last. Bundles of before 2026-12 have none. */
  judged: v.optional(v.strictObject({ before: utc, after: utc })),
  tz_offset_min: v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900)),
  clock_note: words,
  page_url_masked: pageUrl,
  /** Host and path, where the reporter chose to name the page. */
  page_url: v.optional(v.nullable(pageUrl)),
  /** A commitment to that address, where they did not (`commitmentTo`). */
  page_commitment: v.optional(v.nullable(hashText)),
  page_title_masked: text,
  viewport: v.strictObject({ w: pixels, h: pixels, dpr: number }),
  scroll: v.strictObject({ x: number, y: number }),
  stitched: v.boolean(),
  redactions: list(v.strictObject({ ...place, kind: text, by: v.picklist(['auto', 'user']) })),
  signals: list(v.strictObject({ signal: text, values: list(text) })),
  verdict,
  explanation: v.strictObject({ id: told, en: told }),
  /** Each fact that a sentence rests on, with the ids of its sources. */
  facts: list(v.strictObject({ fact: text, sources: list(text) })),
  sources: list(
    v.strictObject({ id: text, title: text, publisher: text, date: text, address: v.nullable(text) }),
  ),
  ruleset_version: text,
  ext_version: text,
  /** Of rulebook and texts, which are edited between versions too (`editionOf`). Bundles of before 2026-12 have none. */
  words_edition: v.optional(hashText),
  browser: text,
  os_family: text,
  collector: v.nullable(text),
  case_ref: v.nullable(text),
  custody: list(v.strictObject({ utc, action: text, by: text })),
  /** The same to the picture's PNG before its redaction, where the reporter keeps that one elsewhere. */
  original_commitment: v.nullable(hashText),
  limits_text: words,
};

const segment = { file: text, sha256: hashText, ...place };

/** What capture.json holds. */
export const captureFactsSchema = v.strictObject({
  schema_version: v.picklist(knownVersions),
  ...saidFields,
  image: size,
  /** The parts that the picture was made from: read of older bundles, and none is written. */
  segments: list(v.strictObject(segment)),
  derived_from: list(hashText),
  key_fingerprint: hashText,
});

export type CaptureFacts = v.InferOutput<typeof captureFactsSchema>;

const captureSayingSchema = v.strictObject(saidFields);
/** What the caller says of a capture. */
export type CaptureSaying = v.InferOutput<typeof captureSayingSchema>;

/** What the building of the bundle adds. */
export interface BuiltFacts {
  readonly image: { readonly w: number; readonly h: number };
  readonly keyFingerprint: string;
}

/** The facts of a bundle, whole. */
export const captureFacts = (said: CaptureSaying, { image, keyFingerprint }: BuiltFacts): CaptureFacts => ({
  schema_version: schemaVersion,
  ...said,
  image,
  segments: [],
  derived_from: [],
  key_fingerprint: keyFingerprint,
});
