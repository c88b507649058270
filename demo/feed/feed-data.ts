import { createContext, useContext, useEffect, useState } from 'react';
import { VIDEO_STATE_ID } from '../shop/video-state';
import type { Room } from './live-rooms';
import type { Item } from './route';

/** What the app has been given so far. */
export interface FeedData {
  readonly items: readonly Item[];
  readonly rooms: Readonly<Record<string, Room>>;
}

const nothing: FeedData = { items: [], rooms: {} };

export const FeedContext = createContext<FeedData>(nothing);

/** Fetches items and rooms after the page has loaded; at first there is only what the page's state holds. */
export function useFetchedFeed(): FeedData {
  const [data, setData] = useState<FeedData>(() => ({ ...nothing, items: itemsInState() }));
  useEffect(() => {
    fetch('/demo-feed.json')
      .then((response) => response.json())
      .then(setData);
  }, []);
  return data;
}

/** The item of that id, wherever in the app one asks. */
export function useItem(id: string): Item | undefined {
  return useContext(FeedContext).items.find((item) => item.id === id);
}

function itemsInState(): Item[] {
  const text = document.getElementById(VIDEO_STATE_ID)?.textContent ?? '{}';
  const item = JSON.parse(text).__DEFAULT_SCOPE__?.['webapp.video-detail']?.itemInfo?.itemStruct;
  return item ? [item] : [];
}
