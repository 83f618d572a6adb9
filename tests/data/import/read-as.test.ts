import { describe, expect, test } from 'vitest';
import type { VipRow } from '#programmes/adobe-vip/import/read/values.ts';
import type { Programme } from '#core/record/record.ts';
import { readingsOf } from '#data/import/read-as.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import { shelveAnyway, shelveFile } from '#data/import/shelve-file.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { csvOf } from '#tests/factories/vip-lists.ts';
import type { LotPart } from '#data/import/lot/lot-content.ts';
import { lotIn } from '#tests/factories/lot-here.ts';
import { saidAs, type Said } from '#tests/factories/said-as.ts';

const VIP = '5A20C8F190D73B627E4D';
const SKU = '65000002CA01A12';
const fileOf = async (...rows: readonly string[]) => {
  const read = await readWorkbook(csvOf(...rows), 'lista.csv', () => undefined);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const takenFor = async (
  looksAfter: readonly Programme[] | undefined,
  ...rows: readonly string[]
) => {
  const found = shelveFile(await fileOf(...rows), looksAfter);
  if (!found.ok) return found.problem.code;
  const { programme, sheets } = found.value.shelf.content();
  return `${programme} ${sheets[0]?.kind ?? ''}${sheets[0]?.needsMapping ? '?' : ''}`;
};
const only = (programme: Programme) => [programme];

describe('C13: what a file is taken for by what is looked after', () => {
  const CLEAR = [
    [
      'Code,Code Redemption Link',
      'XFAKE0000001,https://buy.itunes.apple.com/x',
      'apple-credit codes',
    ],
    ['Order Number,VPP Credit Number,Amount,Currency', '45,77,25000,SEK', 'apple-credit credit'],
    ['VIP ID,Customer Name,Anniversary Date', `${VIP},Foto AB,2027-01-01`, 'adobe-vip customers'],
    ['Name,Adam ID,Total,Assigned', 'Foto,900000000001,10,2', 'apple-licences apps'],
  ] as const;
  test.each(CLEAR)(
    'C13: %s is what its headings say, whatever is looked after',
    async (heading, row, taken) => {
      for (const looksAfter of [
        undefined,
        only('apple-credit'),
        only('apple-licences'),
        only('adobe-vip'),
      ])
        expect(await takenFor(looksAfter, heading, row)).toBe(taken);
    },
  );

  test('C13: an order’s number and a sum are Apple’s only where Apple’s credit is looked after', async () => {
    const rows = ['Ordernummer;Kund;Summa;E-post', '77;Foto AB;100,50;a@b.example'];
    // A customer with an address may be anybody's: that is asked.
    expect(await takenFor(undefined, ...rows)).toBe('apple-credit credit?');
    expect(await takenFor(['apple-credit', 'adobe-vip'], ...rows)).toBe('apple-credit credit?');
    expect(await takenFor(only('adobe-vip'), ...rows)).toBe('adobe-vip orders?');
    expect(await takenFor(only('apple-licences'), ...rows)).toBe('no-licences');
    const plain = ['Ordernummer;Skola;Summa;E-post', '77;Nordby skola;100,50;a@b.example'];
    expect(await takenFor(['apple-credit', 'adobe-vip'], ...plain)).toBe('apple-credit credit');
    // How goods were sent says that it is a shop.
    const sent = ['Ordernummer;Kund;Summa;Fraktsätt', '77;Foto AB;100,50;Ombud'];
    expect(await takenFor(['apple-credit', 'adobe-vip'], ...sent)).toBe('nothing-known');
    // Goods are no credit, whoever ordered them.
    const goods = ['Ordernummer;Titel;Antal;Belopp', '10231;Räkna mer;30;3600,00'];
    expect(await takenFor(['apple-credit', 'apple-licences'], ...goods)).toBe('nothing-known');
  });

  test('C13: members and SKUs by their look are a VIP list only where those are looked after', async () => {
    const rows = ['Nr;Vem', `${VIP};Foto AB`];
    expect(await takenFor(undefined, ...rows)).toBe('adobe-vip customers?');
    expect(await takenFor(['apple-credit', 'adobe-vip'], ...rows)).toBe('adobe-vip customers?');
    expect(await takenFor(only('apple-credit'), ...rows)).toBe('apple-credit codes?');
    expect(await takenFor(only('apple-licences'), ...rows)).toBe('no-licences');
    // They go before an order's number and a sum, and before a column that is called codes and
    // holds SKUs.
    expect(
      await takenFor(undefined, 'Ordernummer;Vara;Styck;Summa;Id', `77;${SKU};4;100;${VIP}`),
    ).toBe('adobe-vip orders?');
    expect(await takenFor(only('adobe-vip'), 'Kod;Pris', `${SKU};100`)).toBe('adobe-vip prices?');
  });

  test('C13: codes by their look are codes only where Apple’s credit is looked after; none is shown elsewhere', async () => {
    const rows = ['Lista;Vem', 'XFAKECREDIT0001;Foto AB', 'XFAKECREDIT0002;Tand AB'];
    expect(await takenFor(only('apple-credit'), ...rows)).toBe('apple-credit codes?');
    expect(await takenFor(only('adobe-vip'), ...rows)).toBe('adobe-vip customers?');
    const found = shelveFile(await fileOf(...rows), only('adobe-vip'));
    expect(JSON.stringify(found.ok && found.value.shelf.content())).not.toContain('FAKE');
  });

  test('C13: columns may be called anything where VIP lists are looked after; what is no table has a sentence', async () => {
    expect(await takenFor(only('adobe-vip'), 'Aa;Bb', '1;2')).toBe('adobe-vip customers?');
    expect(await takenFor(['apple-credit', 'adobe-vip'], 'Aa;Bb', '1;2')).toBe('nothing-known');
    // Anybody's list may have products and prices; a customer only a reseller's.
    expect(await takenFor(['apple-credit', 'adobe-vip'], 'Aa;Benämning;Pris', '1;Foto;2')).toBe(
      'nothing-known',
    );
    expect(await takenFor(['apple-credit', 'adobe-vip'], 'Kund;Vara;Pris', 'A;Foto;2')).toBe(
      'adobe-vip orders?',
    );
    expect(await takenFor(only('adobe-vip'), 'bara', 'ord')).toBe('no-list');
    expect(await takenFor(only('apple-credit'), 'Aa;Bb', '1;2')).toBe('no-codes');
  });
});

describe('C13: a sheet is what somebody says it is', () => {
  const taken = async (...rows: readonly string[]) => takenWith(undefined, ...rows);
  const takenWith = async (
    looksAfter: readonly Programme[] | undefined,
    ...rows: readonly string[]
  ) => {
    const file = await fileOf(...rows);
    const found = shelveFile(file, looksAfter);
    if (!found.ok) throw new Error(found.problem.code);
    const as = (kind: ReadAs, before: Said = found.value) => saidAs(file, before, '', kind);
    return { before: found.value, as };
  };
  const fieldsOf = ({ shelf }: Said) =>
    shelf.content().sheets[0]?.columns.map(({ field }) => field);

  test('C13: known headings are mapped as in that list, members and SKUs by their look, the rest by hand', async () => {
    const { as } = await taken(
      'Ordernummer;Kund;Vara;Styck;Summa;Medlem',
      `77;Foto AB;${SKU};4;100;${VIP}`,
    );
    expect(as('codes').shelf.content()).toMatchObject({
      programme: 'apple-credit',
      sheets: [{ kind: 'credit' }],
    });
    const invoices = as('invoices');
    expect(invoices.shelf.content().sheets).toMatchObject([
      { kind: 'invoices', needsMapping: false, rowCount: 1 },
    ]);
    expect(fieldsOf(invoices)).toEqual(['orderNumber', 'name', 'sku', '', '', 'vipId']);
    invoices.shelf.map([{ index: 3, field: 'quantity' }]);
    invoices.shelf.map([{ index: 4, field: 'netAmount' }]);
    const [line] = [...invoices.shelf.rows({})] as VipRow[];
    expect(line).toMatchObject({
      is: 'invoice',
      orderNumber: '77',
      quantity: 4,
      netAmount: '100.00',
      customerNumber: VIP,
    });
    expect(fieldsOf(as('customers', invoices))).toEqual(['', 'name', 'sku', '', '', 'vipId']);
    expect(fieldsOf(as('prices', invoices))).toEqual(['', '', 'sku', '', '', '']);
  });

  test('C13: the headings are where most of that list’s are, below what is written above them', async () => {
    const { as } = await takenWith(
      ['adobe-vip'],
      'Rapport;Oktober',
      '',
      'Faktura;Kund;SKU;Antal;Pris',
      `F1;Foto AB;${SKU};4;100`,
    );
    const [sheet] = as('invoices').shelf.content().sheets;
    expect([sheet?.headerRow, sheet?.rowCount]).toEqual([3, 1]);
  });

  test('C13: a list of VIP can be said to be Apple’s codes, and the other way round; nothing of a code is shown then', async () => {
    const { as } = await taken('Code;Kund', 'XFAKECREDIT0001;Foto AB', 'XFAKECREDIT0002;Foto AB');
    for (const kind of ['customers', 'orders', 'prices'] as const)
      expect(JSON.stringify(as(kind).shelf.content())).not.toContain('FAKE');
    const back = as('codes', as('customers'));
    expect(back.shelf.content()).toMatchObject({
      programme: 'apple-credit',
      sheets: [{ kind: 'codes' }],
    });
    const other = await taken('VIP ID;Kund;Årsdag', `${VIP};Foto AB;2027-01-01`);
    expect(other.as('codes').shelf.content()).toMatchObject({
      programme: 'apple-credit',
      sheets: [{ columns: [{}, {}, {}] }],
    });
    expect(other.as('licences').shelf.content()).toMatchObject({
      programme: 'apple-licences',
      sheets: [{ kind: 'apps', columns: [{}, { field: '' }, {}] }],
    });
  });

  test('C13: of a sheet without headings, no code is shown or remembered as a heading', async () => {
    const { as } = await taken('XFAKECREDIT0001;Foto AB', 'XFAKECREDIT0002;Foto AB');
    expect(JSON.stringify(as('customers').shelf.content())).not.toContain('FAKE');
  });

  test('C13: one sheet of a workbook is read again, and the others stay as they are mapped', async () => {
    const sheet = async (name: string, ...rows: readonly string[]) => ({
      ...(await fileOf(...rows)).sheets[0]!,
      name,
    });
    const file = {
      ...(await fileOf('a;b')),
      sheets: [
        await sheet('Kunder', 'VIP ID;Kund;Årsdag;Ort', `${VIP};Foto AB;2027-01-01;Åkerö`),
        await sheet('Priser', 'SKU;Produkt;Pris', `${SKU};Foto;100`),
      ],
    };
    const lot = await lotIn([file], ['adobe-vip']);
    lot.map('adobe-vip', [{ index: 3, field: 'adminName' }, undefined]);
    lot.readAs('Priser', 'orders');
    const [{ sheets } = { sheets: [] }] = lot.content().parts;
    expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['Kunder', 'customers'],
      ['Priser', 'orders'],
    ]);
    expect(sheets[0]?.columns.at(-1)?.field).toBe('adminName');
    lot.readAs('Priser', 'codes');
    expect(lot.content().parts).toMatchObject([
      { programme: 'adobe-vip', sheets: [{ name: 'Kunder' }] },
      { programme: 'apple-credit', sheets: [{ name: 'Priser' }] },
    ]);
    // And back again, the others all the while as they are mapped.
    lot.readAs('Priser', 'prices');
    expect(lot.content().parts).toMatchObject([
      { programme: 'adobe-vip', sheets: [{ name: 'Kunder' }, { name: 'Priser' }] },
    ]);
    expect(lot.content().parts[0]?.sheets[0]?.columns.at(-1)).toMatchObject({ field: 'adminName' });
  });

  test('C13: one column is enough for who says what it is', async () => {
    const { as } = await taken('Code', 'XFAKECREDIT0001', 'XFAKECREDIT0002');
    const customers = as('customers');
    expect(customers.shelf.content()).toMatchObject({
      programme: 'adobe-vip',
      sheets: [{ rowCount: 2 }],
    });
    expect(as('codes', customers).shelf.content()).toMatchObject({
      programme: 'apple-credit',
      sheets: [{ rowCount: 2 }],
    });
  });

  test('C13: everything that Volym reads is offered, what is looked after and what the sheet is first', async () => {
    const licences = ['licences', 'installs', 'users', 'assignments'];
    const lists = ['customers', 'authorizations', 'orders', 'prices', 'invoices', 'holders'];
    const sheets = [{ name: '', kind: 'codes', columns: [{}] }] as never;
    const lotOf = (part: unknown) => ({ parts: [part as LotPart], skipped: [], refused: [] });
    const codes = { programme: 'apple-credit', sheets } as const;
    const choices = (looksAfter?: readonly Programme[]) =>
      readingsOf(lotOf(codes), looksAfter)[0]?.choices;
    expect(choices()).toEqual(['codes', ...licences, ...lists]);
    expect(choices(['adobe-vip'])).toEqual(['codes', ...lists, ...licences]);
    expect(choices(['apple-credit'])).toEqual(['codes', ...licences, ...lists]);
    const vip = {
      programme: 'adobe-vip',
      sheets: [{ name: '', kind: 'orders', columns: [{}] }] as never,
    } as const;
    expect(readingsOf(lotOf(vip), ['adobe-vip'])).toEqual([
      { name: '', now: 'orders', choices: [...lists, 'codes', ...licences] },
    ]);
    const saved = { ...vip, sheets: [{ name: '', kind: 'authorizations', columns: [] }] as never };
    expect(readingsOf(lotOf(saved), ['adobe-vip'])).toEqual([]);
  });
});

