import type { ComponentChildren } from 'preact';
import { useReader } from '../explanation/reader';

interface SectionProps {
  name: 'language' | 'recording' | 'note' | 'rulebook' | 'data' | 'signing' | 'keys' | 'about';
  children: ComponentChildren;
}

/** One subject of the options. */
export function Section({ name, children }: SectionProps) {
  const { words } = useReader();
  return (
    <section class={`option option-${name}`} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{words.say(`options.${name}`)}</h2>
      <div class="option-body">{children}</div>
    </section>
  );
}

/** Said where the organisation decided. */
export function SetByOrganisation() {
  const { words } = useReader();
  return <p class="managed">{words.say('managed.set')}</p>;
}
