import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { history as source } from '../sv/history.ts';

const n = countIn('en');

/** Words of the history of one record, whatever kind it is of. */
export const history = {
  title: 'History',
  open: 'History',
  changes: (count) => (count === 1 ? '1 change' : `${n(count)} changes`),
  none: 'Nothing has changed.',
  note: 'Codes and links are never written out in the history.',
  full: (count) => `The latest ${n(count)} changes are kept. Older ones are gone, but every step is still there.`,
  more: (count) => `Show ${n(count)} more`,
  made: 'Created',
  importedFrom: (file, row) => `Import ${file}, row ${n(row)}`,
  trashed: 'Moved to the trash',
  restored: 'Restored from the trash',
  empty: '–',
  hidden: 'changed, not shown',
  fromTo: (from, to) => `from ${from} to ${to}`,
  answered: (others, count) =>
    [
      'Answer to a question',
      ...(count === 0 ? [] : [`${count === 1 ? 'the other was' : 'the others were'} ${others}`]),
    ].join(', '),
  kept: 'Kept, not deleted',
  corrected: (step) => `${step}, corrected`,
  takenBack: (step) => `${step}, taken back`,
  reason: (reason) => `Why: ${reason}`,
  nothing: 'empty',
  bringBackValue: (value) => `Restore to ${value}`,
  bringBackWhat: (field, value) => `Restore to ${value}, ${field}`,
  bringBackReason: 'Restored from the history',
  broughtBack: (field, value) => `${field} is ${value} again`,
  changedSince: 'It has changed again since then, and stays.',
  kinds: {
    'credit-order': 'VPP credit',
    'code-batch': 'App codes',
    'redemption-code': 'Redemption code',
    'content-purchaser': 'Content purchaser',
    workspace: 'Workspace settings',
    'import-run': 'Import',
    person: 'Person',
    device: 'Device',
    keyring: 'Keys',
  },
  nameless: 'Order without a number',
  steps: {
    revealed: 'The code was shown',
    'handed-out': 'Handed out',
    redeemed: 'Redeemed',
    validated: 'The account is valid',
    rejected: 'Rejected by Apple',
    started: 'The import began',
    imported: 'Imported',
    undone: 'The import was undone',
    'shut-out': 'Shut out',
    'came-back': 'Let in again',
  },
} satisfies Messages<typeof source>;
