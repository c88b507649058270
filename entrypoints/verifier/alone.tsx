import '../../components/look.css';
import '../../components/verifier/verifier.css';
import { showVerifier } from '../../components/verifier/show-verifier';
import { languageFor } from '../../core/explanation/language-for';

// The page as one file, outside the extension (scripts/build-verifier.ts): it keeps nothing, not even the language.
showVerifier(languageFor(navigator.language), () => undefined);
