import type { Messages } from '../language.ts';
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
    back: 'Back to the row from what is open',
    leave: 'On from the list',
    make: 'New, of what the place is about',
    help: 'Show the shortcuts',
    close: 'Close what lies on top',
  },
  names: { pageDown: 'PgDn', pageUp: 'PgUp', home: 'Home', end: 'End', enter: 'Enter', escape: 'Esc', tab: 'Tab' },
};
