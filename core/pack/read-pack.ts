import * as v from 'valibot';
import { fromBase64 } from '../bundle/bytes';
import { fingerprintOf, signatureHolds } from '../bundle/signature';
import { daysBetween } from '../calendar/read-moment';
import { fieldOf } from '../page/follow-path';
import { parseJson } from '../page/parse-json';
import { checkRulebook } from '../rulebook/check-rulebook';
import type { Rulebook } from '../rulebook/rulebook';
import { dayOfVersion } from '../rulebook/schema';
import { compareVersions } from './compare-versions';

/** Names the format in each file, so that another JSON file is told from a pack. */
export const packFormat = 'di-balik-keranjang rulebook pack 1';
/** Longest pack read, in characters: many times today's rulebook. */
const longestPack = 8_000_000;

/**
 * A rulebook as a signed file. `rulebook` is the JSON text itself: what is signed is its UTF-8, byte for byte, so anyone
 * can check it without our idea of an order of fields. Base64: the public key (SPKI, P-384) and the signature (r‖s, SHA-256).
 */
const packSchema = v.strictObject({
  pack: v.literal(packFormat),
  rulebook: v.string(),
  public_key: v.string(),
  signature: v.string(),
});
export type Pack = v.InferOutput<typeof packSchema>;

/** Why a pack is not taken, in the order in which it is asked. */
export type PackRefusal =
  | 'too-long'
  | 'not-a-pack'
  | 'signature'
  | 'no-crypto'
  | 'older-format'
  | 'another-format'
  | 'not-a-rulebook'
  | 'not-newer'
  | 'ahead';

export type PackAnswer =
  | { readonly ok: true; readonly rulebook: Rulebook; readonly fingerprint: string }
  | { readonly ok: false; readonly why: PackRefusal; readonly detail: string };

/** The rules that this version has: their format, and their version. */
interface Present {
  readonly format: number;
  readonly version: string;
  /** ISO day. */
  readonly today: string;
}

/** Clocks and days differ by that much. */
const mostDaysAhead = 7;

const refused = (why: PackRefusal, detail = ''): PackAnswer => ({ ok: false, why, detail });

/**
 * Reads a pack: its signature holds, its rulebook is whole by every check of a build, of the format this version reads,
 * newer than `present`, so that nobody is led back to older rules, and not from days to come. Whose key it is, the caller asks. Never throws.
 */
export async function readPack(text: string, present: Present): Promise<PackAnswer> {
  if (text.length > longestPack) return refused('too-long');
  const parsed = v.safeParse(packSchema, parseJson(text));
  if (!parsed.success) return refused('not-a-pack');
  const { rulebook, public_key, signature } = parsed.output;
  const [spki, raw] = [fromBase64(public_key), fromBase64(signature)];
  if (spki === null || raw === null) return refused('not-a-pack');
  const answer = await signatureHolds(spki, raw, new TextEncoder().encode(rulebook));
  if (answer !== 'holds') return refused(answer === 'no-crypto' ? 'no-crypto' : 'signature');
  const files = parseJson(rulebook);
  // Asked first: by the checks of this version a pack of another format is merely full of faults.
  const format = fieldOf(fieldOf(files, 'about'), 'format');
  if (typeof format === 'number' && format !== present.format)
    return refused(format < present.format ? 'older-format' : 'another-format', String(format));
  const check = checkRulebook(files);
  if (!check.ok) {
    const [first] = check.problems;
    return refused(
      'not-a-rulebook',
      first ? `${first.file} ${first.record} ${first.field}: ${first.problem}` : '',
    );
  }
  const { about } = check.rulebook;
  if (compareVersions(about.version, present.version) <= 0) return refused('not-newer', about.version);
  // One from far ahead would keep every genuine one out until then.
  if (daysBetween(present.today, dayOfVersion(about.version)) > mostDaysAhead)
    return refused('ahead', about.version);
  return { ok: true, rulebook: check.rulebook, fingerprint: fingerprintOf(spki) };
}
