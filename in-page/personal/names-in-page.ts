import type { KnownText } from '../../core/capture/known-texts';
import { commonWords, isNameLike } from '../../core/capture/name-like';
import type { PersonalRules } from '../../core/capture/personal-rules';
import type { PieceRange } from '../../core/capture/text-pieces';
import { ask, read } from '../own-properties';
import type { Box } from './drawn-rects';
import { isRound } from './is-avatar';
import type { PagePiece, WalkedPage } from './walk-page';

/** Names that the page's build tells of, beside what its texts say. */
export interface NamesInPage {
  readonly ranges: readonly PieceRange[];
  /** To be looked for in the rest of the page. */
  readonly known: readonly KnownText[];
}

const longestName = 40;
/** So many elements up from an avatar its name may begin. */
const levels = 4;
/** A name beside an avatar is at most so far below its lower edge, CSS px. */
const below = 28;
const namingAttributes = ['class', 'id', 'data-e2e', 'data-testid', 'itemprop'];

/** The texts beside avatars and above dates, and those of elements that are called after names. */
export function namesInPage(
  { pieces, elements }: WalkedPage,
  avatars: readonly Element[],
  rules: PersonalRules,
): NamesInPage {
  const initials = elements.flatMap(({ element, style }) => (isInitial(element, style) ? element : []));
  const ranges: PieceRange[] = [];
  const known: KnownText[] = [];
  const take = (piece: number) => {
    const { text } = pieces[piece] as PagePiece;
    const said = text.trim();
    const from = text.indexOf(said);
    ranges.push({ piece, from, to: from + said.length, kind: 'account-name', range: piece });
    if (isNameLike(said, rules)) known.push({ text: said, kind: 'account-name', inParts: /\s/.test(said) });
  };
  pieces.forEach(({ text, parent }, piece) => {
    if (mayBeName(text, rules) && isCalledName(parent, rules)) take(piece);
  });
  for (const avatar of [...avatars, ...initials])
    for (const piece of piecesBeside(avatar, pieces, rules)) take(piece);
  pieces.forEach((_, piece) => {
    if (isSigned(pieces, piece, rules)) take(piece);
  });
  return { ranges, known };
}

/** A short text with letters that is no word of the page's own. */
function mayBeName(text: string, rules: PersonalRules): boolean {
  const said = text.trim();
  if (said.length < 2 || said.length > longestName || !/\p{L}/u.test(said)) return false;
  const words = said.toLowerCase().split(/\s+/);
  const common = commonWords(rules);
  return words.length <= 6 && !words.every((word) => common.has(word));
}

function isCalledName(element: Element, { nameElements }: PersonalRules): boolean {
  let at: Element | null = element;
  // A name may be marked up once more within.
  for (let level = 0; at !== null && level < 2; level += 1) {
    const of: Element = at;
    const names = namingAttributes
      .map((name) => ask(of, 'getAttribute', name) ?? '')
      .join(' ')
      .toLowerCase();
    if (nameElements.some((word) => names.includes(word))) return true;
    at = read(of, 'parentElement');
  }
  return false;
}

const boxOf = (element: Element): Box => ask(element, 'getBoundingClientRect');

/** A disc with a letter or two, which stands for a picture of somebody. */
function isInitial(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.borderTopLeftRadius === '0px' || style.borderTopLeftRadius === '') return false;
  const text = (read(element, 'textContent') ?? '').trim();
  if (!/^\p{L}{1,2}$/u.test(text)) return false;
  const { width, height } = ask(element, 'getBoundingClientRect');
  return Math.min(width, height) >= 12 && Math.max(width, height) <= 120 && isRound(element, style);
}

/** What stands behind the name of whoever wrote a review or comment: stars, or when it was. */
const stamps =
  /^(?:[★☆⭐]{3}|(?:sekitar )?\d{1,3} ?(?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu|\d{1,3} ?(?:[smhdwy]|min|hours?|days?|weeks?|months?|years?)(?: ago)?$|\d{1,2} \p{L}{3,9}\.? (?:19|20)\d\d|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:19|20)?\d\d)?$|kemarin|yesterday)/iu;

function isSigned(pieces: readonly PagePiece[], piece: number, rules: PersonalRules): boolean {
  const { text } = pieces[piece] as PagePiece;
  if (!isNameLike(text, rules) || text.trim().split(/\s+/).length > 3) return false;
  for (let n = piece + 1; n < Math.min(pieces.length, piece + 4); n += 1) {
    const next = (pieces[n] as PagePiece).text.trim();
    if (next !== '' && !/^[·•|,-]$/.test(next)) return stamps.test(next);
  }
  return false;
}

/**
 * The first text behind an avatar, in what stands around both, that lies beside or right under it; and the next, where that
 * is a name too, as handle and name stand below one another.
 */
function piecesBeside(avatar: Element, pieces: readonly PagePiece[], rules: PersonalRules): number[] {
  const first = pieceBeside(avatar, pieces, rules);
  if (first === null) return [];
  for (let n = first + 1; n < pieces.length; n += 1) {
    const { text, parent } = pieces[n] as PagePiece;
    if (text.trim() === '') continue;
    const box = boxOf(parent);
    const own = boxOf(avatar);
    const isBeside = box.top < own.bottom && box.bottom > own.top && isNameLike(text, rules);
    return isBeside ? [first, n] : [first];
  }
  return [first];
}

function pieceBeside(avatar: Element, pieces: readonly PagePiece[], rules: PersonalRules): number | null {
  const own = boxOf(avatar);
  let around = read(avatar, 'parentElement');
  for (let level = 0; around !== null && level < levels; level += 1) {
    const { top, bottom } = boxOf(around);
    // A whole list of people: the name is none of its first one's.
    if (level > 0 && bottom - top > (own.bottom - own.top) * 6) return null;
    const first = firstBehind(avatar, around, pieces);
    if (first !== null) {
      const { text, parent } = pieces[first] as PagePiece;
      const box = boxOf(parent);
      const isBeside = box.top < own.bottom + below && box.bottom > own.top - 4;
      return isBeside && mayBeName(text, rules) ? first : null;
    }
    around = read(around, 'parentElement');
  }
  return null;
}

function firstBehind(avatar: Element, around: Element, pieces: readonly PagePiece[]): number | null {
  const place = firstAfter(avatar, pieces);
  for (let n = place; n < pieces.length; n += 1) {
    const { text, parent } = pieces[n] as PagePiece;
    if (!ask(around, 'contains', parent)) return null;
    if (text.trim() !== '' && !ask(avatar, 'contains', parent)) return n;
  }
  return null;
}

/** Pieces stand in the order of the document: the first behind an element, by halving. */
function firstAfter(element: Element, pieces: readonly PagePiece[]): number {
  let [from, to] = [0, pieces.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { node } = pieces[middle] as PagePiece;
    // 4: the node follows the element.
    if ((ask(element, 'compareDocumentPosition', node) & 4) !== 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
