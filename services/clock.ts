/** The current time as ISO text in UTC: the only clock of the product. */
export const nowAsIso = (): string => new Date().toISOString();
