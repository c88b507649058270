import { readUrl } from '../address/read-url';
import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { factsOfAnswer } from './facts-of-page';
import type { Sentence } from './sentence';
import { type AnswerState, stateOf } from './state-of';
import type { Words } from './words';

/** The shortest form of a verdict in words: all that a toolbar shows. */
export interface ShortAnswer {
  readonly state: AnswerState;
  readonly answer: Sentence;
}

/** The state and sentence of a verdict. */
export function shortAnswer(verdict: Verdict, rulebook: Rulebook, words: Words): ShortAnswer {
  const state = stateOf(verdict);
  const { address, lookalike, owner } = verdict;
  const answer = words.tell(`answer.${state}`, factsOfAnswer(verdict, rulebook), {
    kind: subjectOf(verdict),
    host: hostOf(address),
    genuine: lookalike?.of ?? '',
    owner: owner?.name ?? 'none',
    company: owner === null ? '' : companies[owner.name],
    role: owner?.role.replace('-', '') ?? '',
  });
  return { state, answer };
}

/** Where it is not known that no page came, nothing says so. */
const pagesWithout: Readonly<Record<string, string>> = {
  'no-answer': 'noanswer',
  'not-yet': 'notyet',
  'too-little': 'unsurepage',
  unsure: 'unsurepage',
};

const photoPost = /\/photo\//;

const companies = { tiktok: 'TikTok', bytedance: 'ByteDance', tokopedia: 'Tokopedia' } as const;

/** What the answer speaks of, by the names its texts choose by: the kind of page, unless no page or another file is there. */
export function subjectOf({ address, kind, owner, unread }: Verdict): string {
  const [why] = unread.filter(({ what }) => what === 'page').map((entry) => entry.why);
  if (why === 'stored-copy') return 'storedcopy';
  if (why === 'not-as-served') return 'otherfile';
  if (why !== undefined) return pagesWithout[why] ?? 'nopage';
  if (unread.some(({ what }) => what === 'host')) return 'strangehost';
  if (kind === 'video' && photoPost.test(readUrl(address)?.pathname ?? '')) return 'photo';
  return owner?.role === 'share-link' ? 'sharelink' : kind.replace('-', '');
}

const hostOf = (address: string): string => readUrl(address)?.hostname ?? address;
