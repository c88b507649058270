/** How far the page's own text has been parsed. Brought into the page as it stands here. */
export const readyState = (): DocumentReadyState => document.readyState;
