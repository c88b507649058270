import type { Language } from '../../core/explanation/words';
import type { Policy } from '../../core/policy/read-policy';
import { useReader } from '../explanation/reader';
import { Masthead } from '../Masthead';
import { AboutSection, type AboutSectionProps } from './AboutSection';
import { DataSection, type DataSectionProps } from './DataSection';
import { KeysSection, type KeysSectionProps } from './KeysSection';
import { LanguageSection } from './LanguageSection';
import { NoteSection, type NoteSectionProps } from './NoteSection';
import { RecordingSection, type RecordingSectionProps } from './RecordingSection';
import { RulebookSection, type RulebookSectionProps } from './RulebookSection';
import { SigningSection, type SigningSectionProps } from './SigningSection';

export interface OptionsPageProps
  extends RecordingSectionProps,
    NoteSectionProps,
    RulebookSectionProps,
    DataSectionProps,
    SigningSectionProps,
    KeysSectionProps,
    AboutSectionProps {
  policy: Policy;
  /** Fields of the organisation's policy that could not be used. */
  ignored: readonly string[];
  /** Why the last press did not work; null where it did. */
  failed: string | null;
  onLanguage: (language: Language) => void;
}

/** Everything that can be set, and all that is kept, on one page. */
export function OptionsPage(props: OptionsPageProps) {
  const { words } = useReader();
  const isManaged = Object.values(props.policy).some((value) => value !== null);
  return (
    <main class="page options">
      <Masthead title={words.say('options.heading')} onLanguage={props.onLanguage} />
      {props.failed !== null && (
        <p class="stopped failed" role="alert">
          {words.say('label.failed', { reason: props.failed })}
        </p>
      )}
      {isManaged && <p class="managed">{words.say('managed.some')}</p>}
      {props.ignored.length > 0 && (
        <p class="managed" role="status">
          {words.say('managed.ignored', { fields: props.ignored.join(', ') })}
        </p>
      )}
      <LanguageSection fixed={props.policy.language !== null} onLanguage={props.onLanguage} />
      <RecordingSection {...props} />
      <NoteSection {...props} />
      <RulebookSection {...props} />
      <DataSection {...props} />
      <SigningSection {...props} />
      <KeysSection {...props} />
      <AboutSection {...props} />
    </main>
  );
}
