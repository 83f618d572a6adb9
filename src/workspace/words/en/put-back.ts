import type { Messages } from '#core/language/language.ts';
import type { putBack as swedish } from '../sv/put-back.ts';

/**
 * Texts about a record that this app does not understand, and of putting it back as it could be
 * read last.
 */
export const putBack: Messages<typeof swedish> = {
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. You can then restore the last version this device could read.',
  neverRead:
    'This device has never been able to read the record. Restore it on a device that has, or move it to the trash.',
  oddDay: (days) =>
    `The record has a date with an impossible year: ${days}. It was probably only half typed. Enter the right date, and the record can be read.`,
  rightDay: (day) => `The right date for ${day}`,
  correct: 'Correct',
  corrected:
    'The date is corrected. If Sync and safety says that the record cannot be opened on the server, overwrite it there, so that everyone gets it.',
  putBackLast: 'Restore the last version this device could read',
  putBack: 'Restore',
  trash: 'Move to trash',
  confirm:
    'Update Volym first: if someone used a newer version, what it added may be lost. What you restore is sent to all devices.',
  confirmTrash:
    'Update Volym first: a newer version may be able to read the record. It disappears from the list on all devices.',
  confirmTrashHere:
    'It disappears from the list on this device. On other devices it stays: they accept no change to a record that cannot be read.',
  done: 'The last readable version is restored.',
  undone: 'The record is as it was before you restored it.',
  changedSince: 'Someone has changed the record since then. Their change stays.',
  trashed: 'The record is in the trash.',
  failed: 'That did not work. Nothing has changed. Try again.',
};
