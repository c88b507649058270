import type { Sentence } from '../../core/explanation/sentence';
import { Told } from '../explanation/Told';

/** What was looked for and could not be read. */
export const UnreadList = ({ unread }: { unread: readonly Sentence[] }) => (
  <ul class="facts">
    {unread.map((line) => (
      <li key={line.text} class="weight-unread">
        <span class="fact">
          <Told sentence={line} />
        </span>
      </li>
    ))}
  </ul>
);
