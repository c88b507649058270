import { useId } from 'preact/hooks';
import { shownMasked } from '../../core/address/masked-parts';
import type { CaptureFacts } from '../../core/bundle/capture-facts';
import type { Check } from '../../core/bundle/verify/check';
import type { VerifierKey, VerifierWords } from '../../core/bundle/words';

interface CaptureFactsListProps {
  facts: CaptureFacts;
  checks: readonly Check[];
  /** Addresses of copies that archives hold, by the signed notes. */
  archived: readonly string[];
  words: VerifierWords;
}

/** What the capture says of itself; all of it plain text. */
export function CaptureFactsList({ facts, checks, archived, words }: CaptureFactsListProps) {
  const id = useId();
  const trusted = checks.find(({ check, outcome }) => check === 'time' && outcome === 'holds')?.values?.time;
  const { answer } = facts.explanation[words.language];
  const rows: readonly (readonly [VerifierKey, string | null | undefined])[] = [
    facts.page_url
      ? ['facts.page-named', facts.page_url]
      : ['facts.page', shownMasked(facts.page_url_masked)],
    ['facts.taken', `${facts.taken_utc} (${offsetOf(facts.tz_offset_min, words)})`],
    ['facts.trusted', trusted],
    ['facts.rulebook', facts.ruleset_version],
    ['facts.browser', `${facts.browser}, ${facts.os_family}`],
    ['facts.by', facts.collector],
    ['facts.case', facts.case_ref],
    ['facts.archived', archived.join('\n')],
    ['facts.id', facts.capture_id],
    ['facts.limits', facts.limits_text[words.language]],
  ];
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{words.say('facts.heading')}</h2>
      <p class="answer">{answer}</p>
      <dl>
        {rows.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{words.say(key)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function offsetOf(minutes: number, words: VerifierWords): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return words.say('offset', {
    sign: minutes < 0 ? '−' : '+',
    hours: two(Math.floor(size / 60)),
    minutes: two(size % 60),
  });
}
