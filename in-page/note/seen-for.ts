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

/** In CSS px: smaller than this the note's words cannot be read. */
const leastWide = 200;
const replaced = new Set(['img', 'picture', 'canvas', 'video', 'svg', 'iframe', 'embed', 'object']);

/** Hidden by what is around it, too small, or under something that lets presses through or is over everything. */
function isHidden(element: HTMLElement): boolean {
  const own = ask(element, 'getBoundingClientRect');
  if (own.width < Math.min(leastWide, innerWidth / 2)) return true;
  const seen = { opacityProperty: true, visibilityProperty: true } as CheckVisibilityOptions;
  if (ask(element, 'checkVisibility', seen) === false) return true;
  // The note's host stands in the root itself.
  if (isVeiled(getComputedStyle(read(document, 'documentElement')))) return true;
  const isOver = (other: Element): boolean => {
    const rect = ask(other, 'getBoundingClientRect');
    return rect.left < own.right && own.left < rect.right && rect.top < own.bottom && own.top < rect.bottom;
  };
  if (onTop().some((other) => isOver(other) || isPainted(getComputedStyle(other, '::backdrop')))) return true;
  return [...ask(document, 'querySelectorAll', '*')].some(
    (other) => layers(other) || (letsThrough(other) && isOver(other)),
  );
}

const isVeiled = (style: CSSStyleDeclaration): boolean =>
  Number(style.opacity) < 0.9 ||
  ['filter', 'clip-path', 'mask-image', '-webkit-mask-image', 'mask-border-source'].some((name) => {
    const value = style.getPropertyValue(name);
    return value !== '' && value !== 'none';
  });

const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean =>
  backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);

/** Whether what a style adds to an element may lie over the whole window. */
const layers = (element: Element): boolean =>
  ['::before', '::after'].some((which) => {
    const style = getComputedStyle(element, which);
    const isThere = style.content !== 'none' && style.content !== 'normal';
    return isThere && style.position === 'fixed' && style.pointerEvents === 'none' && isPainted(style);
  });

/** Whether an element out of the flow shows something, and leaves a press to what lies under it. */
function letsThrough(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.pointerEvents !== 'none' || style.visibility !== 'visible' || Number(style.opacity) === 0)
    return false;
  if (style.position === 'static' && style.transform === 'none') return false;
  return isPainted(style) || replaced.has(read(element, 'localName'));
}

function onTop(): Element[] {
  try {
    return [...ask(document, 'querySelectorAll', ':modal, :popover-open')];
  } catch {
    // A browser that does not know the words.
    return [...ask(document, 'querySelectorAll', 'dialog[open]')];
  }
}
