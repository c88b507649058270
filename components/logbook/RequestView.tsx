import { useReader } from '../explanation/reader';

export interface RequestViewProps {
  /** Whose requests the browser shows, by the participant's permission. */
  requestView: 'off' | 'known' | 'all';
  /** Asks the browser for the permission; to be called within the press. */
  /** Whether the browser has reported any request since it was started. */
  hasReported: boolean;
  onAskView: (view: 'known' | 'all') => void;
  onGiveBackView: () => void;
}

/** The optional view of requests: what it adds, what it never keeps, and the presses that grant it and give it back. */
export function RequestView({ requestView: view, hasReported, onAskView, onGiveBackView }: RequestViewProps) {
  const { words } = useReader();
  if (view !== 'off')
    return (
      <section class="request-view is-on" aria-labelledby="view-title">
        <h2 id="view-title">{words.say('log.view')}</h2>
        <p role="status">
          <strong>{words.say(`log.view.on-${view}`)}</strong> {words.say('log.view.on-kept')}
        </p>
        {!hasReported && <p class="view-waiting">{words.say('log.view.waiting')}</p>}
        <p class="note">{words.say('log.view.limit')}</p>
        <div class="actions">
          {view === 'known' && (
            <button type="button" class="view-all" onClick={() => onAskView('all')}>
              {words.say('log.view.widen')}
            </button>
          )}
          <button type="button" class="view-give-back" onClick={onGiveBackView}>
            {words.say('log.view.give-back')}
          </button>
        </div>
      </section>
    );
  return (
    <details class="request-view">
      <summary>
        <h2>{words.say('log.view')}</h2>
        <span class="note">{words.say('log.view.off')}</span>
      </summary>
      <p>{words.say('log.view.intro')}</p>
      <ul>
        <li>{words.say('log.view.kept')}</li>
        <li>{words.say('log.view.never')}</li>
        <li>{words.say('log.view.right')}</li>
      </ul>
      <div class="view-choices">
        <div>
          <button
            type="button"
            class="view-known"
            aria-describedby="view-known"
            onClick={() => onAskView('known')}
          >
            {words.say('log.view.ask-known')}
          </button>
          <p id="view-known" class="note">
            {words.say('log.view.hint-known')}
          </p>
        </div>
        <div>
          <button type="button" class="view-all" aria-describedby="view-all" onClick={() => onAskView('all')}>
            {words.say('log.view.ask-all')}
          </button>
          <p id="view-all" class="note">
            {words.say('log.view.hint-all')}
          </p>
        </div>
      </div>
    </details>
  );
}
