import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { backup as source } from '../sv/backup.ts';

const n = countIn('en');

const records = (count: number): string => (count === 1 ? '1 record' : `${n(count)} records`);
const days = (count: number): string =>
  count === 0 ? 'today' : count === 1 ? '1 day' : `${n(count)} days`;

/** Words of the backup, English. */
export const backup = {
  title: 'Backup file',
  age: (count) => (count === undefined ? 'never' : days(count)),
  due: (count) => (count === undefined ? 'No backup' : `Backup: ${days(count)}`),
  remind: (count) =>
    count === undefined
      ? 'There is no backup'
      : `The backup is ${count === 0 ? 'from today' : `${days(count)} old`}`,
  outlived: 'The backup opens only with the previous passphrase or kit',
  savedOn: (day) => `Encrypted, saved ${day}`,
  neverSaved: 'No backup has been made on this device',
  backUp: 'Back up',
  testedCheck: 'The backup can be restored',
  notTested: 'not tested',
  testedOn: (day) => `tested ${day}`,
  otherTested: (day) => `The backup that was tested was made ${day}.`,
  whatTests:
    'A backup is tested when Volym has opened the file where it is stored and read it to its end. Restoring does that, too: it first shows what the backup contains, and changes nothing.',
  test: 'Test a backup',
  make: {
    sub: 'One file with everything: orders, codes, history and trash.',
    last: (day) => `Last saved ${day}`,
    never: 'No backup yet',
    neverDetail: 'If this device breaks, only those who share the workspace have everything.',
    holds: records,
    tested: (day) => `Saved and read back ${day}`,
    notTested: 'Not checked yet',
    otherTested: (day) => `Another backup was tested ${day}`,
    testedDetail: 'Volym opens the whole file and compares each record with what is here.',
    testedBefore: (day) => `Checked ${day}, before it was saved`,
    testedBeforeDetail:
      'Volym cannot read the file where it is stored. Test it yourself: Restore from a file shows what it contains and changes nothing. The test date is then shown here.',
    opens:
      'The file is encrypted. It opens with the current passphrase or recovery kit. Keep it somewhere other than on this device.',
    making: 'Making the backup',
    testing: 'Reading back and checking',
    of: (done, all) => `${n(done)} of ${records(all)}`,
    percent: (share) => `${Math.floor(share * 100)}%`,
    cancel: 'Cancel',
    ready: 'The file is ready and checked',
    readyDetail: 'Choose where to save it.',
    save: 'Save the file',
    done: 'The backup is saved and checked',
    handedOver: 'The backup is checked. The device is saving it.',
    restore: 'Restore',
    restoreRow: 'Restore from a file',
    restoreDetail: 'With a dry run first. What is newer here stays.',
    demo: 'The example needs no backup.',
  },
  makeProblems: {
    'no-device-key':
      'The browser cleared the key of this device. Lock the codes, unlock them again, and try once more.',
    'keys-changed':
      'The keys were changed. Wait until everything is in sync, lock the codes, unlock them again, and try once more.',
    'no-keyring':
      'What opens the file is missing on this device. Wait until everything is in sync and try again.',
    'not-whole': 'The check failed. Do not trust this file: delete it and make a new one.',
    failed:
      'The file could not be written. The place it was being saved to may be full. Try again.',
  },
  restore: {
    title: 'Restore from a backup',
    sub: 'Choose the file. Its name ends in .volym. Nothing changes until you have seen what it contains.',
    choose: 'Choose file',
    file: 'Backup file',
    other: 'Choose another file',
    reading: 'Reading and comparing',
    cancel: 'Cancel',
    open: 'Open the backup',
    lockedAgain: 'The vault was locked in the meantime.',
    openByPhrase: (day) => `Made ${day}. Type the passphrase that was in use then.`,
    openByKit: (day, kit) =>
      `Made ${day}. Type the twelve words${kit === undefined ? '' : ` of kit ${kit.number}, mark ${kit.mark}`}, or scan the code of the kit.`,
    usePhrase: 'Use the passphrase instead',
    dryRun: 'This is in the file',
    madeOn: (day) => `Made ${day}`,
    workspace: 'Workspace',
    records: 'Records',
    fresh: 'New here',
    deleted: 'Deleted for good here',
    same: 'The same',
    newerHere: 'Different, newer here',
    newerInFile: 'Different, newer in the file',
    asked: 'Questions to answer',
    otherKind: 'From a newer Volym',
    whole: 'The file is complete.',
    newHere: 'The workspace is not on this device. It will be added.',
    besideOther: (name) => `The workspace ${name} stays. You can switch in Settings.`,
    leavesDemo: 'The example is erased from this device.',
    merges:
      'The workspace is on this device. The file is merged into it, and what is newer here stays.',
    asks: 'Where both were changed in different ways, you choose. The questions come first under Deadlines.',
    nothing:
      'Everything in the file is already here, or something newer is. There is nothing to restore.',
    bringBack: (count: number) =>
      count === 1 ? 'Bring back the deleted record' : `Bring back ${n(count)} deleted records`,
    staysDeleted: (count: number) =>
      count === 1
        ? 'One record in the file was deleted for good here, and stays deleted. If you bring it back, the file is merged with the workspace and the record comes back on all devices.'
        : `${n(count)} records in the file were deleted for good here, and stay deleted. If you bring them back, the file is merged with the workspace and the records come back on all devices.`,
    leftOut: (count: number) =>
      count === 1
        ? 'One record in the file is damaged and is left out. Volym never writes such a record.'
        : `${n(count)} records in the file are damaged and are left out. Volym never writes such records.`,
    noRoom: (count: number) =>
      count === 1
        ? 'One record in the file is left out: the one here has no room for more.'
        : `${n(count)} records in the file are left out: those here have no room for more.`,
    nothingElse: 'Everything else in the file is already here, or something newer is.',
    restore: 'Restore',
    merge: 'Merge',
    next: 'Continue',
    writing: 'Restoring',
    writingDetail: 'Keep this page open until everything is in place.',
    restored: (count) => `${records(count)} back in place`,
    merged: 'The backup is merged',
    close: 'Done',
  },
  fileProblems: {
    'only-reads':
      'This device is read-only. Nothing was changed. Someone who can edit can restore the file.',
    'not-a-backup': 'This is not a Volym backup. Choose a file whose name ends in .volym.',
    'newer-format': 'The file was made by a newer Volym. Update the app and try again.',
    damaged: 'The file is damaged. Nothing was changed. Try another backup.',
    'cut-off':
      'The file is incomplete: its end is missing. Nothing was changed. Get it again, or try another one.',
    'not-read': 'The file could not be read. Nothing was changed. Choose it again.',
    failed:
      'It could not be saved on this device, which may be full. Free some space and try again.',
  },
} satisfies Messages<typeof source>;
