/** One item of CSL-JSON 1.0.2, as reference managers take it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'legislation';
  readonly title: string;
  readonly 'container-title'?: string;
  readonly number?: string;
  readonly section?: string;
  readonly issued: { readonly 'date-parts': readonly [readonly number[]] };
  readonly URL?: string;
  readonly language: string;
  readonly note: string;
}

/** A citation of one fact: for a text, and for a reference manager (one item a source). */
export interface Citation {
  readonly text: string;
  readonly csl: readonly CslItem[];
}

/** A date (YYYY, YYYY-MM or YYYY-MM-DD) as CSL writes it. */
export const issuedOn = (date: string): CslItem['issued'] => ({
  'date-parts': [date.split('-').map(Number)],
});

/** CSL-JSON as a file or the clipboard holds it: an array of items. */
export const cslText = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`;
