import { ask, read } from '../own-properties';

/** In ms: so long the note must have been seen before a press counts. */
const least = 150;
/** Not yet in the types of every browser: it tells whether anything lies over the element, or makes it transparent. */
interface SeenOptions extends IntersectionObserverInit {
  trackVisibility: true;
  delay: number;
}

/**
 * Watches whether an element of ours can be seen: a page may lay something over it that lets presses through.
 * @returns whether it has been seen long enough, and the end of the watch
 */
export function watchSeen(element: HTMLElement): { isSeen: () => boolean; end: () => void } {
  let since: number | null = null;
  const told = (isSeen: boolean) => {
    since = isSeen ? (since ?? performance.now()) : null;
  };
  const options: SeenOptions = { threshold: [0, 0.5, 0.9], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
    // Firefox does not know of visibility: there the note asks for itself at the press.
    told((last?.isVisible ?? true) && (last?.intersectionRatio ?? 0) > 0.5);
  }, options);
  observer.observe(element);
  return {
    // A press at once after it was drawn was meant for what stood there before.
    isSeen: () => since !== null && performance.now() - since >= least && !isHidden(element),
    end: () => observer.disconnect(),
  };
}

/** Hidden by what is around it, or under something in the top layer, which is over everything. */
function isHidden(element: HTMLElement): boolean {
  const { opacity, filter, clipPath } = getComputedStyle(read(document, 'documentElement'));
  if (Number(opacity) < 0.9 || filter !== 'none' || clipPath !== 'none') return true;
  const seen = { opacityProperty: true, visibilityProperty: true } as CheckVisibilityOptions;
  if (ask(element, 'checkVisibility', seen) === false) return true;
  const own = ask(element, 'getBoundingClientRect');
  return onTop().some((other) => {
    const rect = ask(other, 'getBoundingClientRect');
    return rect.left < own.right && own.left < rect.right && rect.top < own.bottom && own.top < rect.bottom;
  });
}

function onTop(): Element[] {
  try {
    return [...ask(document, 'querySelectorAll', ':modal, :popover-open')];
  } catch {
    // A browser that does not know the words.
    return [...ask(document, 'querySelectorAll', 'dialog[open]')];
  }
}
