import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPersonal } from '../core/capture/find-personal';
import { findPlaces } from '../core/capture/find-places';
import type { PageFacts } from '../core/capture/frozen-page';
import { maskText } from '../core/capture/mask-text';
import { personalRules } from '../core/capture/personal-rules';
import { readStatePeople } from '../core/capture/read-state-people';
import { redactSnapshot } from '../core/capture/redact-snapshot';
import type { HostRules } from '../core/rulebook/rulebook';
import hosts from '../rulebook/hosts.json';

/** Closed shadow roots too are open to an extension: by this in Chromium, by a property of the element in Firefox. */
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

function shadowOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot = null } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  if (openOrClosedShadowRoot !== null) return openOrClosedShadowRoot;
  const isPlain = element instanceof HTMLElement && typeof chrome !== 'undefined' && chrome.dom !== undefined;
  return (isPlain ? chrome?.dom?.openOrClosedShadowRoot(element) : null) ?? element.shadowRoot;
}

/**
 * Brought into a page when it is captured, and anew for each look at it: tells where personal data are drawn, and the
 * redacted snapshot and title. Its last expression is its answer; it leaves nothing in the page, and says nothing to it.
 */
export default defineUnlistedScript((): Omit<PageFacts, 'layout'> => {
  const states = [...document.querySelectorAll<HTMLScriptElement>('script[type="application/json"]')];
  const people = readStatePeople(
    states.map(({ text }) => text),
    personalRules,
  );
  const { places, inText } = findPlaces(document, personalRules, people, shadowOf);
  const title = maskText(
    document.title,
    personalRules,
    findPersonal(document.title, personalRules, people.texts),
  );
  return {
    personal: places,
    title,
    snapshot: redactSnapshot(document, {
      rules: personalRules,
      hosts: hosts as unknown as HostRules,
      title,
      personalIn: (node) => inText.get(node) ?? [],
      shadowOf,
    }),
  };
});
