import { type WrittenLanguage, wordsIn } from '../../explanation/words';
import type { FrozenPage } from '../shots/frozen-page';
import type { Cover } from './cover';

type Taken = Pick<FrozenPage<unknown>, 'extent' | 'wasCut' | 'part' | 'facts'> &
  Partial<Pick<FrozenPage<unknown>, 'leftOut' | 'scrollsInside'>>;

/** Whether the picture was put together from more than one view. */
export const isStitched = ({ part, facts }: Taken): boolean => part.h > facts.layout.viewport.h + 1;

/** What a capture does not show, in words of one language: it stands in its signed facts. */
export function limitsOf(taken: Taken, covers: readonly Cover[], language: WrittenLanguage): string {
  const words = wordsIn(language);
  const { stuck, document, viewport } = taken.facts.layout;
  const isWide = taken.extent === 'full' && document.w > viewport.w + 1;
  const kept = covers.filter(({ state }) => state === 'kept').length;
  const removed = covers.filter(({ state, by }) => state === 'removed' && by === 'auto').length;
  const isUnseen = covers.some(({ kind }) => kind === 'frame' || kind === 'canvas' || kind === 'unread');
  return [
    words.say('limits.browser'),
    taken.extent === 'visible' ? words.say('limits.visible') : null,
    isStitched(taken) ? words.say('limits.stitched') : null,
    taken.wasCut && taken.extent === 'full' ? words.say('limits.cut') : null,
    isWide ? words.say('limits.wide') : null,
    taken.extent === 'full' && taken.scrollsInside ? words.say('limits.inside') : null,
    isStitched(taken) && (stuck.top > 0 || stuck.bottom > 0) ? words.say('limits.bars') : null,
    taken.leftOut ? words.say('limits.left-out', { count: taken.leftOut }) : null,
    kept > 0 ? words.say('limits.covered', { count: kept }) : null,
    removed > 0 ? words.say('limits.uncovered', { count: removed }) : null,
    isUnseen ? words.say('limits.unseen') : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

const perhaps = [
  'limits.visible',
  'limits.cut',
  'limits.wide',
  'limits.inside',
  'limits.bars',
  'limits.left-out',
  'limits.uncovered',
  'limits.unseen',
] as const;

/**
 * What a text of limits says that no capture's says, and the sentences that it must have and lacks. Of its numbers, only
 * that of the covers is known afterwards.
 * @param kept covers in the picture
 */
export function strangeLimits(
  limits: string,
  { kept, stitched }: { readonly kept: number; readonly stitched: boolean },
  language: WrittenLanguage,
): { readonly foreign: string; readonly missing: readonly string[] } {
  const { say } = wordsIn(language);
  const needed = [
    say('limits.browser'),
    ...(stitched ? [say('limits.stitched')] : []),
    ...(kept > 0 ? [say('limits.covered', { count: kept })] : []),
  ];
  const counts = (limits.match(/\d[\d.,]*/g) ?? []).map((digits) => Number(digits.replace(/\D/g, '')));
  const known = [...needed, ...perhaps.flatMap((key) => [0, ...counts].map((count) => say(key, { count })))];
  const foreign = known.reduce((rest, sentence) => rest.replace(sentence, ''), limits).trim();
  return { foreign, missing: needed.filter((sentence) => !limits.includes(sentence)) };
}
