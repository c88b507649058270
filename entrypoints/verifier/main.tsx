import { showVerifier } from '../../components/verifier/show-verifier';
import { readLanguage, saveLanguage } from '../../services/settings';

void readLanguage().then((language) => showVerifier(language, (chosen) => void saveLanguage(chosen)));
