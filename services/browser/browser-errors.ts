/** Errors that a browser tells by their words alone; tests/services/browser/browser-errors.test.ts holds the words of each. */

/** The tab, or the page in it, is not there any more. */
export const isTabGone = (cause: unknown): boolean =>
  /no tab|invalid tab|tab (?:was closed|not found)|frame .*(?:removed|not found)|no frame/i.test(
    String(cause),
  );

/** More pictures were asked for in a second than the browser gives. */
export const isPictureQuota = (cause: unknown): boolean => /quota|MAX_CAPTURE/i.test(String(cause));

/** The browser lets us not near this page. */
export const isForbidden = (cause: unknown): boolean =>
  /permission|cannot access|cannot be scripted/i.test(String(cause));

/** What a person can be told of any error: the words it came with. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Does what a person pressed for: null where it worked, else why not, to be said. */
export async function failureOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (cause) {
    return reasonOf(cause);
  }
}
