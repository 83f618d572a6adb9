import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { vipHolders as swedish } from '../sv/vip-holders.ts';

const n = countIn('en');

/** Words of the sheet where those are written down who have a licence. */
export const vipHolders = {
  sheet: 'Who has a licence',
  name: 'Name',
  several: 'Several names can be pasted, one to a line.',
  names: 'Names, one to a line',
  many: (count: number) => (count === 1 ? '1 name' : `${n(count)} names. They are added when you save.`),
  group: 'Department',
  plan: 'Product',
  /** Said where so many names are on the list as more than are said to be assigned. */
  more: (names: number) =>
    names === 1
      ? 'One name is on the list. The number you write counts all the same; take off whoever has no licence any more.'
      : `${n(names)} names are on the list. The number you write counts all the same; take off those who have no licence any more.`,
  save: 'Save',
  saveMany: (count: number) => `Save ${n(count)} names`,
  remove: 'Take off the list',
  added: (name: string) => `${name} is added`,
  addedMany: (count: number, known: number) =>
    count === 0
      ? 'All were there already'
      : [count === 1 ? '1 is added' : `${count} are added`, ...(known > 0 ? [`${known} were there already`] : [])].join(
          ', ',
        ),
  removed: (name: string) => `${name} is taken off the list`,
} satisfies Messages<typeof swedish>;
