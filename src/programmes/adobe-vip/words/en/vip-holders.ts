import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipHolders as swedish } from '../sv/vip-holders.ts';

const n = countIn('en');

/** Words of the sheet where those are written down who have a licence. */
export const vipHolders = {
  sheet: 'Who has a licence',
  name: 'Name',
  several: 'You can paste several names, one per line.',
  names: 'Names, one per line',
  many: (count: number) =>
    count === 1 ? '1 name' : `${n(count)} names. They are added when you save.`,
  group: 'Department',
  plan: 'Product',
  /** Shown if the list has more names than the recorded number of assigned licences. */
  more: (names: number) =>
    names === 1
      ? 'One name is on the list. The number you enter applies anyway; remove anyone who no longer has a licence.'
      : `${n(names)} names are on the list. The number you enter applies anyway; remove those who no longer have a licence.`,
  save: 'Save',
  saveMany: (count: number) => `Save ${n(count)} names`,
  remove: 'Remove from the list',
  added: (name: string) => `${name} is added`,
  addedMany: (count: number, known: number) =>
    count === 0
      ? 'All were already there'
      : [
          count === 1 ? '1 is added' : `${count} are added`,
          ...(known > 0 ? [`${known} ${known === 1 ? 'was' : 'were'} already there`] : []),
        ].join(', '),
  removed: (name: string) => `${name} is removed from the list`,
} satisfies Messages<typeof swedish>;
