import fc from 'fast-check';
import { expect } from 'vitest';
import { pageFromHtml } from '../../core/page/from-html';
import { looks } from '../../core/page/look';
import { builtInRulebook as rulebook } from '../../core/rulebook/built-in';
import { demoPages } from '../../demo/shop/demo-pages';
import { judgeToday } from '../builders/pages';
import { holdsFor } from './holds-for';

const ours = demoPages.filter(({ address }) =>
  rulebook.hosts.hosts.some(({ host }) => host === new URL(address).hostname),
);
const absent = ['challenge', 'log-in', 'error', 'empty', 'not-yet', 'no-answer'] as const;

const refused = fc.record({
  status: fc.integer({ min: 400, max: 999 }),
  look: fc.constantFrom(null, ...looks),
});
const standIn = fc.record({ status: fc.constantFrom(null, 200, 204, 301), look: fc.constantFrom(...absent) });

holdsFor(
  'pages that never came',
  5000,
  fc.record({
    page: fc.nat({ max: ours.length - 1 }),
    holdsState: fc.boolean(),
    came: fc.oneof(refused, standIn),
    marks: fc.subarray(rulebook.signals.marks.map(({ id }) => id)),
  }),
  ({ page: index, holdsState, came, marks }) => {
    const { address, html } = ours[index] as (typeof ours)[number];
    const page = pageFromHtml(html, address, rulebook.signals);
    // Whatever a page answered with an error holds; what only looks like no page holds no state.
    const { status, look } = came;
    const states = holdsState && status !== null && status >= 400 ? page.states : {};
    const verdict = judgeToday({ ...page, states, marks, drawnLink: null, status, sight: look });
    expect(verdict).toMatchObject({ basket: 'unknown', processor: 'unknown', drift: [], lookalike: null });
    expect(
      verdict.unread.some(({ what }) => what === 'page'),
      address,
    ).toBe(true);
  },
);
