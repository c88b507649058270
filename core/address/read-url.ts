/**
 * An address, parsed by the platform; null for what is none.
 *
 * Not `URL.canParse`: Node 20 answers it, once the caller is compiled, by reading Latin-1 as UTF-8, and then calls
 * "https://…/café" no address at all.
 */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
