import type { WrittenLanguage } from './words';

/** Indonesian where the reader's own language is Indonesian, else English. */
export const languageFor = (tag: string): WrittenLanguage => (/^(id|in)\b/i.test(tag) ? 'id' : 'en');
