import browser from 'webextension-polyfill';
import { Refused } from '../../components/capture/Refused';
import { Shooting } from '../../components/capture/Shooting';
import { Masthead } from '../../components/Masthead';
import { sameAddress } from '../../core/address/same-address';
import type { CaptureRefusal, Extent, FrozenPage } from '../../core/capture/shots/frozen-page';
import { itemKey } from '../../core/capture/shots/same-item';
import type { Judgement } from '../../core/messages/protocol';
import { nowAsIso } from '../../services/browser/clock';
import { TooLate, within } from '../../services/browser/within';
import { alone, type CaptureProgress, tellProgress } from '../../services/capture/capture-channel';
import { CaptureHandles } from '../../services/capture/keep/capture-handles';
import { type CaptureOrder, readOrder } from '../../services/capture/open-capture';
import { CaptureRefused } from '../../services/capture/shoot/capture-refused';
import { readPageFacts } from '../../services/capture/shoot/read-page-facts';
import { takeShots } from '../../services/capture/shoot/take-shots';
import { send } from '../../services/messages';
import { OwnPage } from '../own-page/own-page';
import { Review } from './review';

/** Longest wait for the background to judge the page, in ms; its own waits in the page are shorter. */
const judgePatience = 15_000;

type Stage =
  | { readonly at: 'shooting'; readonly progress: CaptureProgress }
  | { readonly at: 'refused'; readonly reason: CaptureRefusal | 'failed'; readonly detail: string }
  | {
      readonly at: 'review';
      readonly frozen: FrozenPage<HTMLCanvasElement>;
      readonly judgement: Judgement;
    }
  | { readonly at: 'discarded' };

const view = {
  stage: { at: 'shooting', progress: { done: 0, all: 1 } } as Stage,
  order: readOrder(location.search),
};
let stopping = new AbortController();

const refused = (reason: CaptureRefusal | 'failed', detail = ''): Stage => ({
  at: 'refused',
  reason,
  detail,
});

function show(stage: Stage): void {
  view.stage = stage;
  page.draw();
}

const page = new OwnPage({
  id: 'capture',
  // The tab's title is what can be seen of the capture while its page is in front.
  title: (words) =>
    view.stage.at === 'shooting'
      ? words.say('capture.progress-short', { ...view.stage.progress })
      : words.say('capture.heading'),
  show: (words) => {
    const { stage, order } = view;
    return (
      <main class="page capture">
        <Masthead
          title={words.say('capture.heading')}
          onLanguage={(language) => void page.choose(language)}
        />
        {stage.at === 'shooting' && <Shooting progress={stage.progress} onStop={() => stopping.abort()} />}
        {stage.at === 'refused' && (
          <Refused {...stage} extent={order?.extent ?? null} onAgain={(extent) => void again(extent)} />
        )}
        {stage.at === 'review' && (
          <Review
            frozen={stage.frozen}
            judgement={stage.judgement}
            onKept={(captureId) => {
              stage.frozen.picture.width = 0;
              // Its id must not stand in an address: browsers keep those.
              void CaptureHandles.open().then((handles) =>
                location.replace(`/gallery.html#${handles.of(captureId)}`),
              );
            }}
            onDiscard={() => {
              stage.frozen.picture.width = 0;
              show({ at: 'discarded' });
            }}
          />
        )}
        {stage.at === 'discarded' && (
          <p class="discarded empty" role="status">
            {words.say('capture.discarded')}
          </p>
        )}
      </main>
    );
  },
});

/** Takes the capture and shows what came of it: this page comes to the front only then. */
async function capture(order: CaptureOrder): Promise<void> {
  stopping = new AbortController();
  const channel = tellProgress(() => stopping.abort());
  const onProgress = (done: number, all: number) => {
    channel.say({ done, all });
    show({ at: 'shooting', progress: { done, all } });
  };
  onProgress(0, 1);
  try {
    // Before, between and after the shots: facts of one thing beside a picture of another would lie.
    let judgement: Judgement | undefined;
    const frozen = await takeShots({
      ...order,
      signal: stopping.signal,
      onProgress,
      readFacts: readPageFacts(order.tabId),
      judge: async () => {
        judgement = await within(judgePatience, send('judgement.get', { tabId: order.tabId })).catch(
          (cause) => {
            throw cause instanceof TooLate ? new CaptureRefused('page-busy', { cause }) : cause;
          },
        );
        return { at: nowAsIso(), item: itemKey(judgement.reading, judgement.verdict) };
      },
    });
    const { url } = await browser.tabs.get(order.tabId);
    if (judgement === undefined || !sameAddress(url ?? '', judgement.reading.address))
      throw new CaptureRefused('page-left');
    show({ at: 'review', frozen, judgement });
  } catch (cause) {
    const isRefusal = cause instanceof CaptureRefused;
    show(isRefusal ? refused(cause.reason) : refused('failed', String(cause)));
  }
  channel.say(null);
  channel.end();
}

async function begin(order: CaptureOrder): Promise<void> {
  const done = await alone(async () => {
    await capture(order);
    return true;
  });
  if (done === null) show(refused('busy'));
  await comeForward();
}

/** Stopped from elsewhere there is nothing to see here; otherwise what came of it is shown. */
async function comeForward(): Promise<void> {
  const { id, active } = await browser.tabs.getCurrent();
  if (id === undefined) return;
  const wasStopped = view.stage.at === 'refused' && view.stage.reason === 'stopped';
  if (wasStopped && !active) await browser.tabs.remove(id);
  else await browser.tabs.update(id, { active: true });
}

async function again(extent: Extent): Promise<void> {
  if (view.order === null) return;
  view.order = { ...view.order, extent };
  try {
    await browser.tabs.update(view.order.tabId, { active: true });
  } catch {
    show(refused('page-left'));
    return;
  }
  await begin(view.order);
}

async function open(): Promise<void> {
  await page.open();
  if (view.order !== null) await begin(view.order);
  else
    show(
      refused(new URLSearchParams(location.search).get('refused') === 'private' ? 'private' : 'page-left'),
    );
}

void open();
