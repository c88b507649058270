/** What a study may be called: it becomes the name of a folder. */
export const studyName = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** A study's name as people write it, "Studi Keranjang 2026", as one that it may be called; '' where nothing is left. */
export const studyNameOf = (written: string): string =>
  written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
