import { sharePage } from '../feed/share-page';
import { otherPages } from './other-pages';
import type { DemoPage } from './page-frame';
import { shopPages } from './shop-pages';
import { videoPages } from './video-pages';

export type { DemoPage } from './page-frame';
export { NEXT_VIDEO_ADDRESS } from './video-pages';

/** Every page of the demo shop. */
export const demoPages: readonly DemoPage[] = [...videoPages, ...shopPages, ...otherPages, sharePage];

const byHostAndPath = new Map(
  demoPages.map((page) => {
    const { host, pathname } = new URL(page.address);
    return [`${host}${pathname}`, page];
  }),
);

/** The page served at a host (no port) and path (no query), or undefined. */
export function pageFor(host: string, path: string): DemoPage | undefined {
  return byHostAndPath.get(`${host}${path}`);
}

/** The page of that name. @throws {RangeError} when there is none: a slip in the caller. */
export function pageNamed(name: string): DemoPage {
  const page = demoPages.find((candidate) => candidate.name === name);
  if (!page) throw new RangeError(`No demo page is called ${name}.`);
  return page;
}
