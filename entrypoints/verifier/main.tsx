import browser from 'webextension-polyfill';
import { showVerifier } from '../../components/verifier/show-verifier';
import { type Language, writtenFor } from '../../core/explanation/words';
import { loadRules, rules } from '../../services/rulebook/rules-in-use';
import { onLanguage, readLanguage, saveLanguage } from '../../services/settings/settings';

const { version } = browser.runtime.getManifest();
const show = (language: Language): void =>
  showVerifier(writtenFor(language), { rulebook: rules(), version }, (chosen) => void saveLanguage(chosen));

void loadRules().then(readLanguage).then(show);
onLanguage(show);
