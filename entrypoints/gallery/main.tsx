import browser from 'webextension-polyfill';
import type { CaptureDetailProps } from '../../components/gallery/CaptureDetail';
import { GalleryPage } from '../../components/gallery/GalleryPage';
import { type Examination, examine } from '../../core/bundle/verify/verify';
import type { KeptCapture } from '../../core/capture/kept-capture';
import { writeCaption } from '../../core/capture/stamp/write-caption';
import { CaptureHandles } from '../../services/capture/keep/capture-handles';
import { type CaptureDatabase, openCaptures, readCaptures } from '../../services/capture/keep/capture-store';
import { readBundle } from '../../services/capture/keep/change-capture';
import { knownHere } from '../../services/capture/keep/known-here';
import { KeyLocked } from '../../services/capture/keep/sealed-key';
import { type Notice, OwnPage } from '../own-page/own-page';
import { Signing } from '../own-page/signing';
import { type GuardedKey, keysSection, readGuardedKeys } from './keys';
import { type Done, erase, giveOut, keepAnswer, keepLayer, stemOf, wordsFor } from './work';

const pageOfCaptures = 30;

/** All that the page shows; redrawn whole on every change. */
const view = {
  text: '',
  processor: '',
  most: pageOfCaptures,
  captures: [] as KeptCapture[],
  all: 0,
  keys: [] as GuardedKey[],
  /** Fingerprint of a locked key that something waits for. */
  locked: null as string | null,
  open: null as { capture: KeptCapture; bundle: Uint8Array; found: Examination } | 'opening' | null,
  isEditing: false,
  notice: null as Notice | null,
  /** The browser's store does not open. */
  isUnreadable: false,
};
let db: CaptureDatabase;
let handles: CaptureHandles;

/** The handle of a capture in the address; null for the list. */
const named = (): string | null => /^#([0-9a-f-]{16,})$/.exec(location.hash)?.[1] ?? null;

const idOf = async (handle: string): Promise<string> =>
  (await db.getAllKeys('captures')).find((id) => handles.of(id) === handle) ?? '';

let reads = 0;

async function readList(): Promise<void> {
  reads += 1;
  const read = reads;
  const filter = { text: view.text, processor: view.processor || null };
  const captures = await readCaptures(db, filter, view.most);
  const all = await db.count('captures');
  const keys = await readGuardedKeys(db);
  // An older answer that comes late must not stand under a newer search.
  if (read === reads) Object.assign(view, { captures, all, keys });
}

/** Reads the list; there is nothing to say where that worked. */
async function readAnew(): Promise<null> {
  await readList();
  return null;
}

/** Reads what the address names, and checks it anew: what lies on a disk can change there. */
async function openNamed(): Promise<void> {
  const handle = named();
  view.isEditing = false;
  view.locked = null;
  if (handle === null) {
    view.open = null;
    return;
  }
  view.open = 'opening';
  page.draw();
  const id = await idOf(handle);
  const capture = await db.get('captures', id);
  const bundle = capture && (await readBundle(db, id));
  const found = bundle && (await examine(bundle, knownHere()));
  if (named() !== handle) return;
  view.open = capture && bundle && found ? { capture, bundle, found } : null;
  if (view.open === null) view.notice = (words) => words.say('gallery.gone');
}

async function refresh(): Promise<void> {
  await openNamed();
  await readList();
  page.draw();
}

/** Does something, then shows what came of it and how things are now. */
async function then(work: () => Promise<Done | null>, changes = true): Promise<void> {
  try {
    const done = await work();
    if (done !== null) view.notice = (words) => words.say(done.key, done.values ?? {});
  } catch (cause) {
    view.notice = (words) => wordsFor(cause, words);
    if (cause instanceof KeyLocked) view.locked = cause.fingerprint;
    // What was being written must not be lost because it could not be stored.
    page.draw();
    return;
  }
  // A file that was saved changes nothing here, and must not close notes that are being written.
  if (changes) await refresh();
  else page.draw();
}

const detailOf = (open: Exclude<typeof view.open, 'opening' | null>): CaptureDetailProps => {
  const { capture, found } = open;
  const id = capture.capture_id;
  const { notes = [], archived = [], by = null } = found.notes ?? {};
  return {
    capture,
    found,
    isEditing: view.isEditing,
    stem: stemOf(capture),
    onEdit: (isEditing) => {
      view.isEditing = isEditing;
      page.draw();
    },
    caption: found.facts && writeCaption(capture, found.facts, archived),
    onPublish: () => void then(() => giveOut(open, 'publication', page.language), false),
    onExport: () => void then(() => giveOut(open, 'bundle', page.language), false),
    onShare: (shape) => void then(() => giveOut(open, shape, page.language), false),
    onSaveRequest: () => void then(() => giveOut(open, 'request', page.language), false),
    onSaveOpening: capture.opening
      ? () => void then(() => giveOut(open, 'opening', page.language), false)
      : null,
    onDelete: () =>
      void then(async () => {
        const done = await erase(db, id);
        history.replaceState(null, '', '#all');
        return done;
      }),
    onSaveNotes: (notes, by) => void then(() => keepLayer(db, id, { notes, archived, by }, 'note.saved')),
    onDetachNotes: () =>
      void then(() => keepLayer(db, id, { notes: [], archived, by: null }, 'note.detached')),
    onArchived: (changed) =>
      void then(() => keepLayer(db, id, { notes, archived: changed, by }, 'archived.saved')),
    onAnswer: (file) => void then(() => keepAnswer(db, id, file)),
  };
};

const page = new OwnPage({
  id: 'gallery',
  title: (words) => words.say('gallery.heading'),
  show: (words) =>
    view.isUnreadable ? (
      <main class="page gallery">
        <h1>{words.say('gallery.heading')}</h1>
        <p class="stopped unreadable" role="alert">
          {words.say('gallery.unreadable')}
        </p>
      </main>
    ) : (
      <GalleryPage
        list={{
          ...view,
          handleOf: (id) => handles.of(id),
          mayHaveMore: view.captures.length === view.most,
          onSearch: (change) => {
            Object.assign(view, change, { most: pageOfCaptures });
            void then(readAnew, false);
          },
          onMore: () => {
            view.most += pageOfCaptures;
            void then(readAnew, false);
          },
        }}
        detail={view.open === null || view.open === 'opening' ? view.open : detailOf(view.open)}
        keys={keysSection(db, view.keys, then)}
        unlock={view.locked && <Signing fingerprint={view.locked} />}
        notice={view.notice?.(words) ?? null}
        verifierAddress={browser.runtime.getURL('/verifier.html')}
        compareAddress={browser.runtime.getURL('/compare.html')}
        logbookAddress={browser.runtime.getURL('/logbook.html')}
        onLanguage={(language) => void page.choose(language)}
      />
    ),
});

async function open(): Promise<void> {
  await page.open();
  db = await openCaptures();
  handles = await CaptureHandles.open();
  addEventListener('hashchange', () => {
    view.notice = null;
    void refresh().then(() => scrollTo(0, 0));
  });
  // A capture taken or changed in another tab is seen on coming back; a draft that is open is left alone.
  addEventListener('focus', () => {
    if (view.open === null) void then(readAnew, false);
  });
  await refresh();
  if (location.hash === '#keys') document.getElementById('keys')?.scrollIntoView();
}

void open().catch(() => {
  view.isUnreadable = true;
  page.draw();
});
