import type { Words } from '../core/explanation/words';

/** What was looked for and could not be read. */
export const UnreadList = ({ unread, words }: { unread: readonly string[]; words: Words }) =>
  unread.length === 0 ? null : (
    <section>
      <h2>{words.say('heading.unread')}</h2>
      <ul class="facts">
        {unread.map((line) => (
          <li key={line} class="weight-unread">
            <span class="fact">{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
