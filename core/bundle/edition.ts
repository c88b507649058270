import { texts } from '../explanation/texts/languages';
import type { Rulebook } from '../rulebook/rulebook';
import { sha256Hex, utf8ToBytes } from './bytes';

/**
 * The edition of the words that a capture is told in: SHA-256 of rulebook and texts. Rules and texts are edited between two
 * versions too, and who wrote with others wrote other sentences by right.
 */
export const editionOf = (rulebook: Rulebook): string =>
  sha256Hex(utf8ToBytes(JSON.stringify([rulebook, texts.id, texts.en])));
