/**
 * An address, parsed by the platform; null for what is none.
 *
 * Not `URL.canParse`: Node 20 answers it, once the caller is compiled, by reading Latin-1 as UTF-8, and then calls
 * "https://…/café" no address at all.
 */
export function readUrl(text: string): URL | null {
  try {
    const url = new URL(text);
    // Many programs hand "@" on as "%40": the same page, and a name all the same.
    if (url.pathname.includes('%40')) url.pathname = url.pathname.replaceAll('%40', '@');
    return url;
  } catch {
    return null;
  }
}
