import type { KnownText } from '../../core/personal/known-texts';
import { commonWords, isNameLike } from '../../core/personal/name-like';
import type { PersonalRules } from '../../core/personal/personal-rules';
import type { PieceRange } from '../../core/personal/text-pieces';
import { unlimited, type WorkLimit } from '../../core/personal/work-limit';
import { ask, read } from '../own-properties';
import { type Box, viewOf } from './drawn-rects';
import { isRound, isRoundedSquare } from './is-avatar';
import type { PagePiece, WalkedPage } from './walk-page';

/** Names that the page's build tells of, beside what its texts say. */
export interface NamesInPage {
  readonly ranges: readonly PieceRange[];
  /** To be looked for in the rest of the page. */
  readonly known: readonly KnownText[];
  /** Small square pictures beside a name. */
  readonly pictures: readonly Element[];
}

const longestName = 40;
/** So many elements up from an avatar its name may begin. */
const levels = 4;
/** A name beside an avatar is at most so far below its lower edge, CSS px. */
const below = 28;
const namingAttributes = ['class', 'id', 'data-e2e', 'data-testid', 'itemprop'];

/** A drawing that may stand for a person where a name stands beside it, in CSS px. */
const drawing = { smallest: 24, largest: 72 };

/**
 * The texts beside avatars and above dates, and those of elements that are called after names.
 * @throws {SearchTooLong}
 */
export function namesInPage(
  { pieces, elements }: WalkedPage,
  avatars: readonly Element[],
  rules: PersonalRules,
  limit: WorkLimit = unlimited,
): NamesInPage {
  const texts = new TextsAround(pieces);
  const ranges: PieceRange[] = [];
  const known: KnownText[] = [];
  const taken = new Set<number>();
  const take = (piece: number, called = (pieces[piece] as PagePiece).text.trim()) => {
    if (taken.has(piece)) return;
    taken.add(piece);
    const { text } = pieces[piece] as PagePiece;
    const said = text.trim();
    const from = text.indexOf(said);
    ranges.push({ piece, from, to: from + said.length, kind: 'account-name', range: piece });
    if (isNameLike(called, rules)) known.push({ text: said, kind: 'account-name', inParts: /\s/.test(said) });
  };
  const calledNames = new Map<Element, boolean>();
  pieces.forEach(({ text, parent }, piece) => {
    limit.check();
    if (!mayBeName(text, rules)) return;
    const isCalled = calledNames.get(parent) ?? isCalledName(parent, rules);
    calledNames.set(parent, isCalled);
    if (isCalled) take(piece);
  });
  const initials: Element[] = [];
  const drawings: Element[] = [];
  const pictures: Element[] = [];
  for (const { element, style } of elements) {
    limit.check();
    if (isInitial(element, style, texts)) initials.push(element);
    else if (isDrawing(element, texts) || isRoundedSquare(element, style)) drawings.push(element);
  }
  for (const avatar of [...avatars, ...initials]) {
    limit.check();
    for (const piece of piecesBeside(avatar, texts, rules)) take(piece);
  }
  for (const avatar of drawings) {
    limit.check();
    const names = piecesBeside(avatar, texts, rules).filter((piece) =>
      isNameLike((pieces[piece] as PagePiece).text, rules),
    );
    for (const piece of names) take(piece);
    if (names.length > 0 && read(avatar, 'localName') !== 'svg') pictures.push(avatar);
  }
  texts.said.forEach((piece, place) => {
    limit.check();
    const called = signedBy(texts, place, rules, taken);
    if (called !== null) take(piece, called);
  });
  return { ranges, known, pictures };
}

/** Which texts stand in and around elements: each is gone through once, whatever asks. */
class TextsAround {
  /** The pieces that say anything, in their order. A place is an index in it. */
  readonly said: readonly number[];
  readonly #first = new Map<Node, number>();
  readonly #last = new Map<Node, number>();
  readonly #behind = new Map<Node, number | null>();
  readonly #before = new Map<Node, number | null>();
  readonly #boxes = new Map<Element, Box>();

