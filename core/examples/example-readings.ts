import type { Reading } from '../page/page';
import readings from './readings.json';

export const exampleNames = [
  'video-basket',
  'product',
  'other-region',
  'video-plain',
  'conflicting',
  'unread',
  'robot-check',
  'look-alike',
] as const;
export type ExampleName = (typeof exampleNames)[number];

/** A page that is nobody's, as our script would read it: for a reader who wants to see an answer without a shop at hand. */
export interface Example {
  readonly name: ExampleName;
  readonly reading: Reading;
}

/** Made-up pages, in the shapes of captured ones; they are judged like any other page. */
export const examples = readings as readonly Example[];

export const exampleNamed = (name: string): Example | null =>
  examples.find((example) => example.name === name) ?? null;
