import punycode from 'punycode/punycode.js';

/** A label of a host's name with foreign letters as themselves; broken punycode is kept as it is written. */
export function writtenLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  try {
    return punycode.decode(label.slice(4)).toLowerCase();
  } catch {
    return label;
  }
}

/** A whole name so; text of a page's address, to be shown as text only. */
export const writtenHost = (host: string): string => host.split('.').map(writtenLabel).join('.');
