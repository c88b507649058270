import type { HostRules } from '../rulebook/rulebook';
import { findSurface } from './find-surface';
import { readUrl } from './read-url';

/**
 * Whether an address is a log-in page in the place of another page of ours: one that leads back to it in its query,
 * whatever the field is called. A log-in page that somebody opened for its own sake names no page.
 */
export function isLogInWall(url: URL, rules: HostRules): boolean {
  const isLogIn = ({ pathname }: URL) =>
    pathname.split('/').some((part) => rules.logIn.includes(part.toLowerCase()));
  if (!isLogIn(url)) return false;
  return [...url.searchParams.values()].some((value) => {
    const target = targetOf(value, url);
    return (
      target !== null &&
      findSurface(target, rules).surface !== 'elsewhere' &&
      !(target.hostname === url.hostname && isLogIn(target))
    );
  });
}

/** An address whose first marks still stand for others. */
const isEncoded = /^(?:https?:?)?%(?:25)*(?:2f|3a)/i;
/** More often no address is encoded that a page was meant to lead to. */
const mostEncoded = 3;

/** The page that a query's value names: a whole address or a path of the same host, however often it was encoded. */
function targetOf(value: string, url: URL): URL | null {
  let text = value.trim();
  for (let times = 0; times < mostEncoded && isEncoded.test(text); times += 1) text = decoded(text);
  if (/^\/(?!\/)/.test(text)) return readUrl(`${url.origin}${text}`);
  return /^(?:https?:)?\/\//i.test(text) ? readUrl(text.replace(/^\/\//, 'https://')) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
