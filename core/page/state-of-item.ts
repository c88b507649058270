import { fieldOf } from './follow-path';
import { parseJson } from './parse-json';
import type { SignalRules } from './signal-rules';

/**
 * A state as far as its item needs it: wherever the rules look for items and their status, it says what all of it parsed
 * says. What stands before the item and the object around it (the scope of a page) are parsed; what follows is parsed
 * where it is short, else searched for a second object of the same name, however that is written, and for its end.
 * So path and item are whole in every state that is read, and the work follows them, not the page.
 *
 * @returns undefined when it is no JSON: path or item are not whole, or what follows is short and broken, or long and cut
 */
export function stateOfItem(text: string, rules: SignalRules): unknown {
  const found = aroundScope(text, rules);
  // Names that stand twice, or written with signs for letters, or elsewhere: only the whole state tells what they mean.
  return found === undefined ? parseJson(text) : found;
}

function aroundScope(text: string, { item, limits }: SignalRules): unknown {
  const paths = [...item.places, ...item.status];
  const names = new Set(paths.flatMap((path) => path.slice(0, 2)));
  // Inside a text a quote has a backslash before it: a name between bare quotes is a name, or the end of a longer one.
  const nameOrSign = new RegExp(
    `"(?:${[...names].join('|').replace(/[-.]/g, '\\$&')})"|\\\\u00(?:[4-7]|3\\d|2[dDeE])`,
    'g',
  );
  const next = (): string | undefined => nameOrSign.exec(text)?.[0].slice(1, -1);
  let scope = next();
  while (paths.some(([root]) => root === scope)) scope = next();
  const [root] = paths.find((path) => path[1] === scope) ?? [];
  const start = text.indexOf('{', nameOrSign.lastIndex);
  if (!scope || !root || start < 0 || text.slice(nameOrSign.lastIndex, start).trim() !== ':')
    return undefined;
  const end = endOfObject(text, start);
  // A zero stands in the scope's place: where it is found again, the scope stood on the way that the rules go.
  const state = parseJson(`${text.slice(0, start)}0}}`);
  const fields = fieldOf(state, root) as Record<string, unknown> | undefined;
  nameOrSign.lastIndex = end;
  if (fieldOf(fields, scope) !== 0 || next() !== undefined) return undefined;
  const isEnded =
    text.length - end > limits.behindCharacters
      ? text.trimEnd().endsWith('}')
      : parseJson(`{"":{"":0${text.slice(end)}`) !== undefined;
  const own = isEnded ? parseJson(text.slice(start, end)) : undefined;
  if (own === undefined || fields === undefined) return undefined;
  fields[scope] = own;
  return state;
}

/** Where the object ends that begins at `start`, or the text. One pass, from sign to sign. */
function endOfObject(text: string, start: number): number {
  const sign = /["{}]/g;
  sign.lastIndex = start;
  for (let depth = 0; sign.test(text); ) {
    const at = sign.lastIndex - 1;
    if (text[at] === '"') sign.lastIndex = endOfText(text, at);
    else depth += text[at] === '{' ? 1 : -1;
    if (depth === 0) return sign.lastIndex;
  }
  return text.length;
}

/** Where the text ends whose first quote is at `start`, or all of it. */
function endOfText(text: string, start: number): number {
  let end = start;
  let slashes: number;
  do {
    end = text.indexOf('"', end + 1);
    slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
  } while (slashes % 2 === 1);
  return end < 0 ? text.length : end + 1;
}
