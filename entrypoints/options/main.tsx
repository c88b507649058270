import browser from 'webextension-polyfill';
import { OptionsPage } from '../../components/options/OptionsPage';
import type { PackControlProps } from '../../components/options/PackControl';
import type { SigningSectionProps } from '../../components/options/SigningSection';
import { daysBetween, readMoment } from '../../core/calendar/read-moment';
import { rulesOld, whichRulebook } from '../../core/explanation/explain';
import { sourceNotes } from '../../core/explanation/source-notes';
import type { Words } from '../../core/explanation/words';
import type { PackAnswer } from '../../core/pack/read-pack';
import { failureOf } from '../../services/browser/browser-errors';
import { browserKind } from '../../services/browser/browser-kind';
import { nowAsIso } from '../../services/browser/clock';
import { readGuard } from '../../services/capture/keep/signing';
import { askToKeep, type Keeping } from '../../services/data/ask-to-keep';
import { overwriteRemains } from '../../services/data/overwrite-remains';
import { readStoredData, type StoredData } from '../../services/data/stored-data';
import { send } from '../../services/messages';
import {
  dropPack,
  isPackDamaged,
  onRules,
  rules,
  rulesSignedBy,
  takePack,
} from '../../services/rulebook/rules-in-use';
import { isKnownKey, readPackFile } from '../../services/rulebook/take-pack';
import { onManaged } from '../../services/settings/kept-settings';
import { isNoteChosen, onNote, readNote, saveNote } from '../../services/settings/note-setting';
import { readManaged } from '../../services/settings/policy';
import { onRecording, readRecording, saveRecording } from '../../services/settings/recording';
import { openShortcutSettings, readShortcuts } from '../../services/settings/shortcuts';
import { OwnPage } from '../own-page/own-page';

const { version, homepage_url: homepage = null } = browser.runtime.getManifest();

const view = {
  data: null as StoredData | null,
  guard: null as SigningSectionProps['guard'],
  keeping: null as Keeping | null,
  erased: null as 'done' | 'failed' | null,
  exports: [] as readonly string[],
  /** What is kept cannot be counted now: the browser's store does not open. */
  isUnreadable: false,
  /** Why the last press did not work. */
  failed: null as string | null,
  /** What became of the rules file that was chosen last. */
  pack: null as PackAnswer | null,
};

const sourcesIn = (words: Words) =>
  rules()
    .sources.toSorted((a, b) => b.date.localeCompare(a.date))
    .flatMap(({ id, title }) => sourceNotes([id], rules(), words).map((note) => ({ ...note, title })));

/** What the browser tells of it all; null until it was asked. */
let set: Awaited<ReturnType<typeof readSettings>> | null = null;

async function readSettings() {
  const [managed, recording, shortcuts, noteIsOn, noteIsChosen] = await Promise.all([
    readManaged(),
    readRecording(),
    readShortcuts(),
    readNote(),
    isNoteChosen(),
  ]);
  return { ...managed, recording, shortcuts, noteIsOn, noteIsChosen };
}

const page = new OwnPage({
  id: 'options',
  title: (words) => words.say('options.heading'),
  show: (words) => {
    if (set === null) return null;
    const { recording } = set;
    const rulebook = rules();
    const today = readMoment(nowAsIso())?.day ?? rulebook.about.reviewed;
    return (
      <OptionsPage
        {...view}
        {...set}
        {...{ version, homepage }}
        browser={browserKind()}
        rulebook={whichRulebook(rulebook.about, words)}
        rulesOld={rulesOld(today, rulebook, words)}
        rulebookDays={Math.max(0, daysBetween(rulebook.about.reviewed, today))}
        sources={sourcesIn(words)}
        pack={packControl()}
        onLanguage={(language) => void page.choose(language)}
        onStopRecording={() =>
          void tried(() => saveRecording({ ...recording, on: false, since: null, stopped: null }))
        }
        onNote={(isOn) => void tried(() => saveNote(isOn))}
        onChangeKeys={() => void tried(openShortcutSettings)}
        onErase={() => void erase()}
      />
    );
  },
});

async function draw(): Promise<void> {
  set = await readSettings();
  page.draw();
}

/** Does what was pressed; what failed is said on the page. */
async function tried(work: () => Promise<unknown>): Promise<void> {
  view.failed = await failureOf(work);
  await draw();
}

function packControl(): PackControlProps {
  const { pack } = view;
  return {
    signedBy: rulesSignedBy(),
    isDamaged: isPackDamaged(),
    offered: pack?.ok
      ? { ...pack.rulebook.about, fingerprint: pack.fingerprint, isKnown: isKnownKey(pack.fingerprint) }
      : null,
    refused: pack !== null && !pack.ok ? pack : null,
    onPackFile: (file) =>
      void tried(async () => {
        view.pack = await readPackFile(file);
      }),
    onTakePack: () =>
      void tried(async () => {
        if (pack?.ok) await takePack(pack);
        view.pack = null;
      }),
    onBuiltIn: () => void tried(dropPack),
  };
}

async function erase(): Promise<void> {
  try {
    view.exports = (await send('data.erase', null)).exports;
    // Keys and texts of captures were still found on the disk without it.
    await overwriteRemains();
    view.erased = 'done';
  } catch {
    view.erased = 'failed';
  }
  await count();
}

/** Counts what is kept; where the stores cannot be read the page does without. */
async function count(): Promise<void> {
  [view.data, view.guard] = await Promise.all([
    readStoredData().catch(() => null),
    readGuard().catch(() => null),
  ]);
  view.isUnreadable = view.data === null;
  await draw();
}

onRecording(() => void draw());
onNote(() => void draw());
onManaged(() => void draw());
onRules(() => void draw());
void page.open().then(draw).then(count);
void askToKeep().then((keeping) => {
  view.keeping = keeping;
  return draw();
});
