import browser from 'webextension-polyfill';
import { samePage } from '../../core/address/same-address';
import { shortAnswer } from '../../core/explanation/answer';
import { wordsIn } from '../../core/explanation/words';
import type { Envelope } from '../../core/messages/protocol';
import { type NoteFlow, nextNote } from '../../core/note/next-note';
import type { NoteWords } from '../../core/note/note-words';
import type { Verdict } from '../../core/verdict/verdict';
import { nowAsIso } from '../browser/clock';
import { rules } from '../rulebook/rules-in-use';
import { readNote, saveNote } from '../settings/note-setting';
import { readLanguage } from '../settings/settings';
import type { TabPart } from '../tabs/follow-tabs';

interface TabNote extends NoteFlow {
  /** The note that stands on the tab's page, and that page's address; null where none does. */
  readonly standing: { readonly words: NoteWords; readonly address: string } | null;
}
type TabNotes = Readonly<Record<string, TabNote>>;

/** Kept for the session only: the background does not live as long as a flow. */
const key = 'notes';
let queue: Promise<unknown> = Promise.resolve();

const read = async (): Promise<TabNotes> =>
  ((await browser.storage.session.get(key))[key] as TabNotes | undefined) ?? {};

/** One change at a time, each from what the one before left. */
function change<T>(work: (notes: TabNotes) => Promise<{ notes: TabNotes; answer: T }>): Promise<T> {
  const done = queue.then(async () => {
    const before = await read();
    const { notes, answer } = await work(before);
    if (notes !== before) await browser.storage.session.set({ [key]: notes });
    return answer;
  });
  queue = done.catch(() => undefined);
  return done;
}

const without = (notes: TabNotes, tabId: number): TabNotes => {
  const { [String(tabId)]: gone, ...others } = notes;
  return gone === undefined ? notes : others;
};

/** Puts a note on a tab's page where notes are switched on, this page calls for one, and its flow had none. */
export async function putNote(tabId: number, verdict: Verdict): Promise<void> {
  if (!(await readNote())) return;
  const isDue = await change(async (notes) => {
    const { flow, isDue } = nextNote(notes[tabId] ?? null, verdict, Date.parse(nowAsIso()));
    if (flow === null) return { notes: without(notes, tabId), answer: false };
    const { address } = verdict;
    const standing = isDue ? { words: await wordsOf(verdict), address } : (notes[tabId]?.standing ?? null);
    return { notes: { ...notes, [tabId]: { ...flow, standing } }, answer: isDue };
  });
  if (!isDue) return;
  // A page that takes no script, or is gone by now, has no note; nothing else is lost.
  await browser.scripting.executeScript({ target: { tabId }, files: ['/page-note.js'] }).catch(() => []);
}

async function wordsOf(verdict: Verdict): Promise<NoteWords> {
  const words = wordsIn(await readLanguage());
  return {
    language: words.language,
    name: words.say('label.name'),
    answer: shortAnswer(verdict, rules(), words).answer.text,
    details: words.say('onpage.details'),
    detailsText: words.say('onpage.details-text'),
    close: words.say('onpage.close'),
    never: words.say('onpage.never'),
  };
}

/** What the note of this tab's page says; null where none was put there. */
export const noteOf = async (tabId: number): Promise<NoteWords | null> =>
  (await read())[tabId]?.standing?.words ?? null;

/** The tab was closed, or left for a site that is none of ours: its flow is over. */
function forgetNote(tabId: number): void {
  void change(async (notes) => ({ notes: without(notes, tabId), answer: null }));
}

/** Keeps notes in step with their tabs: one goes with its page, and is forgotten with its flow. */
export const notesOfTabs: TabPart = {
  moved: (tabId, address) => void endNote(tabId, address),
  leaving: forgetNote,
  left: forgetNote,
  replaced: (tabId, before) =>
    void change(async (notes) => {
      const note = notes[before];
      return {
        notes: note ? { ...without(notes, before), [tabId]: { ...note, standing: null } } : notes,
        answer: null,
      };
    }),
};

/** Takes the note away that stands on another page than the tab shows now; a page may rewrite its address's query. */
async function endNote(tabId: number, address: string): Promise<void> {
  const wasThere = await change(async (notes) => {
    const note = notes[tabId];
    if (!note?.standing || samePage(note.standing.address, address)) return { notes, answer: false };
    return { notes: { ...notes, [tabId]: { ...note, standing: null } }, answer: true };
  });
  if (wasThere) await tellNote(tabId);
}

async function tellNote(tabId: number): Promise<void> {
  const end: Envelope<'note.end'> = { topic: 'note.end', ask: null };
  await browser.tabs.sendMessage(tabId, end, { frameId: 0 }).catch(() => undefined);
}

/** Takes the note off a tab's page, whether we know of one or not: it must not be in a picture of the page. */
export async function takeNoteAway(tabId: number): Promise<void> {
  await endNote(tabId, '');
  await tellNote(tabId);
}

/** The person pressed "never again" in a note. */
export async function silenceNotes(): Promise<null> {
  await saveNote(false);
  return null;
}
