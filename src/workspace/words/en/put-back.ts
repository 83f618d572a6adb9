import type { Messages } from '#core/language/language.ts';
import type { putBack as swedish } from '../sv/put-back.ts';

/**
 * What is said of a record that this app does not understand, and of putting it back as it could be
 * read last.
 */
export const putBack: Messages<typeof swedish> = {
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. Then you can put back what this device could read last.',
  neverRead:
    'This device has never been able to read the record. Put it back on a device that has had it, or move it to the trash.',
  oddDay: (days) =>
    `The record has a day in a year that cannot be right: ${days}. It is probably half typed. Enter the right day, and the record can be read.`,
  rightDay: (day) => `The right day for ${day}`,
  correct: 'Correct',
  corrected:
    'The day is corrected. If Sync and safety says that the record cannot be opened on the server, write over it there. Then everybody gets it.',
  putBackLast: 'Put back what this device could read last',
  putBack: 'Put back',
  trash: 'Move to trash',
  confirm:
    'Update Volym first: if somebody wrote with a newer version, what it added may be lost. What is put back goes out to all devices.',
  confirmTrash:
    'Update Volym first: a newer version may be able to read the record. It leaves the list on all devices.',
  confirmTrashHere:
    'It leaves the list on this device. Other devices take in nothing of a record that cannot be read: there it stays.',
  done: 'What could be read last is back.',
  undone: 'The record is as it was before you put it back.',
  changedSince: 'Somebody has changed the record since. That stays.',
  trashed: 'The record is in the trash.',
  failed: 'That did not work. Nothing has changed. Try again.',
};
