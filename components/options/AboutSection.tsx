import { useReader } from '../explanation/reader';
import { Section } from './Section';

export interface AboutSectionProps {
  version: string;
  /** Where the source code stands; null where the build names no place. */
  homepage: string | null;
}

export function AboutSection({ version, homepage }: AboutSectionProps) {
  const { words } = useReader();
  return (
    <Section name="about">
      <p>{words.say('options.version', { version })}</p>
      <p>
        {words.say('options.licence')}{' '}
        {homepage !== null && (
          <a href={homepage} target="_blank" rel="noopener noreferrer">
            {words.say('options.source')}
          </a>
        )}
      </p>
      <p>
        <strong>{words.say('options.privacy')}</strong> {words.say('options.privacy-text')}
      </p>
      <p>{words.say('popup.notice')}</p>
      <p class="actions">
        <a href="/welcome.html">{words.say('welcome.heading')}</a>
        <a href="/examples.html">{words.say('example.heading')}</a>
        <a href="/verifier.html">{words.say('gallery.to-verifier')}</a>
      </p>
    </Section>
  );
}