describe('B9: a sheet is a list of apps or of installations where somebody says so', () => {
  const takenAs = async (as: ReadAs, ...rows: readonly string[]) => {
    const file = await fileOf(...rows);
    const found = shelveFile(file, ['apple-credit']);
    if (!found.ok) throw new Error(found.problem.code);
    const before = found.value.shelf.content().programme;
    const { shelf } = saidAs(file, found.value, '', as);
    const back = (other: ReadAs) => saidAs(file, { shelf }, '', other).shelf;
    return { before, shelf, back };
  };
  const fieldsIn = (shelf: Said['shelf']) =>
    shelf.content().sheets[0]?.columns.map(({ field }) => field);

  test('B9: apps that were taken for codes are apps, with their numbers by their look', async () => {
    const rows = ['Kod;App;Antal', '900000000001;Mattespel;10', '900000000002;Läsa;4'];
    const { before, shelf } = await takenAs('licences', ...rows);
    expect(before).toBe('apple-credit');
    expect(shelf.content()).toMatchObject({
      programme: 'apple-licences',
      sheets: [{ kind: 'apps', needsMapping: false, rowCount: 2 }],
    });
    expect(fieldsIn(shelf)).toEqual(['adamId', 'name', 'total']);
    expect([...shelf.rows({})]).toMatchObject([
      { is: 'app', line: { adamId: '900000000001', name: 'Mattespel', said: { total: 10 } } },
      { is: 'app', line: { adamId: '900000000002' } },
    ]);
  });

  test('A5: what nothing was found in is read anyway as what someone says it is', async () => {
    const file = await fileOf('Rapport;Vecka', 'Kod;App;Antal', 'Ab;Mattespel;10');
    expect(shelveFile(file, ['apple-credit'])).toMatchObject({ problem: { code: 'no-codes' } });
    const fieldsAs = (as: ReadAs) =>
      shelveAnyway(file, as)
        ?.shelf.content()
        .sheets[0]?.columns.map(({ field }) => field);
    expect(fieldsAs('licences')).toEqual(['', 'name', 'total']);
    expect(fieldsAs('codes')).toBeDefined();
    expect(shelveAnyway(await fileOf('bara', ''), 'licences')).toBeUndefined();
  });

  test('B9: or with their addresses, below what is written above them', async () => {
    const file = await fileOf(
      'Rapport;Oktober',
      'Kod;App;Antal',
      'https://apps.apple.com/se/app/x/id900000000001;Mattespel;10',
    );
    const { shelf } = shelveAnyway(file, 'licences')!;
    expect(shelf.content().sheets).toMatchObject([{ headerRow: 2, rowCount: 1 }]);
    expect(fieldsIn(shelf)).toEqual(['adamId', 'name', 'total']);
    expect([...shelf.rows({})]).toMatchObject([{ line: { adamId: '900000000001' } }]);
  });

  test('B9: columns that nobody knows are mapped by hand', async () => {
    const { shelf } = await takenAs('licences', 'Kod;Aa;Bb', 'XFAKECREDIT0001;77;1');
    shelf.map([{ index: 1, field: 'total' }]);
    expect(fieldsIn(shelf)).toEqual(['', 'total', '']);
    expect([...shelf.rows({})]).toMatchObject([
      { outcome: 'unreadable', reason: 'adam-id-missing' },
    ]);
    // Where no column has the numbers of apps, each is known by its name.
    shelf.map([{ index: 1, field: 'name' }]);
    expect([...shelf.rows({})]).toMatchObject([
      { outcome: 'value', line: { adamId: '', name: '77' } },
    ]);
  });

  test('X9: what may be a code is not shown, with headings and without', async () => {
    for (const rows of [
      ['Kod;Antal', 'XFAKECREDIT0001;1', 'XFAKECREDIT0002;1'],
      ['XFAKECREDIT0001;1', 'XFAKECREDIT0002;1'],
    ])
      for (const as of ['licences', 'installs'] as const) {
        const { shelf } = await takenAs(as, ...rows);
        expect(shelf.content().programme).toBe('apple-licences');
        expect(shelf.content().sheets[0]?.rowCount).toBe(2);
        expect(JSON.stringify(shelf.content())).not.toContain('FAKE');
      }
  });

  test('X9: nor beside headings that name the list, once somebody said that it holds codes', async () => {
    const { shelf, back } = await takenAs(
      'codes',
      'Kod;Adam ID;Namn;Install state',
      'XFAKECREDIT0001;900000000001;Mattespel;Installed',
      'XFAKECREDIT0002;900000000002;Läsa;Installed',
    );
    expect(shelf.content().programme).toBe('apple-credit');
    for (const as of ['licences', 'installs'] as const) {
      expect(back(as).content().sheets).toMatchObject([{ rowCount: 2 }]);
      expect(JSON.stringify(back(as).content())).not.toContain('FAKE');
    }
  });

  test('B13: installations under headings of one’s own', async () => {
    const { shelf, back } = await takenAs(
      'installs',
      'Kod;Enhet;Läge',
      'XFAKECREDIT0001;Padda 1;Installerad',
    );
    expect(shelf.content().sheets).toMatchObject([{ kind: 'installs', rowCount: 1 }]);
    shelf.map([{ index: 2, field: 'state' }]);
    expect(fieldsIn(shelf)).toEqual(['', 'deviceName', 'state']);
    expect([...shelf.rows({})]).toMatchObject([{ is: 'install' }]);
    const key = shelf.content().mapped[0]?.key;
    const apps = back('licences').content();
    expect(apps.sheets).toMatchObject([{ kind: 'apps' }]);
    // Either is remembered for itself: the same headings mean other things.
    expect(apps.mapped[0]?.key).not.toBe(key);
  });

  test('B9: a list that its headings name is that list, whatever it was read as in between', async () => {
    const rows = ['Adam ID;Name;Total', '900000000001;Mattespel;10'];
    const { shelf, back } = await takenAs('installs', ...rows);
    expect(shelf.content().sheets).toMatchObject([{ kind: 'installs' }]);
    const again = back('licences').content();
    const file = await fileOf(...rows);
    const first = shelveFile(file, undefined);
    expect(again).toEqual(first.ok && first.value.shelf.content());
  });
});
