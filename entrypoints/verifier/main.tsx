import { showVerifier } from '../../components/verifier/show-verifier';
import { type Language, writtenFor } from '../../core/explanation/words';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings/settings';

const show = (language: Language): void =>
  showVerifier(writtenFor(language), (chosen) => void saveLanguage(chosen));

void readLanguage().then(show);
onLanguage(show);
