/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { Picture } from './Picture';
import type { Item } from './route';

/** What is seen of a post: a video, or photos side by side. */
export function Stage({ item }: { item: Item }) {
  const { id, desc, imagePost, video } = item;
  return (
    <Impression entry={{ id, desc }}>
      {imagePost ? (
        <Photos postId={id} count={imagePost.images.length} />
      ) : (
        <PlayerFrame video={video}>
          <Player videoId={id} />
        </PlayerFrame>
      )}
    </Impression>
  );
}

/** Knows of the post only its id and caption, as a counter of views would. */
function Impression({ entry, children }: { entry: { id: string; desc: string }; children: ReactNode }) {
  return (
    <div className="stage" title={entry.desc}>
      {children}
    </div>
  );
}

function PlayerFrame({ video, children }: { video: Item['video']; children: ReactNode }) {
  return (
    <div className="frame">
      {video.playAddr === '' && <p className="notice">Video ini hanya dapat diputar di aplikasi</p>}
      {children}
    </div>
  );
}

function Player({ videoId }: { videoId: string }) {
  return (
    <div className="player">
      <Picture id={videoId} />
      <video playsInline muted loop />
    </div>
  );
}

function Photos({ postId, count }: { postId: string; count: number }) {
  return (
    <div className="frame photos">
      <p className="notice">Foto 1 dari {count}</p>
      <ul>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: photos never change places
          <li key={index}>
            <Picture id={postId} />
          </li>
        ))}
      </ul>
    </div>
  );
}
