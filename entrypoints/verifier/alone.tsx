import '../../components/look.css';
import '../../components/verifier/verifier.css';
import { showVerifier } from '../../components/verifier/show-verifier';
import { languageFor } from '../../core/explanation/language-for';
import { builtInRulebook } from '../../core/rulebook/built-in';

declare global {
  /** Filled in by scripts/build-verifier.ts. */
  interface ImportMetaEnv {
    readonly PROGRAM_VERSION: string;
  }
}

// The page as one file, outside the extension (scripts/build-verifier.ts): it keeps nothing, not even the language.
showVerifier(
  languageFor(navigator.language),
  { rulebook: builtInRulebook, version: import.meta.env.PROGRAM_VERSION },
  () => undefined,
);
