import { Popup } from '../../components/popup/Popup';
import type { Explanation } from '../../core/explanation/explain';
import type { Verdict } from '../../core/verdict/verdict';

const ignore = () => undefined;

/** The popup with all its rows and one listed basket; its presses do nothing. */
export const popupWith = (
  verdict: Verdict,
  explanation: Explanation,
  { caption, listed }: { readonly caption: string; readonly listed: string | null },
) => (
  <Popup
    notNow={null}
    caption={caption}
    verdict={verdict}
    explanation={explanation}
    listed={[{ caption: listed, explanation }]}
    historyAddress="/history.html"
    logbookAddress="/logbook.html"
    galleryAddress="/gallery.html"
    isRecording
    capturing={null}
    onCapture={ignore}
    onStopCapture={ignore}
    onLanguage={ignore}
    onReload={ignore}
    onLeave={ignore}
    onReport={async () => ({ failed: 'other' })}
    onWrong={async () => ({ failed: 'other' })}
  />
);
