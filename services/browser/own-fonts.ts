/** Our fonts, there to be drawn with: a canvas takes what is loaded and waits for nothing. */
export async function loadOwnFonts(): Promise<void> {
  await Promise.all([...document.fonts].map((font) => font.load()));
}
