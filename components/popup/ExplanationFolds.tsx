import type { Explanation } from '../../core/explanation/explain';
import type { AnswerState } from '../../core/explanation/state-of';
import { DisputeCard } from '../explanation/DisputeCard';
import { HelpList } from '../explanation/HelpList';
import { RightsCard } from '../explanation/RightsCard';
import { RuleCard } from '../explanation/RuleCard';
import { useReader } from '../explanation/reader';
import { Told } from '../explanation/Told';
import { WhoCard } from '../explanation/WhoCard';
import { EvidenceList } from './EvidenceList';
import { Fold } from './Fold';
import { ReportButton } from './ReportButton';
import { ShareButton } from './ShareButton';
import type { Saved } from './saved';
import { UnreadList } from './UnreadList';

interface ExplanationFoldsProps {
  explanation: Explanation;
  /** The page's, without query and fragment. */
  address: string;
  /** Whether the reason is told without a press. */
  tellsUnread: boolean;
  /** Where rules were not met: saves a report of it. */
  onReport?: () => Promise<Saved>;
}

/** Where nothing is bought, help is a row like the others: for one who has ordered already. */
const withoutOrder: readonly AnswerState[] = ['none', 'browse'];

/** All that stands behind the answer, a row each: who, which rule, who disputes it, rights, evidence. */
export function ExplanationFolds({ explanation, address, tellsUnread, onReport }: ExplanationFoldsProps) {
  const { words } = useReader();
  // Where it is not known who handles the order, the first screen says what was not read instead.
  const isKnown = explanation.owned !== null;
  const [reason] = explanation.unread;
  const { imitation, who, rule, disputed, rights, seen, seenNote, unread } = explanation;
  return (
    <>
      {imitation && (
        <Fold name="report" title={words.say('imitation.report')} gist={words.say('imitation.report-gist')}>
          <ol class="steps">
            {imitation.afterwards.map((step) => (
              <li key={step.text}>
                <Told sentence={step} />
              </li>
            ))}
          </ol>
          <h3>{words.say('imitation.where')}</h3>
          <HelpList help={imitation.report} />
        </Fold>
      )}
      {tellsUnread && !onReport && reason && (
        <section class="unread">
          <h2>{words.say('heading.unread')}</h2>
          <p>
            <Told sentence={reason} />
          </p>
        </section>
      )}
      {unread.length > 0 && (!tellsUnread || onReport) && (
        <Fold
          name="unread"
          title={words.say('heading.unread')}
          gist={words.say('label.gist-unread', { count: unread.length })}
          open={tellsUnread}
        >
          <UnreadList unread={unread} />
          {onReport && <ReportButton onReport={onReport} />}
        </Fold>
      )}
      {rights && !withoutOrder.includes(explanation.state) && (
        <div class="main-press">
          <Fold name="rights" title={words.say('popup.rights')}>
            <RightsCard rights={rights} />
          </Fold>
          <ShareButton explanation={explanation} address={address} />
        </div>
      )}
      {rights && withoutOrder.includes(explanation.state) && (
        <Fold name="rights" title={words.say('popup.rights')} gist={words.say('popup.rights-gist')}>
          <RightsCard rights={rights} />
        </Fold>
      )}
      {rule && (
        <Fold
          name="rule"
          title={words.say('heading.rule')}
          gist={rule.gist}
          lead={isKnown ? rule.plain : null}
        >
          <RuleCard rule={rule} />
        </Fold>
      )}
      {disputed && (
        <Fold name="disputed" title={words.say('heading.disputed')} lead={disputed.gist}>
          <DisputeCard dispute={disputed} />
        </Fold>
      )}
      {who && (
        <Fold name="who" title={words.say('heading.who')} gist={who.gist}>
          <WhoCard who={who} />
        </Fold>
      )}
      {seen.length > 0 && (
        <Fold
          name="seen"
          title={words.say('heading.seen')}
          gist={words.say('label.gist-seen', { count: seen.length })}
        >
          <EvidenceList seen={seen} note={seenNote} />
        </Fold>
      )}
    </>
  );
}
