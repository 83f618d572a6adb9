import type { shell as source } from '../sv/shell.ts';
import type { Messages } from '../language.ts';
import { install } from './install.ts';

export const shell = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  back: 'Back',
  more: 'More choices',
  add: 'Add',
  copy: 'Copy',
  copied: 'Copied',
  copyWhat: (what) => `Copy ${what}`,
  clearSearch: 'Clear the search',
  show: 'Show',
  hide: 'Hide',
  optional: 'can be filled in later',
  whichAmount: 'Which amount do you mean?',
  working: 'Working',
  today: 'today',
  install,
} satisfies Messages<typeof source>;
