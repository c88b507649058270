import { type ComponentChildren, render } from 'preact';
import { ReaderContext } from '../../components/explanation/reader';
import { cite } from '../../core/citation/cite';
import { type Language, type Words, wordsIn } from '../../core/explanation/words';
import { failureOf } from '../../services/browser/browser-errors';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { onManaged } from '../../services/settings/kept-settings';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings/settings';

/** What came of a press, in whatever language is spoken when it is read. */
export type Notice = (words: Words) => string;

interface Parts {
  /** Of the page's element. */
  readonly id: string;
  readonly title: (words: Words) => string;
  readonly show: (words: Words) => ComponentChildren;
}

/** What every page of ours does alike: it speaks the reader's language, follows a change of it, and cites the rules in use. */
export class OwnPage {
  language: Language = 'id';
  /** Why the language that was chosen could not be kept. */
  private failed: string | null = null;
  private readonly root: HTMLElement;

  constructor(private readonly parts: Parts) {
    this.root = document.getElementById(parts.id) as HTMLElement;
  }

  get words(): Words {
    return wordsIn(this.language);
  }

  /** Ready to draw: the rules are there, and the language is known. */
  async open(): Promise<void> {
    await loadRules();
    this.language = await readLanguage();
    onLanguage((language) => this.speak(language));
    onManaged(() => void readLanguage().then((language) => this.speak(language)));
  }

  draw(): void {
    const { root, words, failed, parts } = this;
    document.documentElement.lang = this.language;
    document.title = parts.title(words);
    render(
      <ReaderContext.Provider value={{ words, cite: (fact) => cite(fact, rules(), words) }}>
        {failed !== null && (
          <p class="page-failed" role="alert">
            {words.say('label.failed', { reason: failed })}
          </p>
        )}
        {parts.show(words)}
      </ReaderContext.Provider>,
      root,
    );
  }

  /** Speaks a language here, and asks every page for it. */
  readonly choose = async (language: Language): Promise<void> => {
    this.speak(language);
    this.failed = await failureOf(() => saveLanguage(language));
    if (this.failed !== null) this.draw();
  };

  private speak(language: Language): void {
    this.language = language;
    this.failed = null;
    this.draw();
  }
}
