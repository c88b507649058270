/** In CSS pixels: what is shown has this much room around it. */
const room = 24;

/** Scrolls `box`, and nothing around it, until the element within is seen; not at all where it is seen already. */
export function reveal(box: HTMLElement | null, selector: string): void {
  const element = box?.querySelector(selector);
  if (!box || !element) return;
  const frame = box.getBoundingClientRect();
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const by = (start: number, end: number, from: number, to: number) => {
    if (start >= from && end <= to) return 0;
    return start < from || end - start > to - from ? start - from - room : end - to + room;
  };
  box.scrollBy({
    left: by(left, right, frame.left, frame.left + box.clientWidth),
    top: by(top, bottom, frame.top, frame.top + box.clientHeight),
  });
}
