import type { Messages } from '#core/language/language.ts';
import type { about as source } from '../sv/about.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** How this programme is described to those who choose what they manage, in English. */
export const about = {
  line: 'Customers, purchase authorizations and the days to order and renewal',
  asked: {
    orders: {
      label: 'Ordering after an Adobe authorization',
      answers: {
        'adobe-vip.order-30': {
          title: days,
          sentence: 'VIP. After that the customer is past due.',
          source: 'Adobe’s Swedish page',
        },
        'adobe-vip.order-14': {
          title: days,
          sentence: 'VIP. After that the customer is past due.',
          source: 'Adobe’s newer English pages',
        },
        'adobe-vip.order-7': {
          title: days,
          sentence: 'VIP Marketplace. After that the authorization has expired.',
          source: 'Adobe’s pages on Marketplace',
        },
      },
    },
  },
} satisfies Messages<typeof source>;
