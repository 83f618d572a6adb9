import type { Messages } from '../language.ts';
import type { vipRules as swedish } from '../sv/vip-rules.ts';

/** Words of the choice between editions of Adobe's rules. */
export const vipRules = {
  title: 'Rules',
  workspace: 'Rules of Adobe VIP',
  inherit: (edition: string) => `As in Settings: ${edition}`,
  kept: 'The choice counts for what is created from now on. What is there keeps the edition it was created under.',
  keptRenewal: "The customer's renewal is reckoned anew at once.",
  unclear: 'Unclear at Adobe.',
  ours: "Volym's own default: Adobe names no day.",
  source: (source: string) => `Source: ${source}.`,
  chosen: 'Changed',
  rules: {
    'adobe-vip.order-days': 'Days to order',
    'adobe-vip.return-part': 'What can be returned',
    'adobe-vip.renewal-window': 'Late renewal',
    'adobe-vip.last-notice': 'The last notice',
    'adobe-vip.anniversary': 'The first anniversary',
    'adobe-vip.levels': 'Discount levels 2, 3 and 4',
  },
  editions: {
    'adobe-vip.order-30': '30 days',
    'adobe-vip.order-14': '14 days',
    'adobe-vip.order-7': '7 days',
    'adobe-vip.return-part-line': 'Whole order lines',
    'adobe-vip.return-part-quantity': 'Part of an order line',
    'adobe-vip.renewal-late-30': 'Until 30 days after the anniversary',
    'adobe-vip.renewal-late-0': 'Not after the anniversary',
    'adobe-vip.renewal-marketplace-14': 'Until 14 days after the anniversary',
    'adobe-vip.renewal-marketplace-30': 'Until 30 days after the anniversary',
    'adobe-vip.last-notice-3': '3 days before the last day',
    'adobe-vip.last-notice-7': '7 days before the last day',
    'adobe-vip.last-notice-10': '10 days before the last day',
    'adobe-vip.last-notice-14': '14 days before the last day',
    'adobe-vip.anniversary-order': '12 months from the first order',
    'adobe-vip.anniversary-2018': '12 months from order or authorization',
    'adobe-vip.anniversary-2013': '13 months from the accepted terms',
    'adobe-vip.levels-10': 'From 10, 50 and 100 licences',
    'adobe-vip.levels-50': 'From 50, 250 and 1,000 licences',
  },
} satisfies Messages<typeof swedish>;
