export interface HoldingRules {
  readonly commerceWords: readonly string[];
  readonly ordinaryWords: readonly string[];
  /** Words ending in "tik" that may stand before "toko": together they hold a brand by chance. */
  readonly wordsBeforeToko: readonly string[];
  readonly wordsFromTok: readonly string[];
  /** Words that begin with "o": in "tiktokofficial" no "toko" begins. */
  readonly wordsFromO: readonly string[];
  /** Words that begin with "ped": "tok pedas" is no nickname. */
  readonly wordsFromPed: readonly string[];
}

interface HeldBrand {
  readonly word: string;
  /** False for a nickname: short, and so only meant where a word begins. */
  readonly typos: boolean;
}

/** Whether a text holds the brand's word, and not just by two other words meeting ("batik" + "toko"). */
export function holdsBrand(text: string, { word, typos }: HeldBrand, rules: HoldingRules): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const start = Math.max(text.lastIndexOf('-', at), text.lastIndexOf('_', at)) + 1;
    const [part = ''] = text.slice(start).split(/[-_]/);
    if (rules.ordinaryWords.includes(part)) continue;
    const isMeant = typos
      ? !isMeeting(text.slice(start, at + 3), text.slice(at + 3), rules)
      : beginsNickname(text.slice(start, at), rules) &&
        !rules.wordsFromPed.some((other) => text.startsWith(other, at + 3));
    if (isMeant) return true;
  }
  return false;
}

const longEnough = 6;

function isMeeting(before: string, from: string, rules: HoldingRules): boolean {
  if (!rules.wordsFromTok.some((start) => from.startsWith(start))) return false;
  return rules.wordsBeforeToko.some((word) => {
    if (!before.endsWith(word)) return false;
    // A long word is itself; the end of a short one may be another's ("shoptiktokofficial" holds "optik").
    if (word.length >= longEnough) return true;
    const rest = `o${from.slice(4)}`;
    return (
      beginsWord(before.slice(0, -word.length), rules) &&
      !rules.wordsFromO.some((other) => rest.startsWith(other))
    );
  });
}

/** A nickname may also follow a long word of its own ("asuransi"); "stok" and the ends of short words are others. */
const beginsNickname = (before: string, rules: HoldingRules): boolean =>
  beginsWord(before, rules) || (before.length >= longEnough && !before.endsWith('s'));

/** Whether a word may begin after this text: at a part's start, after a digit or after a commerce word. */
const beginsWord = (before: string, { commerceWords }: HoldingRules): boolean =>
  !/[a-z]$/.test(before) || commerceWords.some((word) => before.endsWith(word));
