import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a store shows about the extension, in one language. */
export interface Listing {
  readonly name: string;
  /** Chrome takes at most 132 characters, from the manifest itself. */
  readonly summary: string;
  /** Plain text: Chrome and Edge draw no Markdown. */
  readonly description: string;
}

/** Name and summary are those that the manifest carries; the description is `listing/<language>.txt`. */
export function listingIn(language: 'id' | 'en'): Listing {
  const messages = JSON.parse(
    readFileSync(join(import.meta.dirname, `../public/_locales/${language}/messages.json`), 'utf8'),
  );
  return {
    name: messages.extensionName.message,
    summary: messages.extensionDescription.message,
    description: readFileSync(join(import.meta.dirname, `listing/${language}.txt`), 'utf8'),
  };
}
