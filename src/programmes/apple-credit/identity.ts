import KeyRound from '@lucide/svelte/icons/key-round';
import Ticket from '@lucide/svelte/icons/ticket';
import UserRound from '@lucide/svelte/icons/user-round';
import { ownEntry } from '#core/own-entry.ts';
import type { IdentityOf } from '../programme.ts';
import type { appleCredit } from './programme.ts';
import type { RedemptionCode } from './rules/code/redemption-code.ts';
import type { CreditOrder } from './rules/order/credit-order.ts';

/** Who orders, codes and purchasers are. */
export const identity: IdentityOf<(typeof appleCredit)['id']> = {
  icons: {
    'credit-order': Ticket,
    'redemption-code': KeyRound,
    'code-batch': KeyRound,
    'content-purchaser': UserRound,
  },
  names: {
    'credit-order': ({ data }: CreditOrder, { format, history }) =>
      [format.money(data.amount, data.currency), data.orderNumber].filter(Boolean).join(' · ') ||
      history.nameless,
    'redemption-code': ({ data }: RedemptionCode, { recordWords, format }) =>
      ownEntry(recordWords.numbered, 'redemption-code')?.(format.number(data.number)) ?? '',
  },
  joinedTo: { 'credit-order': ({ data }: CreditOrder) => data.joinedTo ?? '' },
  sameAs: {
    'credit-order': {
      meets: ({ data }: CreditOrder) => data.meets ?? '',
      door: () => import('./screens/same-order/SameOrderDoor.svelte'),
      question: () => import('./screens/same-order/SameOrderQuestion.svelte'),
    },
  },
};
