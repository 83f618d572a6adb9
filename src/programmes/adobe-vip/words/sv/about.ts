import type { OrderEdition } from '#programmes/adobe-vip/rules/order/order-editions.ts';

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagar`);

/** How this programme is described to those who choose what they manage. */
export const about = {
  line: 'Kunder, inköpsauktoriseringar och dagarna till order och förlängning',
  asked: {
    orders: {
      label: 'Order efter en auktorisering hos Adobe',
      answers: {
        'adobe-vip.order-30': {
          title: days,
          sentence: 'VIP. Därefter är kunden försenad.',
          source: 'Adobes svenska sida',
        },
        'adobe-vip.order-14': {
          title: days,
          sentence: 'VIP. Därefter är kunden försenad.',
          source: 'Adobes nyare engelska sidor',
        },
        'adobe-vip.order-7': {
          title: days,
          sentence: 'VIP Marketplace. Därefter har auktoriseringen gått ut.',
          source: 'Adobes sidor för Marketplace',
        },
      } satisfies Readonly<Record<OrderEdition['id'], unknown>>,
    },
  },
};
