/** A text as a terminal may show it: signs that would move the cursor, colour or turn the writing round made visible. */
export const shownText = (text: string): string => text.replace(/[^\P{C}\n]|[\u2028\u2029]/gu, '\ufffd');

/** A name or an argument, which has no lines either. */
export const shownName = (text: string): string => shownText(text).replaceAll('\n', '\ufffd');

/** JSON with the same signs written as escapes: JSON itself leaves DEL, C1 and the signs that turn writing round raw. */
export const shownJson = (json: string): string =>
  json.replace(/[^\P{C}\n]|[\u2028\u2029]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((n) => `\\u${sign.charCodeAt(n).toString(16).padStart(4, '0')}`)
      .join(''),
  );
