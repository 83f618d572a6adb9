import type { Messages } from '#core/language/language.ts';
import type { settingsTrouble as swedish } from '../sv/settings-trouble.ts';

/** Texts about settings that this app does not understand, and of writing over them. */
export const settingsTrouble: Messages<typeof swedish> = {
  newer: 'The settings were saved by a newer Volym',
  unreadable: 'The settings cannot be read',
  update: 'The parts that this app understands apply here. Update the app to change them.',
  known: 'What this device knows of them applies here.',
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. Then overwrite them with what applies here, on all devices. Check them afterwards, under Settings.',
  putBack: 'Overwrite the settings',
  done: 'The settings are overwritten.',
  failed: 'They could not be overwritten. Nothing has changed. Try again.',
};
