/** @jsxImportSource react */
import { Picture } from './Picture';
import { type Item, itemPath } from './route';
import { Link } from './SideNav';

interface CardGridProps {
  items: readonly Item[];
  /** The same posts by id and caption only. */
  impressions: readonly { id: string; desc: string }[];
  heading: string;
}

/** The posts of a profile, a search or a tag; a click opens one over the grid. */
export function CardGrid({ items, impressions, heading }: CardGridProps) {
  return (
    <main className="page">
      <h1>{heading}</h1>
      <p className="muted">
        {impressions.length === 0 ? 'Tidak ada video.' : `${impressions.length} video rekaan`}
      </p>
      <div className="grid">
        {items.map((item) => (
          <Card key={item.id} item={item} />
        ))}
      </div>
    </main>
  );
}

/** One post of a grid. */
export function Card({ item, over = true }: { item: Item; over?: boolean }) {
  const { id, desc } = item;
  return (
    <article className="card">
      <CardLink link={{ id, desc }} path={itemPath(item)} over={over} />
      <p>{desc}</p>
    </article>
  );
}

function CardLink({ link, path, over }: { link: { id: string; desc: string }; path: string; over: boolean }) {
  return (
    <Link path={path} over={over}>
      <Picture id={link.id} />
    </Link>
  );
}
