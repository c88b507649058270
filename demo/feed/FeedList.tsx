/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react';
import { Stage } from './Player';
import { openOver } from './place';
import { type Item, itemPath } from './route';
import { Link } from './SideNav';

interface FeedListProps {
  items: readonly Item[];
  /** What is to come, by id and caption only. */
  preload: readonly { id: string; desc: string }[];
  /** Whether a modal lies over the feed: then the keys are the modal's. */
  isCovered: boolean;
}

/** The scrolling feed. Only the current post and its two neighbours are drawn; the address stays. */
export function FeedList({ items, preload, isCovered }: FeedListProps) {
  const [current, setCurrent] = useState(0);
  const column = useRef<HTMLElement>(null);
  const last = items.length - 1;

  const show = (wanted: number) => {
    const index = Math.max(0, Math.min(wanted, last));
    setCurrent(index);
    column.current?.scrollTo({ top: index * column.current.clientHeight, behavior: 'instant' });
  };
  const followScroll = () => {
    if (column.current) setCurrent(Math.round(column.current.scrollTop / column.current.clientHeight));
  };
  useEffect(() => {
    if (isCovered) return;
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      show(current + step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <>
      <main className="feed" ref={column} onScroll={followScroll}>
        {items.map((item, index) =>
          Math.abs(index - current) <= 1 ? (
            <FeedEntry key={item.id} item={item} isCurrent={index === current} />
          ) : (
            <section key={item.id} className="entry" />
          ),
        )}
      </main>
      <div className="steps">
        <button type="button" id="feed-previous" disabled={current === 0} onClick={() => show(current - 1)}>
          ↑ Sebelumnya
        </button>
        <button type="button" id="feed-next" disabled={current >= last} onClick={() => show(current + 1)}>
          ↓ Berikutnya
        </button>
        <p>{preload.length > 0 && `${current + 1} / ${preload.length}`}</p>
      </div>
    </>
  );
}

function FeedEntry({ item, isCurrent }: { item: Item; isCurrent: boolean }) {
  return (
    <section className="entry" aria-current={isCurrent}>
      <Stage item={item} />
      <div className="under">
        <Link path={`/@${item.author.uniqueId}`} className="author">
          @{item.author.uniqueId}
        </Link>
        <button type="button" className="caption" onClick={() => openOver(itemPath(item))}>
          {item.desc}
        </button>
      </div>
      <Counts stats={item.stats} />
    </section>
  );
}

/** Likes, comments and shares of a post. */
export function Counts({ stats }: { stats: Item['stats'] }) {
  return (
    <ul className="counts">
      <li>♥ {stats.diggCount}</li>
      <li>✎ {stats.commentCount}</li>
      <li>➦ {stats.shareCount}</li>
    </ul>
  );
}
