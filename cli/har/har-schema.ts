import * as v from 'valibot';

/** What is absent or of another type reads as '': an export may lack a field and still be worth reading. */
const text = v.fallback(v.string(), '');
/** Some tools write numbers as texts. */
const wholeNumber = v.fallback(
  v.nullable(
    v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))]),
  ),
  null,
);
const product = v.fallback(v.object({ name: text, version: text }), { name: '', version: '' });
const headers = v.fallback(v.array(v.fallback(v.object({ name: text, value: text }), nothing())), []);

/** The part of HAR 1.2 that makes a file one; its entries are looked at one by one. */
export const harSchema = v.object({
  log: v.object({ browser: product, creator: product, entries: v.array(v.unknown()) }),
});

/** An entry needs a time and an address; fields with `_` are what browsers add to the format. */
export const entrySchema = v.object({
  startedDateTime: v.string(),
  pageref: text,
  _resourceType: text,
  _initiator: v.fallback(v.object({ url: text }), { url: '' }),
  request: v.object({ url: v.string(), method: text, headers }),
  response: v.fallback(
    v.object({
      status: wholeNumber,
      redirectURL: text,
      headers,
      content: v.fallback(v.object({ mimeType: text, text, encoding: text, size: wholeNumber }), noContent()),
    }),
    { status: null, redirectURL: '', headers: [], content: noContent() },
  ),
});

export type Product = v.InferOutput<typeof product>;
export type RawEntry = v.InferOutput<typeof entrySchema>;

function nothing() {
  return { name: '', value: '' };
}

function noContent() {
  return { mimeType: '', text: '', encoding: '', size: null };
}
