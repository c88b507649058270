import type { DrivenBrowser } from '../drive/driver';
import { firstRunScreens, optionsScreens } from './first-run-screens';
import { popupScreens } from './popup-screens';
import { captureScreens, proofScreens } from './proof-screens';
import { historyScreens, recordScreens } from './record-screens';
import type { Screens } from './screen';

/** Every screen of the product in every state, by the part that shows it; a new screen is one more line. */
export const partsOfProduct: Record<string, (browser: DrivenBrowser) => Screens> = {
  'first-run': firstRunScreens,
  options: optionsScreens,
  popup: popupScreens,
  history: historyScreens,
  record: recordScreens,
  capture: captureScreens,
  proof: proofScreens,
};
