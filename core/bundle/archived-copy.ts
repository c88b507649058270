import * as v from 'valibot';
import { readUrl } from '../address/read-url';

/** Hosts of archive.today, by whichever of its names somebody has the address. */
const today = /^archive\.(?:today|ph|is|li|md|vn|fo)$/;

/**
 * Whether an address has the form that an archive gives its copies: `https://web.archive.org/web/20261124050000/https://…`,
 * `https://archive.ph/AbC1d`. Only the form is looked at: nobody is asked whether the copy is there, or what it shows.
 */
export function isArchivedCopy(address: string): boolean {
  const url = readUrl(address);
  if (url === null || url.protocol !== 'https:' || `${url.username}${url.password}${url.port}` !== '')
    return false;
  const path = `${url.pathname}${url.search}`;
  if (url.hostname === 'web.archive.org') return /^\/web\/\d{14}(?:[a-z]{2}_)?\/https?:\/\/?\S+$/.test(path);
  if (!today.test(url.hostname)) return false;
  return /^\/(?:[A-Za-z0-9]{4,8}|\d{4,14}\/https?:\/\/?\S+)$/.test(path);
}

export const archivedCopies = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(2000), v.check(isArchivedCopy, 'no address of an archived copy'))),
  v.maxLength(10),
);
