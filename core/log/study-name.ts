/** What a study may be called: it becomes the name of a folder. */
export const studyName = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
