import { render } from 'preact';
import { ReviewEditor, type ReviewEditorProps } from '../../../components/capture/ReviewEditor';
import { ReaderContext } from '../../../components/explanation/reader';
import { LanguageSwitch } from '../../../components/LanguageSwitch';
import '../../../components/look.css';
import '../../../components/capture/review-editor.css';
import type { Cover } from '../../../core/capture/review/cover';
import { coversOfPlaces } from '../../../core/capture/review/covers-of-places';
import { type Language, wordsIn } from '../../../core/explanation/words';
import { fillCovers } from '../../../services/capture/draw/fill-covers';

interface Ask extends Pick<ReviewEditorProps, 'places' | 'part' | 'scale'> {
  readonly w: number;
  readonly h: number;
  readonly language: Language;
}

/** A page of the shop as it might be captured, in loud colours between: no two neighbours are the same. */
function paint(w: number, h: number, { places, part, scale }: Ask): OffscreenCanvas {
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const wide = context.createLinearGradient(0, 0, w, h);
  for (let n = 0; n <= 8; n += 1)
    wide.addColorStop(n / 8, ['#f6f1e2', '#dfe9f5', '#f8e3da'][n % 3] as string);
  context.fillStyle = wide;
  context.fillRect(0, 0, w, h);
  context.fillStyle = '#1d1a12';
  context.font = `${16 * scale}px sans-serif`;
  for (let y = 30 * scale; y < h; y += 64 * scale)
    context.fillText(`Keranjang kuning, baris ${Math.round(y)}`, 24 * scale, y);
  context.fillStyle = '#0b5cad';
  for (const place of places)
    context.fillText(
      'Kenanga 0812',
      (place.x - part.x) * scale,
      (place.y - part.y + place.h * 0.75) * scale,
      place.w * scale,
    );
  return canvas;
}

function start(ask: Ask): void {
  const picture = paint(ask.w, ask.h, ask);
  const result = {
    covers: null as readonly Cover[] | null,
    discarded: 0,
    picture,
    filled: null as OffscreenCanvas | null,
  };
  Object.assign(window, {
    result,
    /** Stores the covers as they are suggested, as if all were kept. */
    fill: () => {
      const size = { w: ask.w, h: ask.h };
      const all = coversOfPlaces(ask.places, ask.part, ask.scale, size);
      result.filled = fillCovers(
        picture,
        all.map((cover) => ({ ...cover, state: 'kept' as const })),
        ask.scale,
      );
    },
  });
  const show = (language: Language) => {
    document.documentElement.lang = language;
    const words = wordsIn(language);
    document.title = words.say('redact.heading');
    render(
      <ReaderContext.Provider value={{ words, cite: () => null }}>
        <main>
          <h1 class="switch" style={{ clipPath: 'inset(50%)', fontSize: '1px' }}>
            {words.say('label.name')}
          </h1>
          <div class="switch">
            <LanguageSwitch words={words} onLanguage={show} />
          </div>
          <ReviewEditor
            {...ask}
            picture={picture}
            onDone={(covers) => {
              result.covers = covers;
              result.filled = fillCovers(picture, covers, ask.scale);
            }}
            onDiscard={() => {
              result.discarded += 1;
            }}
          />
        </main>
      </ReaderContext.Provider>,
      document.body,
    );
  };
  show(ask.language);
}
Object.assign(window, { start });
