import { beforeEach, describe, expect, test } from 'vitest';
import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { openTrial, taskOf, type DryRun } from '#tests/factories/trials.ts';
import { runImport } from '#data/import/run.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { closedWithTest } from '#tests/factories/opened-files.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';
import { onlyPart } from '#tests/factories/lot-here.ts';

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));

const tryOut = async (...lines: readonly string[]): Promise<DryRun> => {
  const read = await openSheet([new File([lines.join('\r\n')], 'list.csv')]);
  if (!read.ok) throw new Error(read.problem.code);
  closedWithTest(read.value);
  return openTrial(world).try(onlyPart(read.value), {}, NO_CHOICE);
};
const outcomes = ({ plan }: DryRun) =>
  plan.rows.map(({ outcome, why }) => [outcome, why?.code ?? '']);
const tap = async (dryRun: DryRun): Promise<void> =>
  expect((await runImport(taskOf(dryRun, world), world)).ok).toBe(true);
/** Who may write puts somebody where a file's record would come. */
const place = async (id: string): Promise<void> =>
  expect((await world.records.create(newPerson(id, 'Ingen alls') as Draft)).ok).toBe(true);

describe('A5: a code in whose place somebody wrote beforehand', () => {
  const CODES = ['Code', 'FAKE0000AAAA', 'FAKE0000BBBB'];
  const junk = { key: 'k', iv: 'AAAAAAAAAAAAAAAA', text: 'BBBBBBBBBBBBBBBBBBBBBBBBBBBB' };

  test('A5: if that does not open it is reported, the others come, and it comes once that is in the trash', async () => {
    const [id] = await idsOfCodes();
    await world.records.create(
      newCode({ id, parent: 'nowhere', usage: 'app', number: 1, sealed: junk }),
    );
    const dryRun = await tryOut(...CODES);
    expect(outcomes(dryRun)).toEqual([
      ['unreadable', 'code-not-opened'],
      ['new', ''],
    ]);
    await tap(dryRun);
    await world.records.change(id, toTrash);
    await tap(await tryOut(...CODES));
    const code = (await world.records.get(id)) as RedemptionCode;
    expect(await world.vault.open(code.data.sealed, sealedAt(id))).toBe('FAKE0000AAAA');
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['same', 'already-here'],
      ['same', 'already-here'],
    ]);
  });

  test('A5: if that does not open it is reported also where a step calls it redeemed; a redeemed one that opens is the same', async () => {
    const [id, honest] = await idsOfCodes();
    const draft = newCode({ id, parent: 'nowhere', usage: 'app', number: 1, sealed: junk });
    const redeemed = { id: 'step-1', kind: 'redeemed', on: '2026-11-01', at: 5, by: 'someone' };
    await world.records.create({ ...draft, steps: [redeemed] } as Draft);
    await tap(await tryOut(...CODES));
    await world.records.change(honest, (record, doing) =>
      ok({ ...record, steps: withStep(record.steps, redeemed, doing) }),
    );
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['unreadable', 'code-not-opened'],
      ['same', 'already-redeemed'],
    ]);
  });

  test('A5: if that is not a code it is reported', async () => {
    const [id] = await idsOfCodes();
    await place(id);
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['unreadable', 'record-not-understood'],
      ['new', ''],
    ]);
  });

  const idsOfCodes = async (): Promise<[string, string]> => {
    const dryRun = await tryOut(...CODES);
    if (dryRun.programme !== 'apple-credit') throw new Error(dryRun.programme);
    return dryRun.plan.codes.map(({ id }) => id) as [string, string];
  };
});

describe('A5, B9, C13: a record of a file whose place is taken by something else is reported', () => {
  const lists = {
    'an order': [
      'Order Number,Order Date,Credit Amount,Currency,Redemption Code',
      '7000123,2026-11-02,"1 000,00",SEK,FAKE0000CCCC',
    ],
    'a list of codes': ['Order ID,Product Name,Code', '7000124,Läsresan,FAKE0000DDDD'],
    'an app': [
      'Name,App ID,Type,Total Licenses,Available Licenses',
      'Läsresan,1234567890,iOS,10,4',
    ],
    'a customer': [
      'Customer Name,VIP Number,Anniversary Date',
      'Ekudden Bygg AB,A1B2C3D4E5F6G7H8I9J0,2027-03-01',
    ],
  };

  test.each(Object.entries(lists))('%s', async (_, lines) => {
    const dryRun = await tryOut(...lines);
    expect(outcomes(dryRun).map(([outcome]) => outcome)).toEqual(['new']);
    const made = taskOf(dryRun, world);
    const { fresh } = await made.prepare({
      run: 'r',
      file: 'f',
      fileName: 'n',
      doing: world.records.doing(),
    });
    for (const { id } of fresh) await place(id);
    const again = await tryOut(...lines);
    expect(outcomes(again)).toEqual([['unreadable', 'record-not-understood']]);
    await tap(again);
    for (const { id } of fresh) expect((await world.records.get(id))?.kind).toBe('person');
  });
});

