import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { fromCents, sumOf, toCents } from '#core/money.ts';
import type { VipRow } from '#programmes/adobe-vip/import/read/values.ts';
import { adobeFile, csvOf, keysOf, rowsOf, shelfOf, VipWorld } from '#tests/factories/vip-lists.ts';
import expected from '#tests/fixtures/adobe/lists-expected.json' with { type: 'json' };

const REPORT = 'reconciliation-report.csv';
const {
  accepted,
  columns: COLUMNS,
  charges,
  sums,
} = expected.files['adobe/reconciliation-report.csv'];
const none = { changed: 0, same: 0, duplicate: 0, unreadable: 0 };
/** No cell of the fixture holds a comma or a quote. */
const TABLE = new TextDecoder()
  .decode(adobeFile(REPORT))
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));
const HEADER = TABLE[0]!;
const at = (heading: string): number => HEADER.indexOf(heading);
const csv = (rows: readonly (readonly string[])[]) => csvOf(...rows.map((row) => row.join(',')));
const report = () => rowsOf(adobeFile(REPORT), REPORT);
/** The table with cells of its second row as they are given. */
const withCells = (cells: Readonly<Record<string, string>>): string[][] =>
  TABLE.map((row, index) =>
    index === 1 ? row.map((cell, place) => cells[HEADER[place] as string] ?? cell) : row,
  );
const linesIn = (world: VipWorld) => world.of<InvoiceLine>('invoice-line').map(({ data }) => data);
const brought = async (rows: VipRow[] | Promise<VipRow[]>) => {
  const world = new VipWorld();
  world.bring(await rows);
  return world;
};
/** What is stored, without where it came from. */
const told = (world: VipWorld) => linesIn(world).map(({ origin: _origin, ...data }) => data);

