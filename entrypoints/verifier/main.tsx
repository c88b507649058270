import { showVerifier } from '../../components/verifier/show-verifier';
import { writtenFor } from '../../core/explanation/words';
import { readLanguage, saveLanguage } from '../../services/settings';

void readLanguage().then((language) =>
  showVerifier(writtenFor(language), (chosen) => void saveLanguage(chosen)),
);
