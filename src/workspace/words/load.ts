import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { importFolder } from './sv/import/folder.ts';
import type { lacks } from './sv/sync-lacks.ts';
import type { reminders } from './sv/reminders.ts';

/** The words of what the browser does not do. */
export type LacksWords = Messages<typeof lacks>;

/** The words of folders whose files are imported. */
export type FolderWords = Messages<typeof importFolder>;

/** The words of the reminders, in one language. */
export type ReminderMessages = Messages<typeof reminders>;

/** Loads the words of what belongs to no programme, of one object at a time. */
export const loadWorkspaceWords = wordsIn({
  /** Undoing what was done to many records. */
  acts: {
    sv: () => import('./sv/acts.ts'),
    en: () => import('./en/acts.ts'),
  },
  backup: {
    sv: () => import('./sv/backup.ts'),
    en: () => import('./en/backup.ts'),
  },
  /** A CouchDB. */
  couch: {
    sv: () => import('./sv/couch.ts'),
    en: () => import('./en/couch.ts'),
  },
  /** The history's own words alone, which name the kinds of records, too. */
  history: {
    sv: () => import('./sv/history.ts'),
    en: () => import('./en/history.ts'),
  },
  /** What became of each row: only the page of an import tells. */
  importRows: {
    sv: () => import('./sv/import/rows.ts'),
    en: () => import('./en/import/rows.ts'),
  },
  imports: {
    sv: () => import('./sv/import.ts'),
    en: () => import('./en/import.ts'),
  },
  /** With a folder that is watched or dropped: phones have none. */
  importFolder: {
    sv: () => import('./sv/import/folder.ts'),
    en: () => import('./en/import/folder.ts'),
  },
  /** People and their devices. Apart from those of sync, which every history is told in. */
  people: {
    sv: () => import('./sv/sync-people.ts'),
    en: () => import('./en/sync-people.ts'),
  },
  putBack: {
    sv: () => import('./sv/put-back.ts'),
    en: () => import('./en/put-back.ts'),
  },
  /** With the strip of a device that only reads: most devices show none. */
  reading: {
    sv: () => import('./sv/reading.ts'),
    en: () => import('./en/reading.ts'),
  },
  /** For Settings and what plans the reminders; home's first load knows nothing of them. */
  reminders: {
    sv: () => import('./sv/reminders.ts'),
    en: () => import('./en/reminders.ts'),
  },
  /** What the browser does not do. Apart from those of sync, with which a device that joins comes. */
  lacks: {
    sv: () => import('./sv/sync-lacks.ts'),
    en: () => import('./en/sync-lacks.ts'),
  },
  settingsTrouble: {
    sv: () => import('./sv/settings-trouble.ts'),
    en: () => import('./en/settings-trouble.ts'),
  },
  trash: {
    sv: () => import('./sv/trash.ts'),
    en: () => import('./en/trash.ts'),
  },
  keyringTrouble: {
    sv: () => import('./sv/keyring-trouble.ts'),
    en: () => import('./en/keyring-trouble.ts'),
  },
  lock: {
    sv: () => import('./sv/vault-lock.ts'),
    en: () => import('./en/vault-lock.ts'),
  },
  slowKey: {
    sv: () => import('./sv/slow-key.ts'),
    en: () => import('./en/slow-key.ts'),
  },
  /** More and the settings. */
  more: {
    sv: () => import('./sv/more.ts'),
    en: () => import('./en/more.ts'),
  },
  /** Sync and safety. */
  sync: {
    sv: () => import('./sv/sync.ts'),
    en: () => import('./en/sync.ts'),
  },
  /** The passphrase, the recovery kit and the lock. */
  vault: {
    sv: () => import('./sv/vault.ts'),
    en: () => import('./en/vault.ts'),
  },
  /** Shown once a secret was changed. */
  after: {
    sv: () => import('./sv/vault-after.ts'),
    en: () => import('./en/vault-after.ts'),
  },
});
