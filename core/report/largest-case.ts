/** Characters of the largest case file that is made or taken. */
export const largestCase = 2_000_000;
