import { type DayCounts, noBaskets, type RecordCounts } from '../../core/monitor/record-counts';

export const dayOf = (day: string, baskets: Partial<DayCounts['baskets']>, unread = 0): DayCounts => ({
  day,
  baskets: { ...noBaskets(), ...baskets },
  unread,
});

/** What a small record adds up to. */
export const someCounts: RecordCounts = {
  rows: 120,
  erased: 2,
  unreadable: 0,
  studies: ['uji-coba'],
  rulebooks: ['2026.11.24'],
  days: [
    dayOf('2026-11-03', { tokopedia: 28, 'tiktok-shop': 2, conflicting: 3 }, 4),
    dayOf('2026-11-10', { tokopedia: 5, unknown: 1 }),
    dayOf('2026-11-12', {}, 2),
  ],
  steps: [
    {
      step: 'basket',
      flows: 40,
      hosts: [
        {
          host: 'www.tiktok.com',
          party: 'tiktok',
          flows: 40,
          requests: { 'resource-timing': 90, 'web-request': 120, har: 0 },
        },
        {
          host: 'a<b>&"c".example',
          party: 'other',
          flows: 3,
          requests: { 'resource-timing': 3, 'web-request': 0, har: 0 },
        },
      ],
    },
    { step: 'product', flows: 4, hosts: [] },
  ],
};
