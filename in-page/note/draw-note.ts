import type { NoteWords } from '../../core/note/note-words';
import { ask, read } from '../own-properties';
import { noteLook } from './note-look';
import { placeNote } from './place-note';
import { watchSeen } from './seen-for';

const hostLook: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  right: '12px',
  width: 'min(360px, calc(100vw - 24px))',
  'z-index': '2147483647',
  display: 'block',
};

/**
 * Draws the note into the page, in a closed shadow root: the page can neither restyle it nor press its buttons, and
 * a press counts only where the note can be seen.
 *
 * @param onNever told when the person silences notes for good
 * @returns takes the note away, without a trace
 */
export function drawNote(words: NoteWords, onNever: () => void): () => void {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(hostLook)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const make = (tag: string, name: string, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  };
  const before = read(document, 'activeElement');
  const place = (): void => placeNote(host);
  let seen: ReturnType<typeof watchSeen> | undefined;
  const remove = (): void => {
    seen?.end();
    window.removeEventListener('resize', place);
    const hadFocus = root.activeElement !== null;
    host.remove();
    if (hadFocus && before instanceof HTMLElement) ask(before, 'focus');
  };
  const button = (name: string, text: string, press: () => void): HTMLElement => {
    const made = make('button', name, text);
    made.setAttribute('type', 'button');
    // A press that a program made is none, and none is one on what nobody can see.
    made.addEventListener('click', ({ isTrusted }) => {
      if (isTrusted && seen?.isSeen()) press();
    });
    return made;
  };

  const note = make('div', 'note');
  note.lang = words.language;
  note.setAttribute('role', 'group');
  note.setAttribute('aria-label', words.name);
  const head = make('div', 'head');
  const close = button('close', '×', remove);
  close.setAttribute('aria-label', words.close);
  head.append(make('span', 'name', words.name), close);
  const answer = make('p', 'answer');
  answer.setAttribute('role', 'status');
  const more = make('p', 'more');
  more.setAttribute('role', 'status');
  const details = button('details', words.details, () => {
    const isOpen = more.textContent !== '';
    more.textContent = isOpen ? '' : words.detailsText;
    details.setAttribute('aria-expanded', String(!isOpen));
    place();
  });
  details.setAttribute('aria-expanded', 'false');
  const row = make('div', 'row');
  row.append(
    details,
    button('never', words.never, () => {
      remove();
      onNever();
    }),
  );
  note.append(head, answer, more, row);
  note.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Not the page's Escape as well.
    event.stopPropagation();
    remove();
  });

  dress(root);
  root.append(note);
  // Not into the body: its children are the page's own business.
  ask(read(document, 'documentElement'), 'append', host);
  // What is said after the region is there is read out.
  answer.textContent = words.answer;
  place();
  seen = watchSeen(note);
  window.addEventListener('resize', place);
  return remove;
}

/** A sheet of our own making is no matter of the page's policy; Firefox gives content scripts none, but lets their styles in. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(noteLook);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = noteLook;
    root.append(style);
  }
}
