import type { Words } from '../../core/explanation/words';
import type { DemoBrowser } from '../browser';

export const walkNames = ['shop', 'research', 'report'] as const;
type WalkName = (typeof walkNames)[number];

/** Texts of the demo alone, in both languages; what a button says comes from the product's own texts. */
interface InBoth {
  readonly id: string;
  readonly en: string;
}

/** What one may want to look at: where it begins in a window, what to do there, and how it goes where there is none. */
export interface Walk {
  readonly name: WalkName;
  readonly title: InBoth;
  /** A place to go to is written as Markdown writes links. */
  readonly steps: (words: Words) => readonly string[];
  /** Opens where the walk begins, in the browser's window. */
  begin(browser: DemoBrowser): Promise<void>;
  /** Walks it without a window: pictures and files go into the folder, and each step is told. */
  walk(browser: DemoBrowser, folder: string, tell: (line: string) => void): Promise<void>;
}
