/** @jsxImportSource react */
import type { MouseEvent, ReactNode } from 'react';
import { goTo, openOver } from './place';

const entries = [
  { path: '/foryou', label: 'Untuk Anda' },
  { path: '/@feeddemo', label: 'Profil' },
  { path: '/search?q=botol', label: 'Cari “botol”' },
  { path: '/tag/botol', label: '#botol' },
  { path: '/@feedlive/live', label: 'LIVE' },
];

/** The navigation column of every page of the app. */
export function SideNav({ here }: { here: string }) {
  return (
    <nav>
      <b className="brand">Feed Contoh</b>
      <p className="own-mark">Halaman demo, bukan TikTok</p>
      {entries.map(({ path, label }) => (
        <Link key={path} path={path} className={path === here ? 'here' : ''}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

interface LinkProps {
  path: string;
  className?: string;
  /** Open as a modal over the page that is shown. */
  over?: boolean;
  children: ReactNode;
}

/** A link that stays in the app; with a modifier key it is the browser's. */
export function Link({ path, className, over = false, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (over) openOver(path);
    else goTo(path);
  };
  return (
    <a href={path} className={className} onClick={follow}>
      {children}
    </a>
  );
}
