import type { Rulebook } from '../rulebook/rulebook';
import type { Verdict } from '../verdict/verdict';
import { type Demand, type Mutation, mutationsOf, type ScoredPage } from './mutations';

type Answer = Pick<Verdict, 'basket' | 'processor' | 'evidence'>;

/** One changed page that was answered wrongly. */
interface Miss {
  readonly page: string;
  readonly kind: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

interface ScoreOfKind {
  readonly kind: string;
  readonly demand: Demand;
  readonly all: number;
  /** Answered as before. */
  readonly same: number;
  /** Answered `unknown` where it had an answer before. */
  readonly unknown: number;
  readonly wrong: number;
}

export interface Score {
  readonly kinds: readonly ScoreOfKind[];
  readonly misses: readonly Miss[];
}

const textOf = ({ basket, processor }: Answer): string => `${basket}, ${processor}`;

/** Judges every page as it is and in every change of it. `judge` is the judge under test. */
export function scoreRules(
  pages: readonly ScoredPage[],
  rulebook: Rulebook,
  judge: (page: ScoredPage) => Answer,
): Score {
  const kinds = new Map<string, ScoreOfKind>();
  const misses: Miss[] = [];
  for (const page of pages) {
    const before = judge(page);
    const byAddress = judge({ ...page, html: '' });
    const deciding = before.evidence.flatMap(({ weight, where, value }) =>
      weight === 'deciding' && where !== 'address' ? [value] : [],
    );
    for (const mutation of mutationsOf(page, rulebook, deciding)) {
      const after = judge(mutation.page);
      const isSame = textOf(after) === textOf(before);
      const isWrong = !isAllowed(mutation, before, after, byAddress);
      const { kind, what, demand } = mutation;
      const row = kinds.get(`${kind} ${demand}`) ?? { kind, demand, all: 0, same: 0, unknown: 0, wrong: 0 };
      kinds.set(`${kind} ${demand}`, {
        ...row,
        all: row.all + 1,
        same: row.same + Number(isSame),
        unknown: row.unknown + Number(!isSame && after.basket === 'unknown'),
        wrong: row.wrong + Number(isWrong),
      });
      if (isWrong)
        misses.push({ page: page.address, kind, what, before: textOf(before), after: textOf(after) });
    }
  }
  return { kinds: [...kinds.values()], misses };
}

function isAllowed({ demand }: Mutation, before: Answer, after: Answer, byAddress: Answer): boolean {
  if (demand === 'no-yes') return after.basket !== 'yes';
  if (textOf(after) === textOf(before)) return true;
  if (demand === 'same') return false;
  // Where nothing was known before, a trace the less may leave a plain page; only the address may then make a basket.
  if (before.basket === 'unknown') return after.basket !== 'yes' || textOf(after) === textOf(byAddress);
  // A basket whose address went is one all the same: whose it is must then be unknown.
  return after.basket === 'unknown' || (after.basket === before.basket && after.processor === 'unknown');
}
