import { install } from './install.ts';

/** Words of the frame around the screens, of the shared parts, home, More and Settings. */
export const shell = {
  close: 'Stäng',
  cancel: 'Avbryt',
  undo: 'Ångra',
  back: 'Tillbaka',
  more: 'Fler val',
  add: 'Lägg till',
  copy: 'Kopiera',
  copied: 'Kopierat',
  copyWhat: (what: string) => `Kopiera ${what}`,
  clearSearch: 'Rensa sökningen',
  show: 'Visa',
  hide: 'Dölj',
  optional: 'kan fyllas i senare',
  whichAmount: 'Vilket belopp menar du?',
  working: 'Arbetar',
  today: 'i dag',
  install,
};
