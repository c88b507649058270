/** All that a note says, in the reader's language. Nothing of it is the page's own text. */
export interface NoteWords {
  readonly language: string;
  readonly name: string;
  readonly answer: string;
  readonly details: string;
  readonly detailsText: string;
  readonly close: string;
  readonly never: string;
}
