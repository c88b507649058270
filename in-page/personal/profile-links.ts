import type { KnownText } from '../../core/personal/known-texts';
import type { PersonalRules } from '../../core/personal/personal-rules';
import type { PieceRange } from '../../core/personal/text-pieces';
import { ask, read } from '../own-properties';
import type { WalkedPage } from './walk-page';

/** What the links to people's profiles tell. */
export interface ProfileLinks {
  /** Handles, which the page may draw without their @, to be looked for in all of its text. */
  readonly handles: readonly KnownText[];
  /** The texts of such links: names, as a rule. */
  readonly ranges: readonly PieceRange[];
}

/**
 * Reads the links to profiles. They are needed where the page's data speak of another page, as they do after a move inside
 * of TikTok.
 */
export function readProfileLinks({ elements, pieces }: WalkedPage, { avatars }: PersonalRules): ProfileLinks {
  const shapes = avatars.profileLinks.map((shape) => new RegExp(shape, 'u'));
  const words = new Set(avatars.linkWords);
  const addressOf = (link: Element | null) => {
    const address = (link && ask(link, 'getAttribute', 'href')) ?? '';
    return shapes.some((shape) => shape.test(address)) ? address : null;
  };
  const handles = new Set<string>();
  for (const { element } of elements) {
    const [, handle] =
      /\/@([^/?#]+)/.exec((read(element, 'localName') === 'a' && addressOf(element)) || '') ?? [];
    if (handle !== undefined) handles.add(handle);
  }
  const ranges = pieces.flatMap(({ text, parent }, piece): PieceRange[] => {
    const said = text.trim();
    if (!/[\p{L}\d]/u.test(said) || words.has(said.toLowerCase())) return [];
    if (addressOf(ask(parent, 'closest', 'a[href]')) === null) return [];
    const from = text.indexOf(said);
    return [{ piece, from, to: from + said.length, kind: 'account-name', range: piece }];
  });
  return { handles: [...handles].map((text) => ({ text, kind: 'handle', inParts: false })), ranges };
}
