import { render } from 'preact';
import { verifierWords } from '../../core/bundle/words';
import type { WrittenLanguage } from '../../core/explanation/words';
import { VerifierPage } from './VerifierPage';

/** Draws the verifier into the page's element; `onChosen` is told which language the reader chose. */
export function showVerifier(language: WrittenLanguage, onChosen: (language: WrittenLanguage) => void): void {
  document.documentElement.lang = language;
  document.title = verifierWords(language).say('title');
  const choose = (chosen: WrittenLanguage) => {
    showVerifier(chosen, onChosen);
    onChosen(chosen);
  };
  render(
    <VerifierPage language={language} onLanguage={choose} />,
    document.getElementById('verifier') as HTMLElement,
  );
}
