import { writtenLabel } from './written-host';

/** How a label of a host's name is read when one looks at it only fleetingly. */
export interface FoldedLabel {
  /** As written; foreign letters as themselves, not as punycode. */
  readonly written: string;
  /** Foreign letters replaced by the Latin ones they look like, `?` where they look like none. */
  readonly latin: string;
  /** `latin` with digits read as letters: one reading for each letter a digit may stand for. */
  readonly undigited: readonly string[];
  readonly isForeign: boolean;
}

export interface FoldingRules {
  /** Latin letter → the letters that look like it. */
  readonly confusables: Readonly<Record<string, string>>;
  /** Digit → the letters it may stand for. */
  readonly digits: Readonly<Record<string, string>>;
}

/** Longest part of a label that is looked at: no label of a real name is longer. */
const longestLabel = 63;

/** Folds one label. Broken punycode is kept as it is written. Never throws. */
export function foldLabel(label: string, rules: FoldingRules): FoldedLabel {
  const written = writtenLabel(label.slice(0, longestLabel));
  const latin = toLatin(written, rules);
  // "1" may stand for "i" or "l": all the same one or all the same other is reading enough.
  const readings = [0, 1].map((choice) =>
    latin.replace(/\d/g, (digit) => rules.digits[digit]?.at(choice) ?? rules.digits[digit]?.at(-1) ?? digit),
  );
  return { written, latin, undigited: [...new Set(readings)], isForeign: /[^\x20-\x7e]/.test(written) };
}

function toLatin(text: string, { confusables }: FoldingRules): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...bare]
    .map((letter) => {
      if (letter <= '~') return letter;
      return Object.entries(confusables).find(([, twins]) => twins.includes(letter))?.[0] ?? '?';
    })
    .join('');
}
