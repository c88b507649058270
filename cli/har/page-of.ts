import { pageFromHtml } from '../../core/page/from-html';
import { addressPage, type Page } from '../../core/page/page';
import type { SignalRules } from '../../core/page/signal-rules';
import { longestLine } from '../split-lines';
import type { HarEntry } from './har-entry';

/** A page as a HAR file holds it; its address alone where the file was exported without contents. */
export function pageOf({ url, content }: HarEntry, rules: SignalRules): Page {
  const text = content.encoding.toLowerCase() === 'base64' ? decoded(content) : content.text;
  return text === '' || text.length > longestLine
    ? addressPage(url.href)
    : pageFromHtml(text, url.href, rules);
}

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
