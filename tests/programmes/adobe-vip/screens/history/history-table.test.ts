import { describe, expect, test } from 'vitest';
import type { Language } from '#core/language/language.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { historyTable } from '#programmes/adobe-vip/screens/history/history-table.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { csvOf, rowsOf } from '#tests/factories/vip-lists.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const today = '2026-11-20';
const line = (product: string, quantity: number) => ({ product, quantity, sku: '65297600BA01A12' });

const linesOf = async (
  given: Partial<CustomerBook>,
  language: Language = 'sv',
  asOf: AsOf = today,
): Promise<string[]> => {
  const { history: words } = await loadAdobeVipWords(language, 'vipTables');
  const who = (id: string): string => ({ sara: 'Sara Lindholm' })[id] ?? '';
  const book = { customer: customerWith(), authorizations: [], orders: [], returns: [], ...given };
  return (await historyTable(book, who, asOf, { words, language })).split('\r\n');
};

describe('C8: a customer’s history as a file', () => {
  const ordered = stepOf('ordered', '2026-11-12', {
    order: 'order-1',
    orderNumber: '77000412',
    line: 'a',
  });
  const removed = stepOf('line-removed', '2026-11-13', { line: 'b', quantity: '1' });
  const authorization = authorizationWith({
    createdOn: '2026-11-10',
    purchaseOrderNumber: 'TL-0442',
    requestNumber: 'PA-77',
    lines: { a: line('Illustrator', 6), b: line('=Acrobat; Pro', 3) },
    steps: [ordered, removed],
  });
  const order = vipOrderWith({
    orderDate: '2026-11-12',
    authorization: 'authorization-1',
    orderNumber: '77000412',
    lines: { a: orderLine(6, { authorizationLine: 'a' }) },
  });

  test('C8: a line for each product of what was authorized, removed, ordered and asked back, the newest first', async () => {
    const granted = returnWith({ lines: { a: 2 }, reference: 'RMA-9' }, [
      stepOf('return-granted', '2026-11-21'),
    ]);
    const [heads, ...lines] = await linesOf({
      authorizations: [authorization],
      orders: [order],
      returns: [granted],
    });
    expect(heads).toBe(
      '\ufeffDag;Händelse;Produkt;SKU;Antal;Ordernummer;PO-nummer;Auktoriseringens nummer;Returens nummer;Läge;Sista orderdag;Retur till och med;Vem',
    );
    const sku = '65297600BA01A12';
    expect(lines).toEqual([
      `2026-11-21;Retur beviljad;Illustrator;${sku};2;77000412;;;RMA-9;Beviljad;;;Sara Lindholm`,
      `2026-11-20;Begärd retur;Illustrator;${sku};2;77000412;;;RMA-9;Beviljad;;;Sara Lindholm`,
      `2026-11-13;Borttagen produkt;"'=Acrobat; Pro";${sku};1;;TL-0442;PA-77;;;;;Sara Lindholm`,
      `2026-11-12;Order;Illustrator;${sku};6;77000412;TL-0442;PA-77;;Delvis returnerad;;2026-11-26;Sara Lindholm`,
      `2026-11-10;Inköpsauktorisering;Illustrator;${sku};6;77000412;TL-0442;PA-77;;Beställd;2026-12-10;;Sara Lindholm`,
      `2026-11-10;Inköpsauktorisering;"'=Acrobat; Pro";${sku};3;;TL-0442;PA-77;;Väntar på order;2026-12-10;;Sara Lindholm`,
    ]);
  });

  test('C8: withdrawn is what was left, and no line that was ordered before', async () => {
    const withdrawn = stepOf('authorization-withdrawn', '2026-11-14');
    const gone = { ...authorization, steps: [...authorization.steps, withdrawn] };
    const lines = await linesOf({ authorizations: [gone], orders: [order] });
    const rows = lines.filter((line) => line.startsWith('2026-11-14'));
    expect(rows).toEqual([
      `2026-11-14;Tillbakadragen auktorisering;"'=Acrobat; Pro";65297600BA01A12;2;;TL-0442;PA-77;;;;;Sara Lindholm`,
    ]);
    expect(lines.at(-1)).toContain(';Tillbakadragen;2026-12-10;');
  });

  test('C8: English has commas; what nobody did has no name', async () => {
    const expired = authorizationWith({ days: 7, createdOn: '2026-11-01' });
    const lines = await linesOf({ authorizations: [expired] }, 'en');
    expect(lines[0]).toContain('Date,Event,Product,SKU,Quantity,');
    expect(lines[1]).toBe('2026-11-09,Expired authorization,Illustrator,,6,,,,,,,,');
    expect(lines[2]).toBe(
      '2026-11-01,Purchase authorization,Illustrator,,6,,,,,Expired,2026-11-08,,Sara Lindholm',
    );
  });

  test('C3: the last day to order, and the day it expired, are those of home and of the list', async () => {
    const marketplace = authorizationWith({ createdOn: '2026-12-20', days: 7 });
    for (const [zone, last, over] of [
      ['Europe/Stockholm', '2026-12-28', '2026-12-28'],
      ['America/Los_Angeles', '2026-12-27', '2026-12-28'],
      ['Pacific/Honolulu', '2026-12-27', '2026-12-27'],
    ] as const) {
      const time = timeIn(zone, '2026-12-28T08:30:00Z');
      const lines = await linesOf({ authorizations: [marketplace] }, 'sv', time);
      expect(homeRows([marketplace], time)[0]?.deadline.on).toBe(last);
      expect(lines.find((line) => line.includes(';Inköpsauktorisering;'))).toContain(`;${last};`);
      expect(lines.find((line) => line.includes(';Auktorisering som gått ut;'))).toMatch(
        new RegExp(`^${over};`),
      );
    }
  });

  test.each(['sv', 'en'] as const)(
    'C13: it is no list to read in, so that its days change nothing (%s)',
    async (language) => {
      const marketplace = authorizationWith({
        createdOn: '2026-12-20',
        days: 7,
        requestNumber: 'PA-77',
      });
      const time = timeIn('Europe/Stockholm', '2026-12-22T08:30:00Z');
      const lines = await linesOf({ authorizations: [marketplace] }, language, time);
      await expect(rowsOf(csvOf(...lines))).rejects.toThrow('no-codes');
    },
  );
});
