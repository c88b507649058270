import { pageFromHtml } from '../../core/page/from-html';
import { addressPage, type Page } from '../../core/page/page';
import type { SignalRules } from '../../core/page/signal-rules';
import { longestLine } from '../split-lines';
import type { HarEntry } from './har-entry';

/** A page as a HAR file holds it; its address alone where its body is not there or cannot be read. */
export function pageOf(entry: HarEntry, rules: SignalRules): Page {
  const text = bodyOf(entry);
  // The file says that nothing came, not only that it keeps no bodies.
  if (entry.content.size === 0 && entry.content.text === '' && entry.status !== 304)
    return { ...addressPage(entry.url.href, entry.status), states: {}, sight: 'empty' };
  if (text !== null && text.length <= longestLine)
    return { ...pageFromHtml(text, entry.url.href, rules), status: entry.status };
  // It came, by its status; why it is not read here is said beside what its address says.
  const why = entry.content.text.trim() === '' ? 'no-body' : 'packed';
  return { ...addressPage(entry.url.href, entry.status), sight: text === null ? why : null };
}

/** The body as text; null where the file holds none, or only what was never unpacked (some tools keep it so). */
export function bodyOf({ content }: HarEntry): string | null {
  const text = content.encoding.toLowerCase() === 'base64' ? decoded(content) : content.text;
  return text.trim() === '' || isPacked(text) ? null : text;
}

/** Signs that no text of a page begins with, and all packed data soon have; or Base64 that nobody called that. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const noText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;
const isPacked = (text: string): boolean =>
  noText.test(text.slice(0, 512)) || /^[\w+/=\s-]{60,}$/.test(text.slice(0, 4000));

/** Bytes as text, in the character set that the response names. */
function decoded({ text, mimeType }: HarEntry['content']): string {
  const bytes = Buffer.from(text, 'base64');
  const charset = /charset="?([\w-]+)/i.exec(mimeType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // a character set that nobody knows
  }
}
