import { expect, test } from 'vitest';
import { sharedNumbers } from '#programmes/adobe-vip/rules/customer/shared-numbers.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { customerWith } from '#tests/factories/vip.ts';

const [ONE, OTHER] = ['5A20C8F190D73B627E4D', '3C819D40E77B2A6F10B4'];
const customers = (...all: readonly Partial<VipCustomerData>[]) =>
  all.map((given, at) => customerWith(given, [], `c${at}`));
const told = (...all: readonly Partial<VipCustomerData>[]) =>
  sharedNumbers(customers(...all)).map(({ field, customers: of }) =>
    [field, ...of.map(({ id }) => id)].join(' '),
  );

test.each<readonly [string, readonly string[], readonly Partial<VipCustomerData>[]]>([
  ['one VIP ID of two', ['vipId c0 c2'], [{ vipId: ONE }, { vipId: OTHER }, { vipId: ONE }]],
  [
    'one Marketplace id, however it is written, beside VIP IDs of their own',
    ['marketplaceId c0 c1 c2'],
    [
      { vipId: ONE, marketplaceId: '10 0543 2101' },
      { vipId: OTHER, marketplaceId: '1005432101' },
      { vipId: '', marketplaceId: '1005432101' },
    ],
  ],
  [
    'both numbers of two, once',
    ['vipId c0 c1'],
    [
      { vipId: ONE, marketplaceId: '1005432101' },
      { vipId: ONE, marketplaceId: '1005432101' },
    ],
  ],
  ['none of those without a number', [], [{ vipId: '' }, { vipId: '' }, { vipId: ONE }]],
  [
    'no number of one kind that is another’s of the other',
    [],
    [{ vipId: ONE }, { vipId: '', marketplaceId: ONE }],
  ],
])('C1, X8: customers of one number are told: %s', (_, expected, given) => {
  expect(told(...given)).toEqual(expected);
});
