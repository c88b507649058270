import type { Page } from 'playwright-core';
import type { HeardPart } from './driver';

/** The accessibility tree of a page: it goes through closed shadow roots, which the page's own scripts do not. */
export async function heardInChromium(page: Page): Promise<HeardPart[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ role, name, backendDOMNodeId: backendNodeId = 0 }) => ({
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    middle: async () => {
      const drawing = await page.context().newCDPSession(page);
      const { model } = await drawing.send('DOM.getBoxModel', { backendNodeId });
      await drawing.detach();
      const [x = 0, y = 0, , , x2 = 0, y2 = 0] = model.content;
      return { x: (x + x2) / 2, y: (y + y2) / 2 };
    },
  }));
}
