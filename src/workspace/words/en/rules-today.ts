import type { Messages } from '#core/language/language.ts';
import type { rulesToday as source } from '../sv/rules-today.ts';

/** Which rules hold for someone today, in English. */
export const rulesToday = {
  title: 'What applies to you today?',
  sub: 'Apple and Adobe have changed their rules over the years. You can change this in Settings.',
  save: 'Choose',
  accounts: {
    label: 'App licences from Apple',
    answers: {
      'apple-licences.accounts-2016': {
        title: 'User licences',
        sentence: 'One account and one token, for good. Users enter their Apple ID password.',
        source: 'Microsoft Intune, 2016',
      },
      'apple-licences.accounts-2025': {
        title: 'User or device licences',
        sentence: 'Many tokens, one for each location. Licences go to users or devices.',
        source: 'Microsoft Intune, 2025',
      },
    },
  },
  orders: {
    label: 'Ordering after an Adobe authorization',
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    answers: {
      'adobe-vip.order-30': {
        sentence: 'VIP. After that the customer is past due.',
        source: 'Adobe’s Swedish page',
      },
      'adobe-vip.order-14': {
        sentence: 'VIP. After that the customer is past due.',
        source: 'Adobe’s newer English pages',
      },
      'adobe-vip.order-7': {
        sentence: 'VIP Marketplace. After that the authorization has expired.',
        source: 'Adobe’s pages on Marketplace',
      },
    },
  },
  source: (sentence, source) => `${sentence} Source: ${source}.`,
} satisfies Messages<typeof source>;
