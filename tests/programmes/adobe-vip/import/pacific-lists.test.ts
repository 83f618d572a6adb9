import { describe, expect, test } from 'vitest';
import { authorizationProblems } from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { readOpenAcquisitions } from '#programmes/adobe-vip/import/read/open-acquisitions.ts';
import { whyNotOrdered } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const MEMBER = 'P1005053489';
const customer = customerWith({ programme: 'vip-marketplace', marketplaceId: MEMBER, vipId: '' });

/** Half past ten in the evening of the 27th; in California the 28th has begun half an hour ago. */
const HONOLULU = timeIn('Pacific/Honolulu', '2026-12-28T08:30:00Z');
/**
 * Half past eight in the morning of the 28th; in California it is the 27th for half an hour still.
 */
const STOCKHOLM = timeIn('Europe/Stockholm', '2026-12-28T07:30:00Z');

const worldAt = (
  time: LocalTime,
  records = [customer] as ConstructorParameters<typeof VipWorld>[1],
): VipWorld => {
  const world = new VipWorld(time.today, records);
  world.now = time.now;
  return world;
};
const outcomes = (world: VipWorld, rows: Parameters<VipWorld['plan']>[0]): string[] =>
  world.plan(rows).rows.map(({ outcome, why }) => why?.code ?? outcome);

/** The refusal for someone who enters an authorization of that day. */
const byHand = (createdOn: string, time: LocalTime): string[] =>
  authorizationProblems(
    {
      licenceType: 'team',
      products: [{ product: 'Illustrator', quantity: 1, sku: '' }],
      createdOn,
      deploymentDate: '',
      purchaseOrderNumber: '',
      requestNumber: '',
    },
    { programme: 'vip-marketplace', edition: 'adobe-vip.order-7' },
    time,
  ).map(({ code }) => code);

const authorizations = (createdOn: string) =>
  rowsOf(
    csvOf(
      'Request Number;Marketplace ID;Created;Licence Type;Product;Quantity',
      `R1;${MEMBER};${createdOn};Team;Illustrator;2`,
    ),
  );
const orders = (orderDate: string) =>
  rowsOf(
    csvOf(
      'Order Number;Marketplace ID;Order Date;Product;SKU;Quantity;Order Type',
      `77000412;${MEMBER};${orderDate};Illustrator;65297600BA01A12;6;New`,
    ),
  );

describe('C3: a list is read by the days in which Adobe counts', () => {
  test('C3: an answer of Adobe’s own is taken west of Adobe, where its day has not begun', () => {
    const rows = readOpenAcquisitions(
      {
        customerId: MEMBER,
        unpaidLicenses: [
          {
            referenceId: 'R1',
            creationDate: '2026-12-28T08:10:00Z',
            expiryDate: '2027-01-04T08:10:00Z',
            productName: 'Illustrator',
            quantity: 2,
          },
        ],
      },
      'svar.json',
    );
    if (!rows.ok) throw new Error(rows.problem.code);
    expect(byHand('2026-12-28', HONOLULU)).toEqual([]);
    expect(outcomes(worldAt(HONOLULU), rows.value)).toEqual(['new']);
  });

  test('C3: a list is taken with Adobe’s day or the user’s own, as a partner writes it; a later one lies ahead', async () => {
    expect(byHand('2026-12-28', STOCKHOLM)).toEqual(['day-ahead']);
    for (const [time, day, expected] of [
      [STOCKHOLM, '2026-12-27', 'new'],
      [STOCKHOLM, '2026-12-28', 'new'],
      [STOCKHOLM, '2026-12-29', 'day-ahead'],
      [HONOLULU, '2026-12-28', 'new'],
      [HONOLULU, '2026-12-29', 'day-ahead'],
    ] as const)
      expect(outcomes(worldAt(time), await authorizations(day))).toEqual([expected]);
  });

  test('C3: of a customer whom the list brings, and of one of VIP, the programme says which days', async () => {
    expect(outcomes(worldAt(HONOLULU, []), await authorizations('2026-12-28'))).toEqual(['new']);
    const vip = await rowsOf(
      csvOf(
        'Request Number;VIP ID;Created;Licence Type;Product;Quantity',
        'R1;5A20C8F190D73B627E4D;2026-12-28;Team;Illustrator;2',
      ),
    );
    expect(outcomes(worldAt(STOCKHOLM, []), vip)).toEqual(['new']);
    expect(outcomes(worldAt(HONOLULU, []), vip)).toEqual(['day-ahead']);
  });

  test('C3: an order is of Adobe’s day or the user’s own, in a list as by hand', async () => {
    const authorization = authorizationWith({ createdOn: '2026-12-24', days: 7 });
    const input = { orderNumber: '77000412', lines: ['a'], skus: {} };
    for (const [time, day, expected] of [
      [HONOLULU, '2026-12-28', undefined],
      [HONOLULU, '2026-12-29', 'day-ahead'],
      [STOCKHOLM, '2026-12-28', undefined],
      [STOCKHOLM, '2026-12-29', 'day-ahead'],
    ] as const) {
      expect(whyNotOrdered(authorization, { ...input, orderDate: day }, time)?.code).toBe(expected);
      const told = outcomes(worldAt(time, [customer, authorization]), await orders(day));
      expect(told.includes('day-ahead')).toBe(expected === 'day-ahead');
    }
  });

  test('C3: what a list says has expired is noted until the last moment has come, and not after it', async () => {
    const marketplace: PurchaseAuthorization = authorizationWith({
      requestNumber: 'R1',
      createdOn: '2026-12-20',
      days: 7,
    });
    const rows = await rowsOf(
      csvOf(
        'Request Number;Marketplace ID;Created;Licence Type;Product;Quantity;Status',
        `R1;${MEMBER};2026-12-20;Team;Illustrator;6;Expired`,
      ),
    );
    const steps = (written: string) =>
      worldAt(timeIn('Europe/Stockholm', written), [customer, marketplace])
        .plan(rows)
        .under.flatMap((plan) => plan.steps.map(({ kind }) => kind));
    expect(steps('2026-12-28T07:30:00Z')).toEqual(['expiry-noted']);
    expect(steps('2026-12-28T08:00:00Z')).toEqual([]);
  });
});
