import { readUrl } from '../address/read-url';
import type { HostRules } from '../rulebook/rulebook';
import type { Evidence } from '../verdict/verdict';
import { stripAddress } from './strip-address';

/** A shown address: host, first part of the path, and perhaps a sign that more follows. */
const shownAddress = /^([^/\s]+)\/([^/…]+)(\/.*)?$/;

/** Evidence as it may be kept: the first part of a shown address can be a shop's name. */
export const stripEvidence = (evidence: readonly Evidence[], rules: HostRules): Evidence[] =>
  evidence.map((entry) => ({ ...entry, value: strippedShown(entry.value, rules) }));

function strippedShown(value: string, rules: HostRules): string {
  const [, host, first, rest = ''] = shownAddress.exec(value) ?? [];
  if (host === undefined || first === undefined) return value;
  const stripped = readUrl(stripAddress(`https://${host}/${first}`, rules));
  return stripped === null ? host : `${host}${stripped.pathname}${rest}`;
}
