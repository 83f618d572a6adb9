import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipShared as swedish } from '../sv/vip-shared.ts';

const n = countIn('en');

/** Words of a number that several customers have; the customers' names follow them. */
export const vipShared = {
  here: {
    vipId: 'The same VIP ID is also used by',
    marketplaceId: 'The same Marketplace customer number is also used by',
  },
  list: {
    vipId: 'Several customers have the same VIP ID:',
    marketplaceId: 'Several customers have the same Marketplace customer number:',
  },
  more: (count: number) =>
    count === 1 ? 'One more number is shared.' : `${n(count)} more numbers are shared.`,
  request: (number: string) =>
    `Several authorizations have the number ${number}. Licences and reminders are counted for each.`,
  withdraw:
    'If they are the same authorization, withdraw the one that is still waiting for its order. Otherwise correct the number.',
  putRight:
    'If they are the same authorization, remove the order under History, withdraw the authorization that should not stay, and record the order again if the other one is waiting for it. Otherwise correct the number.',
  how: 'Licences and reminders are counted for each. If they are the same customer, keep the one with the authorizations and orders and move the other to the trash. Otherwise correct the number.',
} satisfies Messages<typeof swedish>;
