import { personalShape } from './guard';

/** A letter first: a table program must not take the code for a number, nor a number for the code. */
const shape = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** Whether a text may be what a participant is called in a study; what looks like a phone, a mail or a name's number may not. */
export const participantCode = (text: string): boolean => shape.test(text) && personalShape(text) === null;

/** Whether a text is a pseudonym as the extension makes them. */
export const isPseudonym = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
