/** A parsed text, or undefined when it is not JSON (JSON has no undefined). Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
