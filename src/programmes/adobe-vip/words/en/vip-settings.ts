import type { Messages } from '#core/language/language.ts';
import type { vipSettings as source } from '../sv/vip-settings.ts';

/** Words of Adobe VIP's section in Settings, in English. */
export const vipSettings = {
  title: 'Adobe VIP',
  orderDays: 'Days to order',
  more: 'More rules',
  moreDetail: 'Returns, renewal, anniversary and levels',
  days: (count) => `${count} days`,
  marketplaceDays: (count) => `${count === 1 ? '1 day' : `${count} days`}, Marketplace`,
  hint: 'Adobe’s Swedish page says 30 days, newer English pages 14. The choice applies to new authorizations; existing ones keep their days. With 7, new customers start in VIP Marketplace, which always has 7.',
} satisfies Messages<typeof source>;
