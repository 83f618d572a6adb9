import type { tokenKills as killsSource, tokenNote as noteSource } from '../sv/tokens-note.ts';
import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';

const n = countIn('en');

/**
 * What ends a token besides its last day (apple.md §1.3, §1.4; seed 001), in the order of how often
 * it happens.
 */
export const tokenKills = [
  'The password of the account that downloaded it is changed, or expires.',
  'The person leaves, the account is closed or its domain changes.',
  'Someone revokes it at Apple, or Apple does.',
  'It is uploaded to another system: assignments and users can be lost.',
] satisfies Messages<typeof killsSource>;

/** Words of the note with which a token is handed over, to be printed (B4). */
export const tokenNote = {
  title: 'Handover note',
  detail: 'Print it and put it in the safe',
  lead: 'Everything the person taking over needs to know. Nothing on it is secret.',
  print: 'Print',
  heading: (name) => `VPP token ${name}`,
  written: (day, workspace) => `${workspace}, ${day}`,
  facts: 'The token',
  alsoIn: 'Also in',
  state: 'State',
  downloaded: 'Downloaded',
  by: (name, day) => `${day}, by ${name}`,
  holders: 'Has access to the account',
  few: 'At least two people should have access. Write who else will have it:',
  where: 'Where to download a new one',
  signIn: (account) =>
    account === ''
      ? 'Sign in to school.apple.com or business.apple.com with the account.'
      : `Sign in to school.apple.com or business.apple.com as ${account}.`,
  goTo: 'Go to Settings, Payments & Billing, Apps and Books.',
  download: 'Under Content Tokens, choose Download next to the location.',
  renewal: 'The renewal',
  progress: (done, of) => (done === 0 ? 'Not started' : `${n(done)} of ${n(of)} done`),
  begin: (day) => `Start by ${day}.`,
  kills: 'What ends it',
  lastDay: (day) => `Its year ends: the last day is ${day}.`,
  byHand: 'Fill in by hand',
  password: 'Where the password is kept (never the password itself)',
  secondFactor: 'The code for signing in goes to',
  handedOver: 'Handed over by: date, signature',
  takenOver: 'Taken over by: date, signature',
} satisfies Messages<typeof noteSource>;
