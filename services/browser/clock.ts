/** The current time as ISO text in UTC: the only clock of the product. */
export const nowAsIso = (): string => new Date().toISOString();

/** Minutes by which the device's time is ahead of UTC now: 420 in WIB. */
export const minutesAheadOfUtc = (): number => -new Date().getTimezoneOffset();
