import type { DrivenPage } from '../../demo/drive/driver';

/** What a finger cannot press well on a page, a line each, and how many of all targets are 44 px and more. */
export interface Touch {
  readonly faults: string[];
  readonly targets: number;
  readonly roomy: number;
}

/**
 * WCAG 2.2, success criterion 2.5.8: a target is 24 px wide and high, or a circle of 24 px about its middle meets no
 * other target. A link within a sentence is excepted, and what `except` selects. Also named: rules by which hovering would show something.
 */
export const touchOf = (page: DrivenPage, except = 'none'): Promise<Touch> =>
  page.evaluate((except) => {
    const least = 24;
    const selector = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]';
    const isInSentence = (one: Element): boolean => {
      if (one.localName !== 'a' || getComputedStyle(one).display !== 'inline') return false;
      const around = one.closest('p, li, dd, td, small, span:not(:has(> a:only-child))');
      return (around?.textContent ?? '').trim() !== (one.textContent ?? '').trim();
    };
    const boxOf = (one: Element) => {
      const label = (one as HTMLInputElement).labels?.[0];
      // Pressing the words ticks the box: both are one target.
      const parts = [one, ...(label ? [label] : [])].map((part) => part.getBoundingClientRect());
      const x = Math.min(...parts.map(({ left }) => left));
      const y = Math.min(...parts.map(({ top }) => top));
      return {
        x,
        y,
        w: Math.max(...parts.map(({ right }) => right)) - x,
        h: Math.max(...parts.map(({ bottom }) => bottom)) - y,
      };
    };
    const all = [...document.querySelectorAll(selector)]
      .filter((one) =>
        (one as HTMLElement).checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      )
      .filter((one) => !one.matches(`:disabled, [inert] *, ${except}`))
      .map((one) => ({ one, ...boxOf(one) }))
      .filter(({ w, h }) => w > 1 && h > 1);
    const nearest = (a: (typeof all)[number], b: (typeof all)[number]): number => {
      const middle = { x: a.x + a.w / 2, y: a.y + a.h / 2 };
      const dx = Math.max(b.x - middle.x, 0, middle.x - b.x - b.w);
      const dy = Math.max(b.y - middle.y, 0, middle.y - b.y - b.h);
      return Math.hypot(dx, dy);
    };
    const faults: string[] = [];
    for (const target of all) {
      if ((target.w >= least && target.h >= least) || isInSentence(target.one)) continue;
      const near = all.find(
        (other) =>
          other !== target &&
          !other.one.contains(target.one) &&
          !target.one.contains(other.one) &&
          nearest(target, other) < least / 2,
      );
      if (near)
        faults.push(
          `${Math.round(target.w)}x${Math.round(target.h)} ${target.one.outerHTML.slice(0, 90)} beside ${near.one.outerHTML.slice(0, 60)}`,
        );
    }
    const shows = /display|visibility|opacity|content|max-height|height|clip/;
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSStyleRule && rule.selectorText.includes(':hover'))
          for (const name of rule.style)
            if (shows.test(name)) faults.push(`${rule.selectorText} { ${name} }`);
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`scrolls sideways: ${scrollWidth} px on ${innerWidth}`);
    return { faults, targets: all.length, roomy: all.filter(({ w, h }) => w >= 44 && h >= 44).length };
  }, except);
