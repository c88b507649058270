import type { Look } from './look';
import { parseJson } from './parse-json';

/** How far the beginning of a file is looked at, in characters. */
const beginning = 4000;

/**
 * What a file's text is that is not a page as it was served; null for what may be one. Told by its first characters:
 * the headers of mail, of archives and of answers, the signs of PDF and of packed files, letters two bytes wide.
 */
export function formOf(text: string): Look | null {
  const start = text.slice(0, beginning);
  if (text.trim() === '') return 'empty';
  if (/^[\uFEFF\s]*%PDF-/.test(start)) return 'pdf';
  if (packedSigns.some((sign) => start.startsWith(sign))) return 'packed';
  if (share(start, (code) => code === 0) > 0.2) return 'utf-16';
  if (share(start, isNoLetter) > 0.1) return 'packed';
  // A whole file written as Base64, as mail and some exports do.
  if (/^[\w+/=-]{100}[\w+/=\s-]*$/.test(start)) return 'packed';
  if (/^(?:WARC\/\d|HTTP\/\d)/.test(start)) return 'archive';
  if (isMail(start)) return 'mhtml';
  if (/^\s*[[{]/.test(start) && (parseJson(text) !== undefined || !/<(?:html|body|script)\b/i.test(start)))
    return 'data';
  if (/^\s*(?:&lt;|<pre[^>]*>\s*&lt;)(?:!doctype|html)/i.test(start)) return 'view-source';
  return null;
}

/** What a file is that holds no state of a page: its code shown as text, or written for mail; null for what may be a page. */
export function formWithoutState(text: string): Look | null {
  const start = text.slice(0, beginning);
  if (/&lt;(?:!doctype\b|html\b|head\b)|<pre\b[^>]*>\s*&lt;[a-z!]/i.test(start)) return 'view-source';
  if (/\baboutReader\b|\breader-(?:header|content)\b/.test(start)) return 'saved';
  return /=3D["']/.test(start) ? 'mhtml' : null;
}

/** Whether a file begins as pages are served: other texts, feeds and drawings do not. */
export const isMarkup = (text: string): boolean =>
  /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, beginning));

/** A block of headers that names its parts, as mail and MHTML begin. */
const isMail = (start: string): boolean =>
  /^\s*(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}/.test(start) &&
  /^(?:MIME-Version|Content-Type|Content-Location|Snapshot-Content-Location):/im.test(start);

/** How gzip, ZIP, property lists, Zstandard and some pictures begin, read as text. */
const packedSigns = [
  '\u001f',
  'PK\u0003\u0004',
  'bplist00',
  '(\ufffd/',
  '(\u00b5/\u00fd',
  '\ufffdPNG',
  'GIF8',
  'BZh9',
];

/** What is left where bytes that are no text were read as one. */
const isNoLetter = (code: number): boolean =>
  code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 27);

/** The part of a text's UTF-16 units that count. */
function share(text: string, counts: (code: number) => boolean): number {
  let counted = 0;
  for (let at = 0; at < text.length; at += 1) if (counts(text.charCodeAt(at))) counted += 1;
  return counted / text.length;
}
