import * as v from 'valibot';
import { readUrl } from '../address/read-url';

/** Hosts of archive.today, by whichever of its names somebody has the address. */
const today = /^archive\.(?:today|ph|is|li|md|vn|fo)$/;

/** A name of an account in the copied page's path. */
const handle = /\/@/g;
const wayback =
  /^\/web\/\d{4}(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:[a-z]{2}_)?\/https?:\/\/?\S+$/;

/**
 * Whether an address has the form that an archive gives its copies: `https://web.archive.org/web/20261124050000/https://…`,
 * `https://archive.ph/AbC1d`. Only the form is looked at: nobody is asked whether the copy is there, or what it shows.
 */
export function isArchivedCopy(address: string): boolean {
  const url = readUrl(address);
  // Written as it is shown: nothing in it that a browser leaves out, turns round or reads otherwise.
  if (url === null || !/^https:\/\/[^\s\p{C}\\#@]+$/u.test(address.replace(handle, '/'))) return false;
  if (url.port !== '') return false;
  const path = `${url.pathname}${url.search}`;
  if (url.hostname === 'web.archive.org') return wayback.test(path);
  if (!today.test(url.hostname)) return false;
  return /^\/(?:[A-Za-z0-9]{4,8}|\d{4,14}\/https?:\/\/?\S+)$/.test(path);
}

export const archivedCopies = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(2000), v.check(isArchivedCopy, 'no address of an archived copy'))),
  v.maxLength(10),
);
