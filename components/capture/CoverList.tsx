import type { RefObject } from 'preact';
import type { Cover } from '../../core/capture/review/cover';
import type { ReviewAction } from '../../core/capture/review/review';
import { useReader } from '../explanation/reader';
import { CoverRow } from './CoverRow';
import type { PictureCanvas } from './PictureTiles';

interface CoverListProps {
  covers: readonly Cover[];
  picture: PictureCanvas;
  selected: number | null;
  /** The cover that is asked about. */
  asked: number | null;
  list: RefObject<HTMLOListElement | null>;
  act: (action: ReviewAction) => void;
  onAnswer: (mayShow: boolean) => void;
}

/** Every cover with its kind and what will become of it: covered or visible is decided here. */
export function CoverList({ covers, selected, asked, list, ...given }: CoverListProps) {
  const { say } = useReader().words;
  if (covers.length === 0) return <p class="nothing">{say('redact.nothing')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <ol ref={list} class="covers" tabIndex={0} aria-label={say('redact.list')}>
      {covers.map((cover) => (
        <CoverRow
          key={cover.id}
          cover={cover}
          isSelected={cover.id === selected}
          isAsked={cover.id === asked}
          {...given}
        />
      ))}
    </ol>
  );
}