describe('A5, B9: a record of a file whose place is taken by another of the same kind is reported, never half done', () => {
  const ORDER = [
    'Order Number,Order Date,Credit Amount,Currency,Redemption Code',
    '7000123,2026-11-02,"1 000,00",SEK,FAKE0000CCCC',
  ];
  const CODES = ['Order ID,Product Name,Code', '7000124,Läsresan,FAKE0000DDDD'];
  const APPS = [
    'Name,App ID,Type,Total Licenses,Available Licenses',
    'Läsresan,1234567890,iOS,10,4',
  ];

  /** The ids that the lines would give, and what is placed at them, in the trash or not. */
  const placeOther = async (
    lines: readonly string[],
    says: object,
    trashedOn: string,
  ): Promise<string[]> => {
    const made = taskOf(await tryOut(...lines), world);
    const { fresh } = await made.prepare({
      run: 'r',
      file: 'f',
      fileName: 'n',
      doing: world.records.doing(),
    });
    for (const draft of fresh) {
      const other = { ...draft, trashedOn, data: { ...draft.data, ...says } };
      expect((await world.records.create(other as Draft)).ok).toBe(true);
    }
    return fresh.map(({ id }) => id);
  };
  const told = ({ plan }: DryRun) => plan.rows.map(({ notes }) => notes);
  const numbersOf = (dryRun: DryRun) =>
    told(dryRun).map((notes) =>
      notes.map((note) => (typeof note === 'string' ? [note] : [note.code, note.params])),
    );

  test.each(['', '2026-11-01'])(
    'an order and a list of codes of another number, in the trash on "%s"',
    async (day) => {
      for (const lines of [ORDER, CODES]) {
        const [id = ''] = await placeOther(lines, { orderNumber: '999' }, day);
        const dryRun = await tryOut(...lines);
        expect(numbersOf(dryRun)).toEqual([[['other-order-there', { number: '999' }]]]);
        await tap(dryRun);
        expect(await world.records.get(id)).toMatchObject({
          trashedOn: '',
          data: { orderNumber: '999' },
        });
      }
    },
  );

  test.each(['', '2026-11-01'])(
    'a customer of another number, in the trash on "%s"',
    async (day) => {
      const CUSTOMERS = [
        'Customer Name,VIP Number,Anniversary Date',
        'Ekudden Bygg AB,A1B2C3D4E5F6G7H8I9J0,2027-03-01',
      ];
      const vipId = 'Z'.repeat(20);
      const [id = ''] = await placeOther(CUSTOMERS, { vipId, name: 'Annan AB' }, day);
      const dryRun = await tryOut(...CUSTOMERS);
      expect(numbersOf(dryRun)[0]).toContainEqual([
        'other-customer-there',
        { name: 'Annan AB', number: vipId },
      ]);
      await tap(dryRun);
      expect(await world.records.get(id)).toMatchObject({ trashedOn: '', data: { vipId } });
    },
  );

  const vipId = 'A1B2C3D4E5F6G7H8I9J0';
  const CUSTOMER = [
    'Customer Name,VIP Number,Anniversary Date',
    `Ekudden Bygg AB,${vipId},2027-03-01`,
  ];
  const NAMED = ['Customer Name,Anniversary Date', 'Ekudden Bygg AB,2027-03-01'];
  const others = {
    'of another number': [CUSTOMER, { vipId: 'Z'.repeat(20), name: 'Annan AB' }, 'Z'.repeat(20)],
    'without a number': [CUSTOMER, { vipId: '', name: 'Annan AB' }, ''],
    'of another name': [NAMED, { name: 'Annan AB' }, ''],
  } as const;
  const under = [
    [
      'VIP orders',
      '',
      'Order Number,Order Date,Product,Quantity,Order Type',
      '1001,2026-11-10,Illustrator,5,New',
    ],
    [
      'authorizations',
      '2026-11-01',
      'Request Number,Created,Licence Type,Product,Quantity',
      'R1,2026-11-09,Team,Foto,4',
    ],
  ] as const;

  test.each(
    under.flatMap(([list, day, heads, row]) =>
      Object.entries(others).map(([of, other]) => ({ list, day, heads, row, of, other })),
    ),
  )(
    'a customer $of that a list of $list leads to, in the trash on "$day"',
    async ({ day, heads, row, other }) => {
      const [lines, says, number] = other;
      await placeOther(lines, says, day);
      const written = lines === NAMED ? '' : vipId;
      const dryRun = await tryOut(
        `Customer Name,VIP Number,${heads}`,
        `Ekudden Bygg AB,${written},${row}`,
      );
      expect(numbersOf(dryRun)[0]).toContainEqual([
        'other-customer-there',
        { name: 'Annan AB', number },
      ]);
    },
  );

  test('an order whose number somebody corrected since has its row as before', async () => {
    await tap(await tryOut(...ORDER));
    const [order] = (await world.records.find({ kind: 'credit-order' })) as CreditOrder[];
    await world.records.change(
      order!.id,
      onKind('credit-order', (record) => editOrder(record, { orderNumber: '7000321' })),
    );
    const again = await tryOut(...ORDER);
    expect(told(again)).toEqual([[]]);
    expect(outcomes(again)).toEqual([['same', 'already-here']]);
  });

  test.each(['', '2026-11-01'])(
    'an app of another number, in the trash on "%s", becomes the one of the list',
    async (day) => {
      const [id = ''] = await placeOther(
        APPS,
        { adamId: '42', name: 'Annan', said: { asOf: '2199-01-01', total: 9, source: '', at: 9 } },
        day,
      );
      const dryRun = await tryOut(...APPS);
      expect(outcomes(dryRun)).toEqual([[day === '' ? 'changed' : 'new', '']]);
      expect(numbersOf(dryRun)).toEqual([[['other-app-there', { name: 'Annan', number: '42' }]]]);
      await tap(dryRun);
      const app = { adamId: '1234567890', name: 'Läsresan', said: { total: 10, available: 4 } };
      expect(await world.records.get(id)).toMatchObject({ trashedOn: '', data: app });
      const again = await tryOut(...APPS);
      expect([outcomes(again), told(again)]).toEqual([[['same', '']], [[]]]);
    },
  );
});