  constructor(readonly pieces: readonly PagePiece[]) {
    this.said = pieces.flatMap(({ text }, piece) => (text.trim() === '' ? [] : piece));
    this.said.forEach((_, place) => {
      this.#mark(this.#first, place);
    });
    for (let place = this.said.length - 1; place >= 0; place -= 1) this.#mark(this.#last, place);
  }

  #mark(marks: Map<Node, number>, place: number): void {
    const { node, parent } = this.at(place);
    marks.set(node, place);
    // What is around a marked element is marked as well.
    for (let at: Element | null = parent; at !== null && !marks.has(at); at = read(at, 'parentElement'))
      marks.set(at, place);
  }

  at(place: number): PagePiece {
    return this.pieces[this.said[place] as number] as PagePiece;
  }

  /** The first and the last place in an element. */
  within(element: Element): { readonly first: number; readonly last: number } | null {
    const first = this.#first.get(element);
    return first === undefined ? null : { first, last: this.#last.get(element) as number };
  }

  /** The next place behind a node, or before it, in the element around it. */
  beside(node: Node, side: 'nextSibling' | 'previousSibling'): number | null {
    const isBehind = side === 'nextSibling';
    const [marks, known] = isBehind ? [this.#first, this.#behind] : [this.#last, this.#before];
    const passed: Node[] = [];
    let found: number | null = null;
    for (let at: Node | null = node; at !== null; at = read(at, side)) {
      const place = at === node ? undefined : marks.get(at);
      if (place !== undefined) {
        found = place;
        break;
      }
      const before = known.get(at);
      if (before !== undefined) {
        found = before;
        break;
      }
      passed.push(at);
    }
    for (const one of passed) known.set(one, found);
    return found;
  }

  boxOf(element: Element): Box {
    const before = this.#boxes.get(element);
    if (before !== undefined) return before;
    const box = ask(element, 'getBoundingClientRect');
    this.#boxes.set(element, box);
    return box;
  }
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

/** A disc with a letter or two, which stands for a picture of somebody. */
function isInitial(element: Element, style: CSSStyleDeclaration, texts: TextsAround): boolean {
  if (style.borderTopLeftRadius === '0px' || style.borderTopLeftRadius === '') return false;
  const own = texts.within(element);
  if (own === null || own.last > own.first + 1) return false;
  const text = [own.first, own.last]
    .slice(own.first === own.last ? 1 : 0)
    .map((place) => texts.at(place).text);
  if (!/^\p{L}{1,2}$/u.test(text.join('').replace(/\s/g, ''))) return false;
  const { left, top, right, bottom } = texts.boxOf(element);
  const sides = [right - left, bottom - top];
  return Math.min(...sides) >= 12 && Math.max(...sides) <= 120 && isRound(element, style);
}

/** A small square drawing without a text. */
function isDrawing(element: Element, texts: TextsAround): boolean {
  if (read(element, 'localName') !== 'svg' || texts.within(element) !== null) return false;
  const { left, top, right, bottom } = texts.boxOf(element);
  const [width, height] = [right - left, bottom - top];
  return Math.min(width, height) >= drawing.smallest && Math.max(width, height) <= drawing.largest;
}

/** What stands behind the name of whoever wrote a review or comment: stars, or when it was. */
const stamps =
  /^(?:[★☆⭐]{3}|(?:sekitar )?\d{1,3} ?(?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu|\d{1,3} ?(?:[smhdwy]|min|hours?|days?|weeks?|months?|years?)(?: ago)?$|\d{1,2}[.:]\d\d(?: ?[ap]m)?$|\d{1,2} \p{L}{3,9}\.? (?:19|20)\d\d|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:19|20)?\d\d)?$|(?:kemarin|yesterday|baru saja|just now)(?!\p{L}))/iu;

/** Whose name a text is that stands before stars or a time, as it is drawn; null for none. */
function signedBy(
  texts: TextsAround,
  place: number,
  rules: PersonalRules,
  taken: ReadonlySet<number>,
): string | null {
  const { text, parent } = texts.at(place);
  const said = text.trim();
  if (said.length > longestName) return null;
  const last = Math.min(texts.said.length - 1, place + 3);
  let next = place + 1;
  while (next < last && /^[·•|,-]$/.test(texts.at(next).text.trim())) next += 1;
  if (next > last || !stamps.test(texts.at(next).text.trim())) return null;
  const isCapital = viewOf(parent).getComputedStyle(parent).textTransform === 'capitalize';
  const drawn = isCapital ? said.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) : said;
  if (isNameLike(drawn, rules)) return drawn;
  const isHour = /^\d{1,2}[.:]\d\d/.test(texts.at(next).text.trim());
  if (isHour || !/^\p{L}{3,20}$/u.test(said) || !mayBeName(said, rules)) return null;
  // A single word, but not what somebody who is named right above it has to say.
  const isSaid =
    taken.has(texts.said[place - 1] as number) &&
    texts.boxOf(parent).top < texts.boxOf(texts.at(place - 1).parent).bottom + below;
  return isSaid ? null : drawn;
}

