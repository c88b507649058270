import { readUrl } from '../address/read-url';
import { parseJson } from '../page/parse-json';
import type { KnownText } from './known-texts';
import type { PersonalKind } from './personal-place';
import type { PersonalRules } from './personal-rules';

/** What a page's own data say of people: texts to look for, and where their pictures are. */
export interface StatePeople {
  readonly texts: readonly KnownText[];
  /** Paths of the addresses of avatars. */
  readonly avatars: ReadonlySet<string>;
}

const deepest = 60;

/**
 * Collects names, handles, numbers and avatars from the JSON texts in a page, whoever they belong to: the account, the
 * item's author, people who commented. Bounded by the rules; text that is no JSON is passed over.
 */
export function readStatePeople(states: readonly string[], { state, snapshot }: PersonalRules): StatePeople {
  const kinds = new Map<string, PersonalKind>();
  const teach = (names: readonly string[], kind: PersonalKind) => {
    for (const name of names) kinds.set(name, kind);
  };
  teach(state.names, 'account-name');
  teach(state.handles, 'handle');
  teach(state.phones, 'phone');
  teach(state.mails, 'mail');
  teach(state.addresses, 'address');
  teach(state.numbers, 'number');
  const avatarKeys = new Set(state.avatars);
  const people = new Set(state.people);
  const phrases = new Set(snapshot.phrases.map((phrase) => phrase.toLowerCase()));

  const texts = new Map<string, KnownText>();
  const avatars = new Set<string>();
  const learn = (text: string, kind: PersonalKind) => {
    const isNobody = text.length < 2 || text.length > 200 || phrases.has(text.toLowerCase());
    if (isNobody || texts.size >= state.known) return;
    texts.set(`${kind} ${text}`, { text, kind, inParts: kind === 'account-name' });
  };

  let left = state.values;
  interface Waiting {
    readonly value: unknown;
    readonly key: string;
    readonly parent: string;
    readonly depth: number;
  }
  const waiting: Waiting[] = states.map((text) => ({ value: text, key: '', parent: '', depth: 0 }));
  for (let next = waiting.pop(); next && left > 0; next = waiting.pop()) {
    left -= 1;
    const { value, key, parent, depth } = next;
    if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) continue;
      // An entry of a list stands under the list's own name.
      for (const [name, inner] of Object.entries(value)) {
        const isEntry = Array.isArray(value);
        waiting.push({
          value: inner,
          key: isEntry ? key : name,
          parent: isEntry ? parent : key,
          depth: depth + 1,
        });
      }
      continue;
    }
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).trim();
    if (/^[[{]/.test(text)) {
      waiting.push({ value: parseJson(text), key, parent, depth: depth + 1 });
      continue;
    }
    const kind = kinds.get(key) ?? (key === 'name' && people.has(parent) ? 'account-name' : undefined);
    if (kind !== undefined) learn(text, kind);
    const isAvatar = avatarKeys.has(key) || avatarKeys.has(parent);
    const url = isAvatar ? readUrl(text) : null;
    if (url !== null) avatars.add(url.pathname);
  }
  return { texts: [...texts.values()], avatars };
}
