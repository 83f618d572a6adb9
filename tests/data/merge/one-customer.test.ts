import { expect, test } from 'vitest';
import {
  inviteCustomer,
  type CustomerInput,
} from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { customerKey } from '#programmes/adobe-vip/import/match/keys.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge as mergeCopies } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const TODAY = '2026-11-22';
const VIP = '3C819D40E77B2A6F10B4';
const born = { renewalEdition: 'adobe-vip.renewal-late-30' };
const typed: CustomerInput = {
  name: 'Fyrvaktens Byrå AB',
  vipId: VIP,
  marketplaceId: '',
  programme: 'vip',
  segment: 'COM',
  adminName: '',
  adminEmail: '',
  anniversary: '',
  owner: 'sara',
};

/** A customer as a person writes it down, under the id of its number. */
const byHand = (by: string, now: number, given: Partial<CustomerInput> = {}): Copy => {
  const input = { ...typed, ...given };
  let step = 0;
  const doing = { today: TODAY, now, by, newId: () => `${by}-${now}-${(step += 1)}` };
  const draft = inviteCustomer(
    customerKey(input).join('/'),
    input,
    { ...born, others: [], invitedOn: '2026-10-01' },
    doing,
  );
  return stored(valueOf(draft) as Draft, undefined, doing);
};

const customers = rowsOf(
  csvOf('VIP ID;Customer Name;Anniversary Date', `${VIP};Fyrvakten;2027-06-08`),
);
const authorizations = rowsOf(
  csvOf(
    'Request Number;VIP ID;Created;Licence Type;Product;Quantity;Days To Order',
    `A1;${VIP};2026-10-05;Team;Foto;4;30`,
  ),
);

/** The ids of the lists' tests are no ids of records. */
const named = (copy: Copy): Copy => ({
  ...copy,
  id: copy.id.replaceAll('/', '-'),
  parent: copy.parent.replaceAll('/', '-'),
});

const merge = (known: Copy | undefined, one: Copy, other: Copy): Copy =>
  mergeCopies(known && named(known), named(one), named(other));

const copyOf = (record: VolymRecord, by: string, now: number): Copy => ({
  ...named(record as Copy),
  updatedBy: by,
  updatedAt: now,
});

/** All that two devices have, each record met where both have it. */
const metOf = (one: VipWorld, other: VipWorld): Copy[] => {
  const theirs = new Map(
    [...other.records.values()].map((record) => [
      named(record as Copy).id,
      copyOf(record, 'kim', 2_000),
    ]),
  );
  const mine = [...one.records.values()].map((record) => copyOf(record, 'sara', 1_000));
  const both = mine.map((copy) =>
    theirs.has(copy.id) ? merge(undefined, copy, theirs.get(copy.id)!) : copy,
  );
  return [
    ...both,
    ...[...theirs.values()].filter(({ id }) => mine.every((copy) => copy.id !== id)),
  ];
};
const ofKind = (records: readonly Copy[], kind: string) =>
  records.filter((copy) => copy.kind === kind);

test('C3, X8: one VIP ID that one device typed and another read from a list is one customer, past due by its authorization', async () => {
  const [desk, phone] = [new VipWorld(TODAY, [byHand('sara', 1_000)]), new VipWorld(TODAY)];
  phone.bring(await customers);
  for (const world of [desk, phone]) world.bring(await authorizations);
  const met = metOf(desk, phone);
  const [customer, ...others] = ofKind(met, 'vip-customer') as unknown as VipCustomer[];
  expect(others).toEqual([]);
  const under = ofKind(met, 'purchase-authorization');
  expect(under.map(({ parent }) => parent)).toEqual([customer!.id]);
  expect(customerRows([customer!], under as unknown as VolymRecord[], TODAY)[0]!.state).toBe(
    'past-due',
  );
  // What both say is asked about; what the list leaves open is not.
  expect(customer!.clashes.map(({ field }) => field)).toEqual(['name']);
  expect(customer!.data).toMatchObject({ segment: 'COM', anniversary: '2027-06-08' });
});

/** What both ways to meet become. */
const meet = (one: Copy, other: Copy): Copy[] => [
  merge(undefined, one, other),
  merge(undefined, other, one),
];
const asked = ({ clashes }: Copy) =>
  clashes.map(({ field, answers }) => [field, ...answers.map(({ value }) => value)]);
const dataOf = ({ data }: Copy) => data as VipCustomerData;

test('X8: of a customer that two devices wrote down, a name or an anniversary that differs is asked about, as any field', () => {
  const one = byHand('sara', 1_000, { anniversary: '2027-06-08' });
  const other = byHand('kim', 2_000, { name: 'Fyrvakten', anniversary: '2027-06-18' });
  for (const both of meet(one, other)) {
    expect(asked(both)).toEqual([
      ['anniversary', '2027-06-08', '2027-06-18'],
      ['name', 'Fyrvaktens Byrå AB', 'Fyrvakten'],
    ]);
    expect(both.steps.map(({ kind, by }) => `${kind} ${by}`).sort()).toEqual([
      'invited kim',
      'invited sara',
    ]);
  }
});

test.each([
  ['earlier', 500],
  ['later', 3_000],
])(
  'X8: what only one of two copies of a customer says is kept, when the other was written %s',
  (_, moment) => {
    const fields = {
      anniversary: '2027-06-08',
      adminName: 'Eva Lind',
      adminEmail: 'eva@fyrvakten.example',
    };
    const full = byHand('sara', 1_000, fields);
    const bare = byHand('kim', moment, { name: VIP, segment: '' });
    // Met once more, it says the same.
    const [met] = meet(full, bare);
    for (const both of [...meet(full, bare), ...meet(met!, bare)]) {
      expect(asked(both)).toEqual([]);
      expect(dataOf(both)).toEqual(dataOf(full));
    }
  },
);

test('X8: what someone took away on a device that knows it is gone, and where both agreed before it is asked about', () => {
  const full = byHand('sara', 1_000, { adminName: 'Eva Lind' });
  const change = (copy: Copy, by: string, now: number, data: Partial<VipCustomerData>): Copy =>
    stored({ ...copy, data: { ...copy.data, ...data } } as Draft, copy, {
      today: TODAY,
      now,
      by,
      newId: () => `${by}-${now}`,
    });
  const emptied = change(full, 'kim', 2_000, { adminName: '' });
  for (const both of meet(full, emptied))
    expect([dataOf(both).adminName, asked(both)]).toEqual(['', []]);
  const renamed = change(full, 'sara', 3_000, { adminName: 'Eva Ek' });
  for (const both of [merge(full, emptied, renamed), merge(full, renamed, emptied)])
    expect(asked(both)).toEqual([['adminName', '', 'Eva Ek']]);
});
