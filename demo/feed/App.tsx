/** @jsxImportSource react */
import { useEffect } from 'react';
import { CardGrid } from './CardGrid';
import { DetailPage, Modal } from './Detail';
import { FeedList } from './FeedList';
import { FeedContext, type FeedData, useFetchedFeed } from './feed-data';
import { LivePage } from './LiveRoom';
import { usePlace } from './place';
import { itemsOn, type Route, routeOf } from './route';
import { SideNav } from './SideNav';

/** The whole app: a page, and over it a modal when an item was opened from the page. */
export function App() {
  const data = useFetchedFeed();
  const place = usePlace();
  const route = routeOf(place.background ?? place.path);
  const over = place.background === null ? null : routeOf(place.path);
  const title = titleOf(over ?? route, data);
  useEffect(() => {
    document.title = `${title} | Feed Contoh`;
  }, [title]);
  return (
    <FeedContext value={data}>
      <div className="app">
        <SideNav here={place.background ?? place.path} />
        <Page route={route} data={data} isCovered={over !== null} />
        {over?.kind === 'detail' && (
          <Modal
            itemId={over.id}
            playlist={itemsOn(route, data.items).map(({ id, desc }) => ({ id, desc }))}
          />
        )}
      </div>
    </FeedContext>
  );
}

function Page({ route, data, isCovered }: { route: Route; data: FeedData; isCovered: boolean }) {
  if (route.kind === 'detail') return <DetailPage itemId={route.id} />;
  if (route.kind === 'live') return <LivePage handle={route.handle} />;
  if (route.kind === 'unknown') return <main className="empty">Halaman contoh ini tidak ada.</main>;
  const items = itemsOn(route, data.items);
  const stubs = items.map(({ id, desc }) => ({ id, desc }));
  if (route.kind === 'feed') return <FeedList items={items} preload={stubs} isCovered={isCovered} />;
  return <CardGrid items={items} impressions={stubs} heading={headingOf(route)} />;
}

function headingOf(route: Route): string {
  if (route.kind === 'search') return `Hasil pencarian “${route.word}”`;
  return route.kind === 'tag' ? `#${route.word}` : 'Akun Feed';
}

function titleOf(route: Route, { items }: FeedData): string {
  if (route.kind === 'feed') return 'Untuk Anda';
  if (route.kind === 'live') return `LIVE @${route.handle}`;
  if (route.kind !== 'detail') return headingOf(route);
  return items.find(({ id }) => id === route.id)?.desc ?? 'Video';
}
