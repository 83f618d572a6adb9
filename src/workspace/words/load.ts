import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { acts } from './sv/acts.ts';
import type { backup } from './sv/backup.ts';
import type { couch } from './sv/couch.ts';
import type { history } from './sv/history.ts';
import type { imports } from './sv/import.ts';
import type { keyringTrouble } from './sv/keyring-trouble.ts';
import type { putBack } from './sv/put-back.ts';
import type { reading } from './sv/reading.ts';
import type { reminders } from './sv/reminders.ts';
import type { settingsTrouble } from './sv/settings-trouble.ts';
import type { slowKey } from './sv/slow-key.ts';
import type { lacks } from './sv/sync-lacks.ts';
import type { people } from './sv/sync-people.ts';
import type { trash } from './sv/trash.ts';
import type { lock } from './sv/vault-lock.ts';
import type { more } from './sv/more.ts';
import type { sync } from './sv/sync.ts';
import type { after } from './sv/vault-after.ts';
import type { vault } from './sv/vault.ts';

/**
 * The words of undoing what was done to many records.
 */
export const loadActsText = wordsIn<Messages<typeof acts>>(
  async () => (await import('./sv/acts.ts')).acts,
  async () => (await import('./en/acts.ts')).acts,
);

/**
 * The words of the backup.
 */
export const loadBackupText = wordsIn<Messages<typeof backup>>(
  async () => (await import('./sv/backup.ts')).backup,
  async () => (await import('./en/backup.ts')).backup,
);

/**
 * The words of a CouchDB.
 */
export const loadCouchText = wordsIn<Messages<typeof couch>>(
  async () => (await import('./sv/couch.ts')).couch,
  async () => (await import('./en/couch.ts')).couch,
);

/**
 * The history's own words alone, which name the kinds of records, too.
 */
export const loadHistoryWords = wordsIn<Messages<typeof history>>(
  async () => (await import('./sv/history.ts')).history,
  async () => (await import('./en/history.ts')).history,
);

/**
 * The words of the import.
 */
export const loadImportText = wordsIn<Messages<typeof imports>>(
  async () => (await import('./sv/import.ts')).imports,
  async () => (await import('./en/import.ts')).imports,
);

/**
 * The words of people and their devices. Apart from those of sync, which every history is told in.
 */
export const loadPeopleText = wordsIn<Messages<typeof people>>(
  async () => (await import('./sv/sync-people.ts')).people,
  async () => (await import('./en/sync-people.ts')).people,
);

/** Words of `put-back.ts`. */
export const loadPutBackWords = wordsIn<Messages<typeof putBack>>(
  async () => (await import('./sv/put-back.ts')).putBack,
  async () => (await import('./en/put-back.ts')).putBack,
);

/** The words of a device that only reads, in one language. */
export type ReadingMessages = Messages<typeof reading>;

/** Loads them with the strip that shows them: most devices show none. */
export const loadReadingTexts = wordsIn<ReadingMessages>(
  async () => (await import('./sv/reading.ts')).reading,
  async () => (await import('./en/reading.ts')).reading,
);

/** The words of the reminders, in one language. */
export type ReminderMessages = Messages<typeof reminders>;

/** Loaded by Settings and by what plans the reminders; home's first load knows nothing of them. */
export const loadReminderTexts = wordsIn<ReminderMessages>(
  async () => (await import('./sv/reminders.ts')).reminders,
  async () => (await import('./en/reminders.ts')).reminders,
);

/**
 * The words of what the browser does not do. Apart from those of sync, with which a device that
 * joins comes.
 */
export const loadLacks = wordsIn<Messages<typeof lacks>>(
  async () => (await import('./sv/sync-lacks.ts')).lacks,
  async () => (await import('./en/sync-lacks.ts')).lacks,
);

/** Words of `settings-trouble.ts`. */
export const loadSettingsTroubleWords = wordsIn<Messages<typeof settingsTrouble>>(
  async () => (await import('./sv/settings-trouble.ts')).settingsTrouble,
  async () => (await import('./en/settings-trouble.ts')).settingsTrouble,
);

/** Words of `trash.ts`. */
export const loadTrashWords = wordsIn<Messages<typeof trash>>(
  async () => (await import('./sv/trash.ts')).trash,
  async () => (await import('./en/trash.ts')).trash,
);

/** Words of `keyring-trouble.ts`. */
export const loadKeyringTroubleWords = wordsIn<Messages<typeof keyringTrouble>>(
  async () => (await import('./sv/keyring-trouble.ts')).keyringTrouble,
  async () => (await import('./en/keyring-trouble.ts')).keyringTrouble,
);

/** Words of `vault-lock.ts`. */
export const loadVaultLockWords = wordsIn<Messages<typeof lock>>(
  async () => (await import('./sv/vault-lock.ts')).lock,
  async () => (await import('./en/vault-lock.ts')).lock,
);

/** Words of `slow-key.ts`. */
export const loadSlowKeyWords = wordsIn<Messages<typeof slowKey>>(
  async () => (await import('./sv/slow-key.ts')).slowKey,
  async () => (await import('./en/slow-key.ts')).slowKey,
);

/** The words of More and of the settings. */
export const loadMoreText = wordsIn<Messages<typeof more>>(
  async () => (await import('./sv/more.ts')).more,
  async () => (await import('./en/more.ts')).more,
);

/** The words of sync and safety. */
export const loadSyncText = wordsIn<Messages<typeof sync>>(
  async () => (await import('./sv/sync.ts')).sync,
  async () => (await import('./en/sync.ts')).sync,
);

/** The words of the passphrase, the recovery kit and the lock. */
export const loadVaultText = wordsIn<Messages<typeof vault>>(
  async () => (await import('./sv/vault.ts')).vault,
  async () => (await import('./en/vault.ts')).vault,
);

/** Texts shown once a secret was changed. */
export const loadVaultAfterWords = wordsIn<Messages<typeof after>>(
  async () => (await import('./sv/vault-after.ts')).after,
  async () => (await import('./en/vault-after.ts')).after,
);
