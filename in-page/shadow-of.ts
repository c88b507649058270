import { read } from './own-properties';

/** Closed shadow roots too are open to an extension: by this in Chromium, by a property of the element in Firefox. */
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

/** The shadow root of an element of the page, open or closed; null for none. */
export function shadowOf(element: Element): ShadowRoot | null {
  const inFirefox = read(
    element as { openOrClosedShadowRoot?: ShadowRoot | null } & Element,
    'openOrClosedShadowRoot',
  );
  if (inFirefox) return inFirefox;
  const isPlain = element instanceof HTMLElement && typeof chrome !== 'undefined' && chrome.dom !== undefined;
  return (isPlain ? chrome?.dom?.openOrClosedShadowRoot(element) : null) ?? read(element, 'shadowRoot');
}
