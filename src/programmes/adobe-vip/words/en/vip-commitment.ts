import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipCommitment as swedish } from '../sv/vip-commitment.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Words of a customer's three-year commitment (C14). */
export const vipCommitment = {
  title: 'Three-year commitment',
  add: 'Add a three-year commitment',
  holds: (minimum: number, from: string, to: string) =>
    `At least ${licences(minimum)}, ${from} to ${to}`,
  over: (to: string) => `Ended ${to}`,
  later: (minimum: number, from: string) => `At least ${licences(minimum)} from ${from}`,
  acceptedOn: 'Accepted',
  contractEnd: 'Last day in the contract',
  counted: (day: string) => `Leave empty to use the calculated date: ${day}.`,
  minimum: 'Minimum number of licences',
  effect: 'A return that goes below this number is refused. The level is kept at the renewal.',
  save: 'Save the commitment',
  saved: 'The commitment is saved',
  drop: 'Remove the commitment',
  dropped: 'The commitment is removed',
} satisfies Messages<typeof swedish>;
