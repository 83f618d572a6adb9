import type { Messages } from '#core/language/language.ts';
import type { settingsTrouble as swedish } from '../sv/settings-trouble.ts';

/** What is said of settings that this app does not understand, and of writing over them. */
export const settingsTrouble: Messages<typeof swedish> = {
  newer: 'The settings were saved by a newer Volym',
  unreadable: 'The settings cannot be read',
  update: 'What this app understands of them holds here. Update the app to change them.',
  known: 'What this device knows of them holds here.',
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. Then write over them with what holds here: it goes out to all devices. Look through them afterwards, under Settings.',
  putBack: 'Write over the settings',
  done: 'The settings are written over.',
  failed: 'They could not be written over. Nothing has changed. Try again.',
};
