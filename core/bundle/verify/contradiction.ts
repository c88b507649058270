import { withoutZeros } from '../../address/masked-parts';
import { maskedAddress } from '../../capture/masked-address';
import type { Rulebook } from '../../rulebook/rulebook';
import type { CaptureFacts } from '../capture-facts';

/** A verdict is of the day in Indonesia on which its page was taken, or of the one before at midnight; in ms from noon. */
const mostOfDay = 36 * 3_600_000;

/**
 * Two facts of one capture that cannot both be true, each by its name and value; null where none were found.
 * @param rulebook the one that the capture names, where it is known
 */
export function contradictionIn(
  facts: CaptureFacts,
  rulebook: Rulebook | null,
): { readonly one: string; readonly other: string } | null {
  const { page_url, page_url_masked, verdict, ruleset_version, taken_utc, judged } = facts;
  const masked = withoutZeros(page_url_masked);
  const maskAgain = (address: string): string =>
    rulebook === null ? new URL(address).origin : maskedAddress(address, rulebook.hosts);
  const day = Date.parse(`${verdict.date}T12:00:00+07:00`);
  const pairs: readonly (readonly [fits: boolean, one: string, other: string])[] = [
    [
      !page_url || maskAgain(page_url) === (rulebook === null ? new URL(masked).origin : masked),
      `page_url ${page_url}`,
      `page_url_masked ${page_url_masked}`,
    ],
    [
      verdict.address === page_url_masked,
      `verdict.address ${verdict.address}`,
      `page_url_masked ${page_url_masked}`,
    ],
    [
      verdict.rulebook.version === ruleset_version,
      `verdict.rulebook.version ${verdict.rulebook.version}`,
      `ruleset_version ${ruleset_version}`,
    ],
    [
      Math.abs(day - Date.parse(taken_utc)) <= mostOfDay,
      `verdict.date ${verdict.date}`,
      `taken_utc ${taken_utc}`,
    ],
    [
      judged === undefined || (judged.before <= taken_utc && taken_utc <= judged.after),
      `judged ${judged?.before} – ${judged?.after}`,
      `taken_utc ${taken_utc}`,
    ],
  ];
  const [, one, other] = pairs.find(([fits]) => !fits) ?? [];
  return one === undefined || other === undefined ? null : { one, other };
}