describe('C13: the reconciliation report of the fixtures', () => {
  test('C13: every row is a line, to the cent, and asks nothing', async () => {
    expect(HEADER).toHaveLength(COLUMNS);
    const content = (await shelfOf(adobeFile(REPORT), REPORT)).content();
    expect(content).toMatchObject({
      programme: 'adobe-vip',
      questions: [],
      sheets: [{ kind: 'invoices', headerRow: 1, needsMapping: false, rowCount: accepted }],
    });
    const world = new VipWorld();
    const plan = world.bring(await report());
    expect(plan.counts).toEqual({ new: accepted, ...none });
    expect(plan.rows.flatMap(({ notes }) => notes)).toEqual([]);
    const lines = linesIn(world);
    for (const [charge, count] of Object.entries(charges))
      expect(lines.filter((line) => line.charge === charge.toLowerCase())).toHaveLength(count);
    const sumsOf = (field: 'netAmount' | 'taxAmount' | 'totalAmount') =>
      sumOf(lines.map((line) => line[field]));
    expect({
      net: sumsOf('netAmount'),
      tax: sumsOf('taxAmount'),
      total: sumsOf('totalAmount'),
    }).toEqual(sums);
    for (const { netAmount, taxAmount, totalAmount } of lines)
      expect(fromCents(toCents(netAmount) + toCents(taxAmount))).toBe(totalAmount);
  });

  test('C13: a line as it is printed, and a credit without subscription and purchase order', async () => {
    const lines = told(await brought(report()));
    expect(lines[0]).toEqual({
      v: 1,
      invoiceNumber: 'FAK880000',
      line: '000010',
      charge: 'invoice',
      reason: 'NEW',
      orderNumber: '7710000000',
      orderDate: '2026-10-21',
      purchaseOrderNumber: 'PO-2026-400',
      customerName: 'Björkdalens kommun',
      customerNumber: '1009990000',
      subscription: 'fa4ea52a18NA',
      sku: '65297752CC02A12',
      product: 'Exempel Alla appar',
      startDate: '2026-10-21',
      endDate: '2027-03-14',
      quantity: 12,
      unitPrice: '11400.00',
      netAmount: '54345.21',
      taxAmount: '13586.30',
      totalAmount: '67931.51',
      currency: 'SEK',
      billingCycle: '2026-11',
      comments: '',
    });
    expect(lines.find(({ charge }) => charge === 'return')).toMatchObject({
      quantity: -2,
      netAmount: '-4297.64',
    });
    expect(lines.find(({ charge }) => charge === 'credit')).toMatchObject({
      quantity: -4,
      netAmount: '-10844.05',
      taxAmount: '-2711.01',
      totalAmount: '-13555.06',
      subscription: '',
      purchaseOrderNumber: '',
      orderNumber: '7710000296',
    });
  });

  test('C13: what stands twice in the header belongs to the line where it stands first', async () => {
    const second = HEADER.lastIndexOf('Taxes');
    expect([at('Taxes') + 1, second + 1]).toEqual([45, 58]);
    const table = TABLE.map((row, index) => (index === 0 ? row : row.with(second, '1.00')));
    expect(told(await brought(rowsOf(csv(table))))).toEqual(told(await brought(report())));
    // `Tax (Y/N)` is none.
    const [sheet] = (await shelfOf(adobeFile(REPORT), REPORT)).content().sheets;
    expect(
      sheet?.columns
        .filter(({ field }) => (field as string) === 'taxAmount')
        .map(({ index }) => index),
    ).toEqual([44]);
  });

  test('C13: the sample without GST, PST, QST and market segment is the same report', async () => {
    const stays = (heading: string) => !/^(GST|PST|QST|Market)/.test(heading);
    const fewer = TABLE.map((row) => row.filter((_, place) => stays(HEADER[place] as string)));
    expect(fewer[0]!.length).toBeLessThan(COLUMNS);
    const world = await brought(report());
    const plan = world.bring(await rowsOf(csv(fewer)));
    expect(plan.counts).toEqual({ new: 0, ...none, same: accepted });
  });

  test('C13: under a preamble, and as a workbook whose cells are numbers and days, it is the same report', async () => {
    const world = await brought(report());
    const preamble = csvOf(
      'Partner reconciliation',
      'Period,2026-11',
      ...TABLE.map((row) => row.join(',')),
    );
    expect(world.plan(await rowsOf(preamble)).counts).toEqual({ new: 0, ...none, same: accepted });
    // As a spreadsheet that opened the file keeps it: days, sums and `000010` as numbers.
    const days = new Set(['Order Date', 'Charge Start Date', 'Charge End Date', 'Exchange Date']);
    const numbers = new Set([
      'Line Item',
      'Quantity',
      'Product Price',
      'Ext Price',
      'Taxes',
      'Line Total Amount',
    ]);
    const cells = TABLE.map((row, index) =>
      row.map((cell, place) => {
        const heading = HEADER[place] as string;
        if (index === 0 || cell === '') return cell;
        if (days.has(heading)) return new Date(`${cell} UTC`);
        if (heading === 'Billing Cycle') return new Date(`${cell}-01T00:00:00Z`);
        return numbers.has(heading) ? Number(cell) : cell;
      }),
    );
    const sheet = utils.aoa_to_sheet([['Partner reconciliation'], ...cells], { UTC: true });
    const book = { SheetNames: ['Report'], Sheets: { Report: sheet } };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(world.plan(await rowsOf(bytes, 'rapport.xlsx')).counts).toEqual({
      new: 0,
      ...none,
      same: accepted,
    });
  });

  test('C13: every id that the plan asks for is made beforehand, one for each line', async () => {
    const all = await report();
    expect(
      keysOf(all)
        .map((key) => key.join('/'))
        .sort(),
    ).toEqual(
      new VipWorld()
        .plan(all)
        .above.map(({ id }) => id)
        .sort(),
    );
    expect(keysOf(all)).toHaveLength(accepted);
  });
});

describe('C13: the report again', () => {
  test('C13: whatever the order of its rows and columns, it writes nothing', async () => {
    const world = await brought(report());
    const before = JSON.stringify([...world.records.values()]);
    // The first `Taxes` is the line's: the two stay in their order.
    const taxes = [at('Taxes'), HEADER.lastIndexOf('Taxes')];
    const inOrder = (places: readonly number[]): number[] => {
      const left = [...taxes];
      return places.map((place) => (taxes.includes(place) ? (left.shift() as number) : place));
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...HEADER.keys()], { minLength: COLUMNS }),
        fc.shuffledSubarray(TABLE.slice(1), { minLength: accepted }),
        async (places, rows) => {
          const table = [HEADER, ...rows].map((row) =>
            inOrder(places).map((place) => row[place] as string),
          );
          const plan = world.bring(await rowsOf(csv(table)));
          expect(plan.counts).toEqual({ new: 0, ...none, same: accepted });
          expect([plan.above, plan.under]).toEqual([[], []]);
        },
      ),
      { numRuns: 30 },
    );
    expect(JSON.stringify([...world.records.values()])).toBe(before);
  });

  test('C13: a corrected report changes what it says otherwise, and leaves what it does not say', async () => {
    const world = await brought(report());
    const corrected = withCells({
      Quantity: '11',
      'Ext Price': '49816.44',
      'External Reference': '',
    });
    const plan = world.bring(await rowsOf(csv(corrected)));
    expect(plan.counts).toEqual({ new: 0, ...none, changed: 1, same: accepted - 1 });
    expect(plan.rows[0]?.changes).toEqual([
      { field: 'quantity', from: '12', to: '11' },
      { field: 'netAmount', from: '54345.21', to: '49816.44' },
    ]);
    expect(linesIn(world)[0]).toMatchObject({
      quantity: 11,
      netAmount: '49816.44',
      taxAmount: '13586.30',
      purchaseOrderNumber: 'PO-2026-400',
    });
  });

  test('C13: a row that stands twice is told, and one that stands otherwise is not guessed at', async () => {
    const other = withCells({ Quantity: '13' })[1]!;
    const plan = new VipWorld().plan(await rowsOf(csv([...TABLE, TABLE[1]!, other])));
    expect(plan.counts).toEqual({ new: accepted, ...none, duplicate: 1, unreadable: 1 });
    expect(plan.rows.slice(-2).map(({ why }) => why)).toEqual([
      { code: 'duplicate-of-row', params: { row: 2, sheet: '' } },
      { code: 'line-twice', params: { row: 2 } },
    ]);
  });
});

