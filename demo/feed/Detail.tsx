/** @jsxImportSource react */
import { useContext, useEffect } from 'react';
import { Card } from './CardGrid';
import { Counts } from './FeedList';
import { FeedContext, useItem } from './feed-data';
import { Stage } from './Player';
import { closeModal, openOver } from './place';
import { type Item, itemPath } from './route';
import { Link } from './SideNav';

interface ModalProps {
  itemId: string;
  /** The posts of the page below, by id and caption only. */
  playlist: readonly { id: string; desc: string }[];
}

/** A post over the page it was opened from. Its neighbours have addresses of their own. */
export function Modal({ itemId, playlist }: ModalProps) {
  const { items } = useContext(FeedContext);
  const item = items.find(({ id }) => id === itemId);
  const at = playlist.findIndex(({ id }) => id === itemId);
  const neighbour = (step: number) => items.find(({ id }) => id === playlist[at + step]?.id);
  const move = (step: number) => {
    const next = neighbour(step);
    if (next) openOver(itemPath(next));
  };
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') closeModal();
      if (key === 'ArrowDown') move(1);
      if (key === 'ArrowUp') move(-1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label="Video">
      {item && <Detail item={item} />}
      <div className="modal-steps">
        <button type="button" id="modal-close" onClick={closeModal}>
          ✕ Tutup
        </button>
        <button type="button" id="modal-previous" disabled={!neighbour(-1)} onClick={() => move(-1)}>
          ↑ Sebelumnya
        </button>
        <button type="button" id="modal-next" disabled={!neighbour(1)} onClick={() => move(1)}>
          ↓ Berikutnya
        </button>
        <p className="own-mark">Halaman demo, bukan TikTok</p>
      </div>
    </div>
  );
}

/** A post at its own address; other posts follow at theirs, without a page load. */
export function DetailPage({ itemId }: { itemId: string }) {
  const item = useItem(itemId);
  const { items } = useContext(FeedContext);
  const others = items.filter(({ id }) => id !== itemId).slice(0, 4);
  return (
    <main className="page detail-page">
      {item && <Detail item={item} />}
      <h2>Video lain</h2>
      <div className="grid">
        {others.map((other) => (
          <Card key={other.id} item={other} over={false} />
        ))}
      </div>
    </main>
  );
}

function Detail({ item }: { item: Item }) {
  const { author, desc, stats } = item;
  return (
    <article className="detail">
      <Stage item={item} />
      <div className="about">
        <Link path={`/@${author.uniqueId}`} className="author">
          <b>{author.nickname}</b> @{author.uniqueId}
        </Link>
        <p className="caption">{desc}</p>
        <Counts stats={stats} />
        <h2>Komentar</h2>
        <p className="muted">@contoh1: Warnanya bagus.</p>
        <p className="muted">@contoh2: Terima kasih infonya.</p>
      </div>
    </article>
  );
}
