/**
 * Runs in a page, and may use nothing from outside itself: takes away notes that an earlier version of the extension left
 * there, whose own script can do so no more. They are known by what is in their closed root, which no page can see.
 */
export function takeOldNotes(): void {
  interface Opener {
    dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  }
  const { dom } = (globalThis as { chrome?: Opener }).chrome ?? {};
  for (const child of [...document.documentElement.children]) {
    if (child.localName !== 'div') continue;
    const { openOrClosedShadowRoot = null } = child as { openOrClosedShadowRoot?: ShadowRoot | null };
    const root = openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(child);
    if (child.shadowRoot === null && root?.querySelector('.note > .row > .never')) child.remove();
  }
}
