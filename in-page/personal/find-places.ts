import { findPersonal } from '../../core/personal/find-personal';
import { joinPlaces } from '../../core/personal/join-places';
import type { KnownText } from '../../core/personal/known-texts';
import type { PersonalKind, PersonalPlace } from '../../core/personal/personal-place';
import type { PersonalRules } from '../../core/personal/personal-rules';
import type { StatePeople } from '../../core/personal/read-state-people';
import { joinPieces, type PieceRange, rangesInPieces } from '../../core/personal/text-pieces';
import { unlimited, type WorkLimit } from '../../core/personal/work-limit';
import { ask, read } from '../own-properties';
import { digitsByPlace } from './digits-by-place';
import { DrawnCopies } from './drawn-copies';
import { type Box, clipped, inDocument, isDrawn, joinLines } from './drawn-rects';
import { kindOfElement } from './element-places';
import { isAvatar, isMarkedItem } from './is-avatar';
import { namesInPage } from './names-in-page';
import { readProfileLinks } from './profile-links';
import { type PagePiece, type ShadowOf, type WalkedPage, walkPage } from './walk-page';

type Part = { readonly from: number; readonly to: number };

export interface FoundPlaces {
  readonly places: readonly PersonalPlace[];
  /** Parts of text nodes that hold personal data, drawn or not. */
  readonly inText: ReadonlyMap<Node, readonly Part[]>;
}

/**
 * Where personal data stand in a page as it is drawn now, in CSS pixels of the document: found in texts, also those
 * that several elements share, in fields, in pictures of people, and where nothing could be read.
 * @throws {SearchTooLong}
 */
export function findPlaces(
  document: Document,
  rules: PersonalRules,
  inState: StatePeople,
  shadowOf: ShadowOf,
  limit: WorkLimit = unlimited,
): FoundPlaces {
  const page = walkPage(read(document, 'documentElement'), shadowOf, limit);
  const links = readProfileLinks(page, rules);
  const avatars = page.elements.filter(({ element, style }) => {
    limit.check();
    return isAvatar(element, style, rules, inState.avatars);
  });
  const names = namesInPage(
    page,
    avatars.filter(({ style }) => !isMarkedItem(style)).map(({ element }) => element),
    rules,
    limit,
  );
  const people = { ...inState, texts: [...inState.texts, ...links.handles, ...names.known] };
  const byBuild = [
    ...links.ranges,
    ...names.ranges.map((one) => ({ ...one, range: one.range + page.pieces.length })),
  ];
  const ranges = [
    ...rangesOf(page.pieces, rules, people.texts, byBuild, limit),
    ...digitsByPlace(page.pieces).map((one) => ({ ...one, range: -1 - one.range })),
  ];
  const inText = new Map<Node, Part[]>();
  for (const { piece, from, to } of ranges) {
    const { node } = page.pieces[piece] as PagePiece;
    const parts = inText.get(node) ?? [];
    parts.push({ from, to });
    inText.set(node, parts);
  }
  const places = [
    ...placesOfTexts(page.pieces, ranges, limit),
    ...placesOfElements(
      page,
      rules,
      people,
      new Set([...avatars.map(({ element }) => element), ...names.pictures]),
      limit,
    ),
  ];
  return { places: joinPlaces(places), inText };
}

