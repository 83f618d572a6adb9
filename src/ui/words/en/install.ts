import type { install as source } from '../sv/install.ts';
import type { Messages } from '#core/language/language.ts';

/** Texts of this area in English. */
export const install = {
  safari: {
    title: 'Add Volym to your Home Screen',
    why: 'It then opens like an app, and Safari does not clear what you have saved.',
  },
  browser: {
    title: 'Install Volym',
    why: 'It gets its own window and icon, and keeps what you have saved.',
  },
  install: 'Install Volym',
  share: 'Tap Share in Safari',
  addToHome: 'Choose Add to Home Screen',
  openThere: 'Open Volym from there',
  ownStore:
    'The app on the Home Screen has its own storage and starts empty. What you have saved here stays in Safari.',
} satisfies Messages<typeof source>;