describe('C13: a report under headings of its own', () => {
  const OWN = [
    'Invoice No;Adobe id;Art.;Antal;Att betala;Valuta',
    'F1;7710000000;65000002CA01A12;4;100,50;SEK',
  ];

  test('C13: is asked about, mapped by hand, and known by its headings', async () => {
    const shelf = await shelfOf(csvOf(...OWN));
    expect(shelf.content().sheets).toMatchObject([{ kind: 'invoices', needsMapping: true }]);
    for (const [index, field] of [
      [1, 'orderNumber'],
      [4, 'netAmount'],
    ] as const)
      shelf.map([{ index, field }]);
    expect(shelf.content().sheets).toMatchObject([{ kind: 'invoices', needsMapping: false }]);
    expect(told(await brought([...shelf.rows({})] as VipRow[]))).toMatchObject([
      {
        invoiceNumber: 'F1',
        orderNumber: '7710000000',
        sku: '65000002CA01A12',
        quantity: 4,
        netAmount: '100.50',
      },
    ]);
  });

  test('C13: a price list is none', async () => {
    const shelf = await shelfOf(
      csvOf('Art.;Kostar', '65000002CA01A12;100,50', '65000003CA01A12;80,00'),
    );
    expect(shelf.content().sheets).toMatchObject([{ kind: 'prices', needsMapping: true }]);
  });
});

describe('C13: rows of a report that cannot be read say why, and stop no other', () => {
  test.each([
    [{ Quantity: '2.5' }, 'quantity-not-whole'],
    [{ Quantity: '' }, 'quantity-missing'],
    [{ 'Order Date': '32-Oct-2026' }, 'invoice-day-unreadable'],
    [{ 'Charge End Date': 'snart' }, 'invoice-day-unreadable'],
    [{ 'Order Number': '', 'Invoice Number': '' }, 'invoice-number-missing'],
    [{ 'Ext Price': 'gratis' }, 'not-an-amount'],
    [{ 'Charge Type': 'FEE' }, 'charge-not-known'],
    [{ SKU: '', 'Product Description': '' }, 'product-missing'],
    [{ 'Order Number': '' }, 'new'],
    [{ 'Invoice Number': '' }, 'new'],
    [{ 'Order Date': '', 'Charge End Date': '' }, 'new'],
  ] as const)('C13: %o ends as %s', async (cells, why) => {
    const plan = new VipWorld().plan(
      await rowsOf(csv(withCells(cells as Readonly<Record<string, string>>))),
    );
    expect(plan.rows[0]?.why?.code ?? plan.rows[0]?.outcome).toBe(why);
    expect(plan.rows.slice(1).every(({ outcome }) => outcome === 'new')).toBe(true);
  });

  test('C13: without a column of charges the signs tell, and without line numbers what is sold', async () => {
    const heading = 'Fakturanummer;Ordernummer;Artikelnummer;Antal;Nettobelopp;Valuta';
    const rows = await rowsOf(
      csvOf(
        heading,
        'F1;77;65000002CA01A12;4;100,50;SEK',
        'F1;77;65000003CA01A12;-1;-25,10;SEK',
        'F1;77;65000003CA01A12;0;-5,00;SEK',
      ),
    );
    expect(new VipWorld().plan(rows).counts).toEqual({ new: 3, ...none });
    expect(
      linesIn(await brought(rows)).map(({ charge, netAmount }) => [charge, netAmount]),
    ).toEqual([
      ['invoice', '100.50'],
      ['return', '-25.10'],
      ['credit', '-5.00'],
    ]);
  });
});
