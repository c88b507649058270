import type { PageFacts } from '../../core/capture/shots/frozen-page';
import { findPersonal } from '../../core/personal/find-personal';
import { maskText } from '../../core/personal/mask-text';
import { personalRules } from '../../core/personal/personal-rules';
import { readStatePeople } from '../../core/personal/read-state-people';
import { SearchTooLong, WorkLimit } from '../../core/personal/work-limit';
import type { HostRules } from '../../core/rulebook/rulebook';
import { domains, families, hosts, logIn } from '../../rulebook/hosts.json';
import { ask, read } from '../own-properties';
import { shadowOf } from '../shadow-of';
import { findPlaces } from './find-places';
import { redactSnapshot } from './redact-snapshot';

/** What an address on our list is stripped by: who else owns or stores what is asked of other addresses only. */
const listed = { domains, families, hosts, logIn, owned: [], archives: [], browserPages: [], localHosts: [] };
/** In ms: the page stands still meanwhile. */
const longestSearch = 8000;

/**
 * Brought into a page when it is captured, and anew for each look at it: tells where personal data are drawn, and the
 * redacted snapshot and title. Its last expression is its answer; it leaves nothing in the page, and says nothing to it.
 */
export const findInPage = (): Omit<PageFacts, 'layout'> | { tooLong: true } => {
  try {
    return find(new WorkLimit(() => performance.now(), longestSearch));
  } catch (cause) {
    if (cause instanceof SearchTooLong) return { tooLong: true };
    throw cause;
  }
};

function find(limit: WorkLimit): Omit<PageFacts, 'layout'> {
  const states = [...ask(document, 'querySelectorAll', 'script[type="application/json"]')];
  const people = readStatePeople(
    states.map((script) => read(script, 'textContent') ?? ''),
    personalRules,
  );
  const { places, inText } = findPlaces(document, personalRules, people, shadowOf, limit);
  const said = read(document, 'title');
  const title = maskText(said, personalRules, findPersonal(said, personalRules, people.texts, limit));
  return {
    personal: places,
    title,
    snapshot: redactSnapshot(document, {
      rules: personalRules,
      hosts: listed as unknown as HostRules,
      title,
      personalIn: (node) => inText.get(node) ?? [],
      shadowOf,
    }),
  };
}
