import type { LabelKey } from '../../core/explanation/words';
import type { PinScene } from './PinDrawing';

/** Browsers that keep their extensions' buttons in different places. */
export const browserKinds = ['chrome', 'edge', 'firefox', 'firefox-android'] as const;
export type BrowserKind = (typeof browserKinds)[number];

export const browserNames: Record<BrowserKind, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  'firefox-android': 'Firefox (Android)',
};

interface PinStep {
  readonly scene: PinScene;
  readonly text: LabelKey;
}

const puzzle: PinStep = { scene: 'puzzle', text: 'welcome.pin.puzzle' };
const pinned: PinStep = { scene: 'pinned', text: 'welcome.pin.pinned' };

/** How the button comes into sight, press by press. */
export const pinSteps: Record<BrowserKind, readonly PinStep[]> = {
  chrome: [puzzle, { scene: 'row-pin', text: 'welcome.pin.chrome' }, pinned],
  edge: [puzzle, { scene: 'row-eye', text: 'welcome.pin.edge' }, pinned],
  firefox: [puzzle, { scene: 'row-gear', text: 'welcome.pin.firefox' }, pinned],
  'firefox-android': [
    { scene: 'phone-menu', text: 'welcome.pin.android-menu' },
    { scene: 'phone-row', text: 'welcome.pin.android-row' },
  ],
};
