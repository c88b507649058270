import { useSyncExternalStore } from 'react';

/** Where the app is. A modal lies over the page of its background. */
export interface Place {
  readonly path: string;
  readonly background: string | null;
  /** How many steps back close the modal. */
  readonly depth: number;
}

const listeners = new Set<() => void>();
let place = read();

/** The app's place; it changes without a page load only. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}

/** Goes to a page of its own. */
export function goTo(path: string): void {
  push({ path, background: null, depth: 0 });
}

/** Goes to an item as a modal over the page that is shown. */
export function openOver(path: string): void {
  push({ path, background: place.background ?? place.path, depth: place.depth + 1 });
}

/** Back to the page under the modal, however many items were looked at in it. */
export function closeModal(): void {
  history.go(-place.depth);
}

/** A reloaded modal is a page: what lay under it is gone. */
export function forgetBackground(): void {
  history.replaceState(null, '');
  place = read();
}

function push(next: Place): void {
  history.pushState({ background: next.background, depth: next.depth }, '', next.path);
  settle();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', settle);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', settle);
  };
}

function settle(): void {
  place = read();
  for (const listener of listeners) listener();
}

function read(): Place {
  const { background = null, depth = 0 } = (history.state ?? {}) as Partial<Place>;
  return { path: location.pathname + location.search, background, depth };
}
