/** In which order flows are shown. */
export const flowOrders = ['newest', 'oldest', 'most-rows'] as const;
export type FlowOrder = (typeof flowOrders)[number];
