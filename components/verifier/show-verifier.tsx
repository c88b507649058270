import { render } from 'preact';
import type { Writer } from '../../core/bundle/verify/check-words';
import { verifierWords } from '../../core/bundle/words';
import type { WrittenLanguage } from '../../core/explanation/words';
import { VerifierPage } from './VerifierPage';

/** Draws the verifier into the page's element; `onChosen` is told which language the reader chose. */
export function showVerifier(
  language: WrittenLanguage,
  writer: Writer,
  onChosen: (language: WrittenLanguage) => void,
): void {
  document.documentElement.lang = language;
  document.title = verifierWords(language).say('title');
  const choose = (chosen: WrittenLanguage) => {
    showVerifier(chosen, writer, onChosen);
    onChosen(chosen);
  };
  render(
    <VerifierPage language={language} writer={writer} onLanguage={choose} />,
    document.getElementById('verifier') as HTMLElement,
  );
}
