import type { Explanation } from '../core/explanation/explain';
import type { Language, Words } from '../core/explanation/words';
import type { Verdict } from '../core/verdict/verdict';
import { AnswerCard } from './AnswerCard';
import { EvidenceList } from './EvidenceList';
import { LanguageSwitch } from './LanguageSwitch';
import { ListedBaskets, type ListedItem } from './ListedBaskets';
import { OrderPath } from './OrderPath';
import { RightsCard } from './RightsCard';
import { RuleCard } from './RuleCard';
import { SourceLinks } from './SourceLinks';
import { UnreadList } from './UnreadList';

interface PopupProps {
  /** The first words of the caption of the item that the answer is about. */
  caption: string | null;
  verdict: Verdict;
  explanation: Explanation;
  listed: readonly ListedItem[];
  words: Words;
  onLanguage: (language: Language) => void;
  onReload: () => void;
}

/** The whole popup: the answer first, then how we know it, then what we do not know. */
export const Popup = ({ caption, verdict, explanation, listed, words, onLanguage, onReload }: PopupProps) => (
  <main class={`popup state-${explanation.state}`}>
    <header class="masthead">
      <img src="/icon/plain-32.png" width="20" height="20" alt="" />
      <h1>{words.language === 'id' ? 'Di Balik Keranjang' : 'Behind the Basket'}</h1>
      <LanguageSwitch words={words} onLanguage={onLanguage} />
    </header>
    {explanation.rulesOld && <p class="rules-old">{explanation.rulesOld}</p>}
    {caption && <p class="about">{words.say('popup.about', { caption })}</p>}
    <AnswerCard explanation={explanation} words={words} onReload={onReload} />
    <ListedBaskets listed={listed} words={words} />
    <OrderPath state={explanation.state} verdict={verdict} words={words} />
    {explanation.who && (
      <section>
        <h2>{words.say('heading.who')}</h2>
        {explanation.who.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <SourceLinks sources={explanation.who.sources} />
      </section>
    )}
    {explanation.rule && <RuleCard rule={explanation.rule} words={words} />}
    {explanation.rights && <RightsCard rights={explanation.rights} words={words} />}
    <EvidenceList seen={explanation.seen} note={explanation.seenNote} words={words} />
    <UnreadList unread={explanation.unread} words={words} />
    <footer>
      <strong>{words.say('popup.notice')}</strong>{' '}
      {words.say('popup.rulebook', {
        version: verdict.rulebook.version,
        date: words.date(verdict.rulebook.reviewed),
      })}
    </footer>
  </main>
);
