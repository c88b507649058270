/** What became of a press that saves a file: its name, and whether it leads to the answer that was shown; or why not. */
export type Saved =
  | { readonly name: string; readonly same: boolean }
  | { readonly failed: 'unread' | 'too-large' | 'other' };
