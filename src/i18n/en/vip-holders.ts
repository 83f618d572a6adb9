import type { Messages } from '../language.ts';
import type { vipHolders as swedish } from '../sv/vip-holders.ts';

/** Words of the sheet where those are written down who have a licence. */
export const vipHolders = {
  sheet: 'Who has a licence',
  name: 'Name',
  several: 'Several names can be pasted, one to a line.',
  group: 'Department',
  plan: 'Product',
  save: 'Save',
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
