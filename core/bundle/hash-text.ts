import * as v from 'valibot';

/** A SHA-256 as it is written: 64 digits, small letters. */
export const hashText = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