/**
 * The first text behind an avatar, in what stands around both, that lies beside or right under it, or else the one before
 * it; and the next, where that is a name too, as handle and name stand below one another.
 */
function piecesBeside(avatar: Element, texts: TextsAround, rules: PersonalRules): number[] {
  const { behind, before } = placesBeside(avatar, texts, rules);
  const places = before === null ? [] : [before];
  if (behind !== null) {
    places.push(behind);
    const next = behind + 1 < texts.said.length ? texts.at(behind + 1) : null;
    if (
      next !== null &&
      isInRow(texts.boxOf(next.parent), texts.boxOf(avatar)) &&
      isNameLike(next.text, rules)
    )
      places.push(behind + 1);
  }
  return places.map((place) => texts.said[place] as number);
}

const isInRow = (box: Box, own: Box): boolean => box.top < own.bottom && box.bottom > own.top;

function placesBeside(
  avatar: Element,
  texts: TextsAround,
  rules: PersonalRules,
): { readonly behind: number | null; readonly before: number | null } {
  const badge = new RegExp(rules.avatars.badge, 'iu');
  const isBadge = (place: number) => badge.test(texts.at(place).text.trim());
  const own = texts.boxOf(avatar);
  let inner = avatar;
  let around = read(avatar, 'parentElement');
  for (let level = 0; around !== null && level < levels; level += 1) {
    const { top, bottom } = texts.boxOf(around);
    // A whole list of people: the name is none of its first one's.
    if (level > 0 && bottom - top > (own.bottom - own.top) * 6) break;
    const most = texts.within(around)?.last ?? -1;
    let behind = texts.beside(inner, 'nextSibling');
    for (let badges = 0; behind !== null && badges < 4 && isBadge(behind); badges += 1)
      behind = behind < most ? behind + 1 : null;
    const before = nameBefore(texts.beside(inner, 'previousSibling'));
    if (behind !== null) {
      const { text, parent } = texts.at(behind);
      const box = texts.boxOf(parent);
      const isBeside = box.top < own.bottom + below && box.bottom > own.top - 4;
      const isName = isBeside && mayBeName(text, rules);
      return { behind: isName ? behind : null, before: isName && isNameLike(text, rules) ? null : before };
    }
    if (before !== null) return { behind, before };
    inner = around;
    around = read(around, 'parentElement');
  }
  return { behind: null, before: null };

  /** A name may have a state or a badge behind it. */
  function nameBefore(place: number | null): number | null {
    for (let at = place ?? -1; at >= 0 && at > (place ?? 0) - 3; at -= 1) {
      const { text, parent } = texts.at(at);
      if (!isInRow(texts.boxOf(parent), own)) return null;
      const isWord =
        at === place && /^\s*\p{L}{3,20}\s*$/u.test(text) && !isBadge(at) && mayBeName(text, rules);
      if (isWord || isNameLike(text, rules)) return at;
    }
    return null;
  }
}
