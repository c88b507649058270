import { shownMasked } from '../../address/masked-parts';
import type { CaptureFacts } from '../../bundle/capture-facts';
import { type LabelKey, type WrittenLanguage, wordsIn } from '../../explanation/words';
import type { KeptCapture } from '../kept-capture';
import { sharesOf } from './share-lines';

/** Pixels an inch that print asks for, and centimetres of an inch. */
const printed = { dpi: 300, inch: 2.54 };

/**
 * What goes to print beside a captured picture, in both languages: caption with rule, ownership and dispute, alternative
 * text, credit, sources, id and print size. It says what the signed facts and the stamp say, and nothing else.
 *
 * @param archived addresses of copies that archives hold
 */
export const writeCaption = (
  capture: KeptCapture,
  facts: CaptureFacts,
  archived: readonly string[] = [],
): string =>
  (['id', 'en'] as const).map((language) => captionIn(language, capture, facts, archived)).join('\n\n');

function captionIn(
  language: WrittenLanguage,
  capture: KeptCapture,
  facts: CaptureFacts,
  archived: readonly string[],
): string {
  const { say } = wordsIn(language);
  const { when, owned, columns } = sharesOf(capture, language);
  const { answer } = facts.explanation[language];
  const [rule] = columns;
  const page = facts.page_url ?? shownMasked(facts.page_url_masked);
  const covered = facts.redactions.length;
  const told = [
    answer,
    ...(owned === null ? [] : [`PT Tokopedia: ${owned}.`]),
    ...columns.map(({ heading, text }) => `${heading}: ${text}`),
  ];
  const { w, h } = facts.image;
  const cm = (pixels: number): number => (pixels / printed.dpi) * printed.inch;
  const row = (key: LabelKey, text: string): string => `${say(key)}: ${text}`;
  return [
    say('caption.heading'),
    row('caption.text', told.join(' ')),
    row(
      'caption.alt',
      say('caption.alt-text', { host: new URL(facts.page_url_masked).hostname, when, answer, n: covered }),
    ),
    row('caption.credit', [facts.collector, say('label.name')].filter(Boolean).join(' / ')),
    row(facts.page_url ? 'stamp.page-named' : 'stamp.page', page),
    row('stamp.time', `${when}. ${say('stamp.clock')}`),
    ...sourcesOf(facts, language, rule?.heading).map((source) => row('caption.source', source)),
    ...archived.map((address) => row('caption.archived', address)),
    row('stamp.capture', facts.capture_id),
    row('stamp.key', facts.key_fingerprint),
    row('caption.print', say('caption.print-size', { w, h, cmW: cm(w), cmH: cm(h), dpi: printed.dpi })),
    say('caption.check'),
  ].join('\n');
}

/** What the rule's sentence rests on, as the signed facts name it. */
function sourcesOf(facts: CaptureFacts, language: WrittenLanguage, rule: string | undefined): string[] {
  const sentence = facts.explanation[language].sentences.find(({ text }) => text === rule);
  const ids = facts.facts
    .filter(({ fact }) => sentence?.facts.includes(fact))
    .flatMap(({ sources }) => sources);
  return facts.sources
    .filter(({ id }) => ids.includes(id))
    .map(({ title, publisher, date, address }) =>
      [publisher, title, date, address].filter((part) => part !== null && part !== '').join(', '),
    );
}