/** Texts are read twice: as they go on through elements, and each node for itself, as it may touch what is beside it. */
function rangesOf(
  pieces: readonly PagePiece[],
  rules: PersonalRules,
  known: readonly KnownText[],
  linked: readonly PieceRange[],
  limit: WorkLimit,
): PieceRange[] {
  const apart = pieces.map(({ text, before }) => ({ text, before: before || ('\t' as const) }));
  const inPieces = (all: Parameters<typeof joinPieces>[0]) =>
    rangesInPieces(all, findPersonal(joinPieces(all), rules, known, limit));
  const all: PieceRange[] = [];
  const held = new Map<number, Part[]>();
  /** Adds what is not held by what is there; ranges of several readings keep numbers of their own. */
  const add = (parts: readonly PieceRange[], reading: number) => {
    const before = new Map([...held].map(([piece, own]) => [piece, reach(own)]));
    for (const part of parts) {
      const { piece, from, to } = part;
      if (before.get(piece)?.(from, to)) continue;
      all.push({ ...part, range: part.range * 3 + reading });
      const own = held.get(piece);
      if (own === undefined) held.set(piece, [{ from, to }]);
      else own.push({ from, to });
    }
  };
  add(inPieces(pieces), 0);
  add(inPieces(apart), 1);
  add(linked, 2);
  return all;
}

/** Whether one of these parts holds another one: the one that reaches farthest of those that begin before it, by halving. */
function reach(parts: readonly Part[]): (from: number, to: number) => boolean {
  const sorted = parts.toSorted((a, b) => a.from - b.from);
  let farthest = 0;
  const ends = sorted.map(({ to }) => {
    farthest = Math.max(farthest, to);
    return farthest;
  });
  return (from, to) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Part).from <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] as number) >= to;
  };
}

function placesOfTexts(
  pieces: readonly PagePiece[],
  parts: readonly PieceRange[],
  limit: WorkLimit,
): PersonalPlace[] {
  const byRange = new Map<number, PieceRange[]>();
  const copies = new DrawnCopies();
  for (const part of parts) byRange.set(part.range, [...(byRange.get(part.range) ?? []), part]);
  return [...byRange.values()].flatMap((own) => {
    limit.check();
    const drawn = own.flatMap(({ piece, from, to }) => {
      const { node, parent } = pieces[piece] as PagePiece;
      if (!isDrawn(parent)) return [];
      const range = ask(read(node, 'ownerDocument'), 'createRange');
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()]
        .flatMap((rect) => copies.of(rect, parent))
        .flatMap((rect) => clipped(rect, parent, false) ?? []);
    });
    const [first] = own as [PieceRange];
    const { parent } = pieces[first.piece] as PagePiece;
    return joinLines(drawn).flatMap((line) => placed(line, parent, first.kind));
  });
}

/** A list's picture stands so far before its item, CSS px. */
const markReach = 72;

function placesOfElements(
  { elements }: WalkedPage,
  rules: PersonalRules,
  people: StatePeople,
  pictures: ReadonlySet<Element>,
  limit: WorkLimit,
): PersonalPlace[] {
  const copies = new DrawnCopies();
  return elements.flatMap(({ element, style }) => {
    limit.check();
    const kind = kindOfElement(element, style, rules, people) ?? (pictures.has(element) ? 'avatar' : null);
    if (kind === null || !isDrawn(element)) return [];
    return [...ask(element, 'getClientRects')]
      .map((rect) => withMarker(rect, kind, style))
      .flatMap((rect) => copies.of(rect, element))
      .flatMap((rect) => {
        const box = clipped(rect, element, true);
        return box === null ? [] : placed(box, element, kind);
      });
  });
}

/** Letters of a mark that a list sets beside an item: so many, at the most. */
const mostMarked = 12;

/** An item's own box, and the mark beside it where that is what it is covered for. */
function withMarker(rect: Box, kind: PersonalKind, style: CSSStyleDeclaration): Box {
  const { left, top, right, bottom } = rect;
  if (kind === 'avatar' && isMarkedItem(style)) return { left: left - markReach, top, right, bottom };
  if (kind !== 'unread' || style.display !== 'list-item' || style.listStylePosition === 'inside') return rect;
  const wide = Number.parseFloat(style.fontSize) * mostMarked * 0.6;
  return { left: left - wide, top, right: right + wide, bottom };
}

const placed = (
  box: Parameters<typeof inDocument>[0],
  element: Element,
  kind: PersonalKind,
): PersonalPlace[] => inDocument(box, element).map((rect) => ({ ...rect, kind }));
