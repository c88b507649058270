import * as v from 'valibot';
import { parseJson } from '../page/parse-json';
import { concatBytes, hexOf, sha256Hex, utf8ToBytes } from './bytes';
import type { CaptureFacts } from './capture-facts';
import { hashText } from './hash-text';

const sealedPage = v.strictObject({ address: v.pipe(v.string(), v.maxLength(20_000)), salt: hashText });
const sealedPicture = v.strictObject({ sha256: hashText, salt: hashText });

const openingSchema = v.strictObject({
  opening_version: v.literal('1.0.0'),
  capture_id: v.string(),
  /** The page's public address, host and path. */
  page: v.nullable(sealedPage),
  /** The picture before anything was covered, by its hash: it lies with its maker. */
  picture: v.nullable(sealedPicture),
});

/** What opens the commitments of a capture. Its maker keeps it, and shows it to whom they choose. */
export type Opening = v.InferOutput<typeof openingSchema>;

/**
 * A commitment: SHA-256 of the salt's 64 digits followed by what is sealed. It tells nothing of that, and nothing else
 * fits it later; `printf` and `sha256sum` make it again.
 * @param salt 64 hex digits, random: without it nobody can try addresses one by one
 */
export const commitmentTo = (salt: string, sealed: Uint8Array): string =>
  sha256Hex(concatBytes(utf8ToBytes(salt), sealed));

/** A salt of 32 random bytes, as digits. */
export const newSalt = (): string => hexOf(crypto.getRandomValues(new Uint8Array(32)));

export const openingJson = (opening: Opening): Uint8Array =>
  utf8ToBytes(`${JSON.stringify(opening, null, 2)}\n`);

/** Null for what is no opening. */
export function readOpening(text: string): Opening | null {
  const found = v.safeParse(openingSchema, parseJson(text));
  return found.success ? found.output : null;
}

/** What one sealed thing turned out to be. `no-seal`: the capture holds no commitment to it. */
type Unsealed = 'fits' | 'fits-not' | 'no-seal';

export interface Opened {
  /** `other-capture`: the opening names another one, so nothing was compared. */
  readonly outcome: 'compared' | 'other-capture';
  /** Null where the opening says nothing of it. */
  readonly page: { readonly outcome: Unsealed; readonly address: string } | null;
  /** Null where no picture was given. */
  readonly picture: Unsealed | null;
}

/** Whether all that was opened fits, and something was. */
export const fitsIn = ({ outcome, page, picture }: Opened): boolean => {
  const all = [page?.outcome, picture].filter((one) => one != null);
  return outcome === 'compared' && all.length > 0 && all.every((one) => one === 'fits');
};

/** Holds an opening, and the uncovered picture where it is shown, against the commitments in a capture's facts. */
export function openSeals(facts: CaptureFacts, opening: Opening, picture: Uint8Array | null): Opened {
  if (opening.capture_id !== facts.capture_id) return { outcome: 'other-capture', page: null, picture: null };
  const compared = (sealed: string | null | undefined, salt: string, bytes: Uint8Array): Unsealed => {
    if (!sealed) return 'no-seal';
    return commitmentTo(salt, bytes) === sealed ? 'fits' : 'fits-not';
  };
  const { page } = opening;
  return {
    outcome: 'compared',
    page: page && {
      outcome: compared(facts.page_commitment, page.salt, utf8ToBytes(page.address)),
      address: page.address,
    },
    picture: picture && compared(facts.original_commitment, opening.picture?.salt ?? '', picture),
  };
}
