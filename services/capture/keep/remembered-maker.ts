import browser from 'webextension-polyfill';

/** Who takes captures and for what, as they last wished to be named; '' where they do not. */
export interface Maker {
  readonly collector: string;
  readonly caseRef: string;
}

/** As it was typed at the last review. */
export async function readMaker(): Promise<Maker> {
  const { collector, caseRef } = await browser.storage.local.get(['collector', 'caseRef']);
  const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { collector: asText(collector), caseRef: asText(caseRef) };
}

export const saveMaker = ({ collector, caseRef }: Maker): Promise<void> =>
  browser.storage.local.set({ collector, caseRef });
