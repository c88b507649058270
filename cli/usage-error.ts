import { shownName } from './shown-text';

/** A mistake in the command's words: told in one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /** Arguments and file names stand in it: none of their signs may reach a terminal raw. */
  constructor(message: string) {
    super(shownName(message));
  }
}
