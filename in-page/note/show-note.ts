import type { Runtime } from 'webextension-polyfill';
import type { Envelope, NoteReply } from '../../core/messages/protocol';
import { drawNote } from './draw-note';

declare const chrome: { runtime?: Runtime.Static };

/**
 * Puts a note on a page, asked for by the background only while notes are switched on and one is due. What it says
 * comes from the background; of the page it reads nothing but what is stuck to the window's edges, to keep clear of it.
 */
export const showNote = async () => {
  const ask: Envelope<'note.get'> = { topic: 'note.get', ask: null };
  const reply = (await chrome.runtime?.sendMessage(ask).catch(() => undefined)) as NoteReply | undefined;
  if (!reply?.ok || reply.answer === null) return;
  const never: Envelope<'note.silence'> = { topic: 'note.silence', ask: null };
  const over = new AbortController();
  const remove = drawNote(reply.answer, () => void chrome.runtime?.sendMessage(never).catch(() => undefined));
  const end = (): void => {
    over.abort();
    chrome.runtime?.onMessage.removeListener(hear);
    remove();
  };
  function hear(message: unknown, sender: Runtime.MessageSender) {
    if (sender.id === chrome.runtime?.id && (message as Envelope<'note.end'> | null)?.topic === 'note.end')
      end();
    return undefined as never;
  }
  chrome.runtime?.onMessage.addListener(hear);
  // A page that is left may come back as it was, and one that moves on is about something else: the note is of neither.
  const { signal } = over;
  const { pathname } = location;
  addEventListener('pagehide', end, { signal });
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', () => location.pathname !== pathname && end(), {
    signal,
  });
};
