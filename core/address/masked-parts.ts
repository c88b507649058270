/** Stands for a name or a number that was taken out of an address. */
const maskedPart = '_';
/** What a record writes for a number that a rule asks for; bundles of before 2026-12 wrote it too. */
const numberOfRecords = /^00000(?:\.html)?$/;

/** An address without the zeros that stand for a number: nobody takes it for one that can be opened. */
export const withoutZeros = (address: string): string =>
  inParts(address, (part) => (numberOfRecords.test(part) ? maskedPart : part));

/** A masked address for readers: what was taken out is an ellipsis, also in bundles that wrote zeros for it. */
export const shownMasked = (address: string): string =>
  inParts(withoutZeros(address), (part) => {
    if (part === maskedPart) return '…';
    return part === `@${maskedPart}` ? '@…' : part;
  });

const inParts = (address: string, write: (part: string) => string): string =>
  address.split('/').map(write).join('/');
