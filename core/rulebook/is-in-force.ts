import type { Regulation } from './rulebook';

/** Whether a regulation was in force on an ISO day: from its first day to before the day it was revoked. */
export const isInForce = ({ inForce, revoked }: Regulation, day: string): boolean =>
  inForce.date <= day && (revoked === null || day < revoked.date);
