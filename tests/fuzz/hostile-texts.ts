import fc from 'fast-check';

/** Texts that have broken programs before: markup, names of the prototype, bidi, zero-width, halves of letters, numbers. */
const hostileTexts: readonly string[] = [
  '',
  '<script>globalThis.wasRun = true</script>',
  '<img src=x onerror="globalThis.wasRun = true">',
  '"><svg onload=globalThis.wasRun=true>',
  '</script><script>globalThis.wasRun=true</script>',
  '<!--',
  ']]>',
  '{name}',
  '{count, plural, other {#}}',
  '<b>tebal</b>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '\u202egnp.exe\u202c',
  '\u2066\u2069\u200f\u200e',
  '\u200b\u200d\ufeff\u2060',
  '\u0000\u0007\u001b[2J',
  '\ud800',
  '\udc00x',
  '\uffff',
  '👩‍👩‍👧‍👦',
  'ｔｉｋｔｏｋ',
  'тікток',
  '33',
  '35',
  '0',
  '-1',
  '1e308',
  'NaN',
  'null',
  '[]',
  '{}',
  '[{"type":33,',
  '\\',
  '\\u0022',
  "'; DROP TABLE rows; --",
  '=HYPERLINK("https://example.org")',
  '../../../../etc/passwd',
  'javascript:globalThis.wasRun=true',
  'https://shop-id.tokopedia.com/pdp/x/1730000000000000001',
  'https://shop-id.tokopedia.com.example/pdp/x/1730000000000000001',
  'https://shop-id.tokopedia.com@example.net/pdp/x/1730000000000000001',
  'a'.repeat(5000),
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileTexts))
      .map((parts) => parts.join('')),
  },
);

/** An edit of a text: places are parts of its length. */
interface Edit {
  readonly how: 'cut' | 'double' | 'remove' | 'insert' | 'replace';
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom('cut', 'double', 'remove', 'insert', 'replace'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })),
  text: hostileText,
});

function edited(text: string, { how, from, length, text: other }: Edit): string {
  const at = Math.floor(from * text.length);
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (how === 'cut') return before;
  if (how === 'double') return before + part + part + after;
  if (how === 'remove') return before + after;
  return how === 'insert' ? before + other + part + after : before + other + after;
}

/** One of these texts, edited up to `most` times. */
export const editedText = (texts: readonly string[], most = 3): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: most }))
    .map(([text, edits]) => edits.reduce(edited, text));
