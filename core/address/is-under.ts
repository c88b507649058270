/** Whether a host is a registrable domain or lies under it, dot by dot. */
export const isUnder = (hostname: string, domain: string): boolean =>
  hostname === domain || hostname.endsWith(`.${domain}`);
