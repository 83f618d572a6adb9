import type { Messages } from '#core/language/language.ts';
import type { keys as swedish } from '../sv/keys.ts';

/** Words of the list of keys that is shown by `?`. */
export const keys: Messages<typeof swedish> = {
  title: 'Keyboard shortcuts',
  lists: 'In a list',
  anywhere: 'Anywhere',
  go: 'Go to a place',
  goNote: 'Press g, then the letter',
  does: {
    next: 'Next or previous row',
    page: 'One screen down or up',
    ends: 'First or last row',
    open: 'Open the row',
    back: 'Back to the row in the list',
    leave: 'Leave the list',
    make: 'Add something new on this page',
    help: 'Show the shortcuts',
    close: 'Close what is on top',
  },
  names: {
    pageDown: 'PgDn',
    pageUp: 'PgUp',
    home: 'Home',
    end: 'End',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
  },
};
