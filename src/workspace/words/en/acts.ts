import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { acts as source } from '../sv/acts.ts';

const n = countIn('en');

const codes = (count: number): string => (count === 1 ? '1 code' : `${n(count)} codes`);
const orders = (count: number): string => (count === 1 ? '1 order' : `${n(count)} orders`);
const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const users = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** Words of what was done to many records at once, and of taking it back. */
export const acts = {
  label: 'Steps that can be undone',
  how: 'What was done on this device in the last 30 days. Imports are undone under Import.',
  names: {
    'handed-out': (count) => `${codes(count)} handed out`,
    'resend-requested': (count) => `Resend requested, ${orders(count)}`,
    resent: (count) => `Resent credit has arrived, ${orders(count)}`,
    validated: () => 'Content purchaser approved',
    rejected: () => 'Content purchaser rejected',
    restored: (count) => (count === 1 ? '1 record restored' : `${n(count)} records restored`),
    'licences-given': (count) => `${licences(count)} assigned`,
    'licences-taken-back': (count) => `${licences(count)} revoked`,
    'apps-gone': (count) => `The app is gone, ${licences(count)} free`,
    deployed: (count) =>
      count === 1 ? 'Deployment changed' : `Deployment changed, ${licences(count - 1)} affected`,
    invited: (count) => `${users(count)} invited`,
    reminded: (count) => `${users(count)} reminded`,
    accepted: (count) => `Terms accepted by ${users(count)}`,
    retired: (count) => `${users(count)} retired`,
    returned: (count) => `${users(count)} active again`,
  },
  noted: {
    'licences-given': (count) => `${licences(count)} recorded as assigned`,
    'licences-taken-back': (count) => `${licences(count)} recorded as revoked`,
  },
  newDeployment: (count) =>
    count === 1 ? 'New deployment' : `New deployment, ${licences(count - 1)} affected`,
  andMore: (name, more) => (more === 0 ? name : `${name} and ${n(more)} more`),
  stays: (changed, all) => `${n(changed)} of ${n(all)} will not be undone: changed since then`,
  undo: 'Undo',
  undoThis: (name) => `Undo: ${name}`,
  all: (count) => `Show all ${n(count)}`,
  reason: 'Undone',
  undone: 'The step is undone',
  undoneHandOut:
    'The step is undone, and the codes are free. If someone already has them, do not hand them out again.',
  undoneSome: (changed, all) => `${n(changed)} of ${n(all)} were not undone: changed since then`,
  nothing: 'Nothing was undone: everything has changed since then',
  failed: 'Not everything could be undone. Try again under Trash.',
} satisfies Messages<typeof source>;
