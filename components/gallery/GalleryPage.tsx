import type { ComponentChildren } from 'preact';
import type { Language } from '../../core/explanation/words';
import { useReader } from '../explanation/reader';
import { Masthead } from '../Masthead';
import { NoticePlace } from '../NoticePlace';
import { CaptureDetail, type CaptureDetailProps } from './CaptureDetail';
import { CaptureList, type CaptureListProps } from './CaptureList';

interface GalleryPageProps {
  list: CaptureListProps;
  /** The opened capture; `opening` while it is read and checked. */
  detail: CaptureDetailProps | 'opening' | null;
  /** The keys that sign. */
  keys: ComponentChildren;
  /** What opens a locked key, where something waits for it; null where nothing does. */
  unlock: ComponentChildren;
  /** What was done last, or why it was not. */
  notice: string | null;
  verifierAddress: string;
  compareAddress: string;
  logbookAddress: string;
  onLanguage: (language: Language) => void;
}

/** Own captures: the list, or one of them; below, the keys that sign them. */
export function GalleryPage(props: GalleryPageProps) {
  const { list, detail, notice } = props;
  const { words } = useReader();
  return (
    <main class="page gallery">
      <Masthead title={words.say('gallery.heading')} onLanguage={props.onLanguage} />
      {detail === null ? (
        <p>{words.say('gallery.intro')}</p>
      ) : (
        <a class="back" href="#all">
          ← {words.say('gallery.back')}
        </a>
      )}
      {props.unlock}
      {detail === null && <CaptureList {...list} />}
      {detail !== null && detail !== 'opening' && <CaptureDetail {...detail} />}
      {detail === null && props.keys}
      <footer>
        <nav>
          <a href={props.verifierAddress}>{words.say('gallery.to-verifier')}</a>
          <a href={props.compareAddress}>{words.say('gallery.to-compare')}</a>
          <a href={props.logbookAddress}>{words.say('label.logbook')}</a>
        </nav>
      </footer>
      <NoticePlace text={detail === 'opening' ? words.say('gallery.opening') : notice} />
    </main>
  );
}
