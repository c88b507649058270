import { anyKey, type Shape, type ShapeParts, valueKinds } from './shape-of';

const kinds: ReadonlySet<string> = new Set(valueKinds);
const whole: ReadonlySet<string> = new Set(['nothing', 'not-json', 'too-large']);
/** What may stand as a key whoever wrote the shape: no mail address, no number of any length, no sentence. */
const plainKey = /^(?=.{1,60}$)(?!(?:.*?\d){4})[\w$./()-]+$/;
const most = { parts: 20_000, depth: 60 };

/** Whether a value is a shape that our script can have made: a page's process is not trusted to send one. */
export function isShape(value: unknown): value is Shape {
  let left = most.parts;
  const visit = (shape: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > most.depth) return false;
    if (typeof shape === 'string')
      return whole.has(shape) || shape.split('|').every((kind) => kinds.has(kind));
    if (typeof shape !== 'object' || shape === null || Array.isArray(shape)) return false;
    return Object.entries(shape as ShapeParts).every(([name, part]) => {
      if (name === 'cut') return part === true;
      if (name === 'also') return typeof part === 'string' && visit(part, depth + 1);
      if (name === 'list' || name === 'json') return visit(part, depth + 1);
      return (
        name === 'object' &&
        typeof part === 'object' &&
        Object.entries(part).every(
          ([key, field]) => (key === anyKey || plainKey.test(key)) && visit(field, depth + 1),
        )
      );
    });
  };
  return visit(value, 0);
}
