const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML and SVG write it, in an element or in an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] as string);
