/** @jsxImportSource react */
import { useContext } from 'react';
import { FeedContext } from './feed-data';
import type { Room } from './live-rooms';
import { Picture } from './Picture';

/** A live page: the room comes after the page, as the items do. */
export function LivePage({ handle }: { handle: string }) {
  const room = useContext(FeedContext).rooms[handle];
  return <main className="page live">{room ? <LiveRoom room={room} /> : <p>Memuat siaran…</p>}</main>;
}

function LiveRoom({ room }: { room: Room }) {
  return (
    <article className="detail">
      <LiveStage roomId={room.id_str} viewers={room.user_count} />
      <div className="about">
        <p className="author">
          <b>{room.owner.nickname}</b> @{room.owner.display_id}
        </p>
        <h1>{room.title}</h1>
        <h2>Obrolan</h2>
        <p className="muted">@contoh3: Halo semua.</p>
      </div>
    </article>
  );
}

function LiveStage({ roomId, viewers }: { roomId: string; viewers: number }) {
  return (
    <div className="stage">
      <div className="frame">
        <p className="notice">LIVE · {viewers} penonton</p>
        <LivePlayer streamId={roomId} />
      </div>
    </div>
  );
}

function LivePlayer({ streamId }: { streamId: string }) {
  return (
    <div className="player">
      <Picture id={streamId} />
      <video playsInline muted />
    </div>
  );
}
