import type { HeardPart } from './driver';
import type { FirefoxWindow } from './firefox-window';

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly at: { x: number; y: number };
}

/** What Firefox tells a screen reader of a tab; closed shadow roots are part of it. Its service starts with the first call. */
export async function heardInFirefox(window: FirefoxWindow, context: string): Promise<HeardPart[]> {
  const heard = (await window.run(`(async () => {
    const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const outer = await (async () => {
      for (let tries = 0; tries < 100; tries += 1) {
        const found = service.getAccessibleFor(navigables.getBrowserById('${context}'));
        if (found?.firstChild?.childCount) return found;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error('Firefox tells nothing of the page');
    })();
    const boxOf = (part) => {
      const [x, y, width, height] = [{}, {}, {}, {}];
      part.getBoundsInCSSPixels(x, y, width, height);
      return { x: x.value, y: y.value, width: width.value, height: height.value };
    };
    const from = boxOf(outer);
    const walk = (part) => {
      const { x, y, width, height } = boxOf(part);
      const told = {
        role: service.getStringRole(part.role),
        name: part.name ?? '',
        at: { x: Math.round(x - from.x + width / 2), y: Math.round(y - from.y + height / 2) },
      };
      return [told, ...Array.from({ length: part.childCount }, (_none, n) => walk(part.getChildAt(n))).flat()];
    };
    return walk(outer.firstChild);
  })()`)) as Heard[];
  return heard.map(({ role, name, at }) => ({
    role: role === 'pushbutton' ? 'button' : role,
    name,
    middle: async () => at,
  }));
}
