import { useRef, useState } from 'preact/hooks';
import { type ExaminedSequence, examineSequence, isSequence } from '../../core/bundle/sequence';
import type { Given } from '../../core/bundle/verify/check-zip';
import { type Examination, examine, type Known } from '../../core/bundle/verify/verify';
import { isFingerprint, summaryOf, verifierWords } from '../../core/bundle/words';
import type { WrittenLanguage } from '../../core/explanation/words';
import { type Chosen, readChosen } from './chosen-files';
import { FilePicker } from './FilePicker';
import { OpenSeals } from './OpenSeals';
import { Result } from './Result';
import { SequenceResult } from './SequenceResult';
import { VerifierHead } from './VerifierHead';

interface VerifierPageProps {
  language: WrittenLanguage;
  writer: NonNullable<Known['writer']>;
  onLanguage: (language: WrittenLanguage) => void;
}

type Shown =
  | { readonly at: 'start' }
  | { readonly at: 'checking'; readonly name: string }
  | { readonly at: 'problem'; readonly why: 'unreadable' | 'too-large' }
  | { readonly at: 'sequence'; readonly name: string; readonly sequence: ExaminedSequence }
  | { readonly at: 'done'; readonly name: string; readonly found: Examination };

interface Statement {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The verifier: takes a bundle, says what holds and what does not. The same page from disk and in the extension. */
export function VerifierPage({ language, writer, onLanguage }: VerifierPageProps) {
  const words = verifierWords(language);
  const [shown, setShown] = useState<Shown>({ at: 'start' });
  const [expected, setExpected] = useState('');
  const [statement, setStatement] = useState<Statement | null>(null);
  const opened = useRef<{ name: string; given: Given } | null>(null);
  /** Counts the runs: a slow one must not overwrite what a later one found. */
  const run = useRef(0);

  async function check(fingerprint = expected, withdrawal = statement): Promise<void> {
    const { current: file } = opened;
    if (file === null) return;
    run.current += 1;
    const { current: mine } = run;
    const known: Known = {
      fingerprint: isFingerprint(fingerprint) ? fingerprint : null,
      withdrawal: withdrawal?.bytes ?? null,
      now: new Date().toISOString(),
      writer,
    };
    if (isSequence(file.given)) {
      const sequence = await examineSequence(file.given, known);
      if (mine === run.current) setShown({ at: 'sequence', name: file.name, sequence });
      return;
    }
    const found = await examine(file.given, known);
    if (mine === run.current) setShown({ at: 'done', name: file.name, found });
  }

  async function open(chosen: Chosen): Promise<void> {
    opened.current = null;
    run.current += 1;
    const { name } = chosen;
    setShown({ at: 'checking', name });
    try {
      const given = await readChosen(chosen);
      if (given === null) {
        setShown({ at: 'problem', why: 'too-large' });
        return;
      }
      opened.current = { name, given };
    } catch {
      // A file that was moved in the meantime.
      setShown({ at: 'problem', why: 'unreadable' });
      return;
    }
    await check();
  }

  async function takeStatement(file: File | null): Promise<void> {
    try {
      const taken = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      setStatement(taken);
      await check(expected, taken);
    } catch {
      setShown({ at: 'problem', why: 'unreadable' });
    }
  }

  const status =
    shown.at === 'checking'
      ? words.say('checking', { name: shown.name })
      : shown.at === 'problem'
        ? words.say(shown.why)
        : shown.at === 'sequence'
          ? `${shown.name}: ${words.say(shown.sequence.holds ? 'sequence.holds' : 'sequence.fails')}`
          : shown.at === 'done'
            ? `${shown.name}: ${words.say(`verdict.${summaryOf(shown.found)}`)}`
            : '';
  return (
    <main class="page verifier">
      <VerifierHead words={words} onLanguage={onLanguage} />
      <FilePicker
        words={words}
        expected={expected}
        hasFile={shown.at === 'done' || shown.at === 'sequence'}
        onChosen={(chosen) => void open(chosen)}
        onUnreadable={() => setShown({ at: 'problem', why: 'unreadable' })}
        onExpected={(text) => {
          setExpected(text);
          void check(text);
        }}
        statement={statement?.name ?? null}
        onStatement={(file) => void takeStatement(file)}
      />
      <p class="status" role="status">
        {status}
      </p>
      {shown.at === 'sequence' && <SequenceResult sequence={shown.sequence} words={words} />}
      {shown.at === 'done' && <Result found={shown.found} words={words} />}
      {shown.at === 'done' && shown.found.facts !== null && (
        <OpenSeals key={shown.found.facts.capture_id} facts={shown.found.facts} words={words} />
      )}
      <footer>{words.say('limits')}</footer>
    </main>
  );
}
