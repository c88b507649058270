import type { Moment } from '../calendar/read-moment';
import { isInForce } from '../rulebook/is-in-force';
import type { Rulebook } from '../rulebook/rulebook';
import type { LawReference } from './verdict';

const series = 'trade-minister-e-commerce';
const paymentBan = 'payment-in-social-commerce';

/** The Trade Minister's e-commerce regulation in force at a moment, each with its rule on payments inside social media. */
export const lawOn = ({ day }: Moment, { regulations, provisions }: Rulebook): LawReference[] =>
  regulations
    .filter((regulation) => regulation.series === series && isInForce(regulation, day))
    .map(({ id, revoked }) => ({
      regulation: id,
      provisions: provisions
        .filter(({ regulation, subject }) => regulation === id && subject === paymentBan)
        .map(({ article }) => article),
      status: revoked === null ? 'in-force' : 'revoked',
    }));
