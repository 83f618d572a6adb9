import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Programme } from '#core/record/record.ts';
import { imports as english } from '#workspace/words/en/import.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import { importVip } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import { vipIdOf } from '#tests/factories/corpus/made-up.ts';
import { bookFile } from '#tests/factories/corpus/workbook.ts';
import { faults } from '#tests/ui/axe.ts';
import { csvFile, MIXED, openImport, showImport, sayOf, triedIn } from './show-import.ts';

/** What lists of a VIP reseller are read as. */
const NAMES = {
  sv: await loadAdobeVipWords('sv', 'readAs'),
  en: await loadAdobeVipWords('en', 'readAs'),
};
const VIP: readonly Programme[] = ['adobe-vip'];
const today = '2026-11-20';
const nothing = (): void => undefined;
const given = { today, onimport: nothing, oncancel: nothing, problemWords: String };
const openHere = (looksAfter: readonly Programme[] = VIP) =>
  openImport(async () => true, looksAfter);
const chooser = (name = 'Läst som') => dom.getByRole<HTMLSelectElement>('combobox', { name });
const offered = (): string[] => [...chooser().options].map(({ text }) => text);
const columnOf = (heading: string) =>
  dom.getByRole('combobox', { name: `Vad kolumnen ${heading} innehåller` });
/** Once the shown rows are those of the chosen kind of list. */
const readAs = (screen: ImportScreen, as: ReadAs) =>
  waitFor(() => {
    expect([screen.readings[0]?.now, screen.isReadAnew]).toEqual([as, false]);
    expect(chooser()).toHaveValue(as);
  });
/** Many lists have the same headings. */
const OWN = csvFile(
  'lista.csv',
  'Order;Kund;Vara;Styck;Summa;Valuta',
  '77;Åkerö skola;Foto;4;100,50;SEK',
);
afterEach(() => page.viewport(390, 844));

describe('C13: what a list is can be said', () => {
  test('C13: an invoice of a few columns is read as one, and what else it may be is offered', async () => {
    const { screen } = await openHere();
    await screen.choose(
      csvFile(
        'avst.csv',
        'Fakturanummer;Fakturadatum;Kund;VIP-nummer;Ordernummer;Artikelnummer;Produkt;Antal;Belopp;Valuta',
        'F-1001;2026-10-05;Åkerö skola;12345;ORD-1;65297701BA02B12;Acrobat Pro för team;10;6715,00;SEK',
      ),
    );
    showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('invoices');
    expect(offered()).toEqual([
      ...Object.values(NAMES.sv),
      'Apple-koder och kredit',
      'Appar och licenser',
      'Installationsstatus',
      'Användare',
      'Vem som har vilken licens',
    ]);
    expect(columnOf('Belopp')).toHaveValue('netAmount');
    expect(columnOf('VIP-nummer')).toHaveValue('vipId');
    expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled();
  });

  test('C7: rows of people with the number of their customer are asked about before anything is read of them', async () => {
    const { screen, world } = await openHere();
    const user = userEvent.setup();
    const vip = vipIdOf(7);
    await screen.choose(
      csvFile(
        'anv.csv',
        'VIP-ID;Namn;E-post;Produkt',
        `${vip};Ada Lind;ada@a.example;Foto`,
        `${vip};Bo Ek;bo@a.example;Foto`,
      ),
    );
    showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('holders');
    expect(dom.getByText(importVip.asksWhoseRows.users.title)).toBeVisible();
    expect(dom.queryByRole('button', { name: /^Importera/ })).toBeNull();
    await user.selectOptions(chooser(), 'VIP: kunder');
    await readAs(screen, 'customers');
    expect(dom.queryByText(importVip.asksWhoseRows.users.title)).toBeNull();
    await waitFor(() => expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled());
    await screen.run();
    expect(await world.records.find({ kind: 'vip-customer' })).toHaveLength(1);
  });

  test('C13: a list that is not recognised asks, is read as a report, mapped by hand, and is known the next time', async () => {
    const { screen, world } = await openHere();
    const user = userEvent.setup();
    await screen.choose(OWN);
    const shown = showImport(DryRun, { screen, ...given });
    expect(dom.getByText(importVip.asksColumnsOpen)).toBeVisible();
    await user.selectOptions(chooser(), 'VIP: avstämningsrapport');
    await readAs(screen, 'invoices');
    expect(dom.queryByText(importVip.asksColumnsOpen)).toBeNull();
    expect(columnOf('Order')).toHaveValue('orderNumber');
    for (const [heading, word] of [
      ['Vara', 'Produkt'],
      ['Styck', 'Antal'],
      ['Summa', 'Radbelopp utan moms'],
    ] as const) {
      await user.selectOptions(columnOf(heading), word);
      const column = () => screen.sheets[0]?.columns.find((column) => column.heading === heading);
      await waitFor(() => expect(column()?.field).not.toBe(''));
      expect(columnOf(heading)).toHaveDisplayValue(word);
    }
    // The row of the last column: what is written is what is shown.
    const rows = within(dom.getByRole('region', { name: 'Rader att se över' }));
    await userEvent.click(rows.getByRole('button', { name: 'Visa alla 1' }));
    expect(await rows.findByText(/100,50/)).toBeVisible();
    expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled();
    await screen.run();
    const [line] = (await world.records.find({ kind: 'invoice-line' })) as InvoiceLine[];
    expect(line?.data).toMatchObject({
      orderNumber: '77',
      product: 'Foto',
      quantity: 4,
      netAmount: '100.50',
    });
    shown.unmount();
    await screen.choose(OWN);
    showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('invoices');
    expect(columnOf('Summa')).toHaveValue('netAmount');
    expect(dom.getByRole('button', { name: 'Inget nytt att importera' })).toBeDisabled();
  });

  test('C13: what was read as Apple’s credit is a list of customers, and the page stays where it is', async () => {
    const { screen, world } = await openHere(['apple-credit', 'adobe-vip']);
    const user = userEvent.setup();
    await screen.choose(
      csvFile('kunder.csv', 'Ordernummer;Belopp;Kund;Årsdag;Antal', '1;2;Åkerö skola;2027-03-01;4'),
    );
    await sayOf(screen, '', 'codes');
    showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('codes');
    expect(columnOf('Kund')).toHaveValue('institution');
    expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled();
    const told = sayOf(screen, '', 'customers');
    flushSync();
    // What is still shown is not what it is: it cannot be written any more.
    expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeDisabled();
    expect(await screen.run()).toBeUndefined();
    await told;
    await sayOf(screen, '', 'codes');
    await user.selectOptions(chooser(), 'VIP: kunder');
    await readAs(screen, 'customers');
    expect(columnOf('Kund')).toHaveValue('name');
    expect(columnOf('Årsdag')).toHaveValue('anniversary');
    expect(chooser()).toHaveFocus();
    const list = within(dom.getByRole('region', { name: 'Rader att se över' }));
    expect(list.getByText('Åkerö skola')).toBeVisible();
    await screen.run();
    const customers = (await world.records.find({ kind: 'vip-customer' })) as VipCustomer[];
    expect(customers.map(({ data }) => [data.name, data.anniversary])).toEqual([
      ['Åkerö skola', '2027-03-01'],
    ]);
    expect(await world.records.find({ kind: 'credit-order' })).toEqual([]);
  });

  test('C13: beside a table the rows are of one list, also while the next ones are on their way', async () => {
    await page.viewport(1280, 900);
    const { screen } = await openHere(['apple-credit', 'adobe-vip']);
    await screen.choose(
      csvFile('kunder.csv', 'Ordernummer;Belopp;Kund;Antal', '1;2;Åkerö skola;4'),
    );
    showImport(DryRun, { screen, ...given });
    for (const [as, kind] of [
      ['VIP: order', 'orders'],
      ['Apple-koder och kredit', 'codes'],
      ['VIP: kunder', 'customers'],
    ] as const) {
      await userEvent.selectOptions(chooser(), as);
      await readAs(screen, kind);
    }
    expect(await dom.findByRole('columnheader', { name: importVip.headName })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('C13: where only Apple’s credit is looked after, its own is offered first, and all else besides', async () => {
    const { screen } = await openHere(['apple-credit']);
    await screen.choose(csvFile('koder.csv', ...MIXED));
    showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('codes');
    expect(offered().slice(0, 3)).toEqual([
      'Apple-koder och kredit',
      'Appar och licenser',
      'Installationsstatus',
    ]);
    expect(offered()).toHaveLength(11);
  });

  test('B9: a list of apps that was taken for codes is read as apps, imported, and known the next time', async () => {
    const apps = () =>
      csvFile('lista.csv', 'Kod;App;Antal', '900000000001;Mattespel;10', '900000000002;Läsa;4');
    const { screen, world } = await openHere(['apple-credit', 'apple-licences']);
    const user = userEvent.setup();
    await screen.choose(apps());
    const shown = showImport(DryRun, { screen, ...given });
    expect(chooser()).toHaveValue('codes');
    await user.selectOptions(chooser(), 'Appar och licenser');
    await readAs(screen, 'licences');
    expect(columnOf('Kod')).toHaveValue('adamId');
    expect(columnOf('App')).toHaveValue('name');
    shown.unmount();
    await screen.run();
    const found = await world.records.find({ kind: 'volume-app' });
    expect(found).toHaveLength(2);
    expect(await world.records.find({ kind: 'redemption-code' })).toEqual([]);
    await screen.choose(apps());
    expect(screen.readings[0]?.now).toBe('licences');
    expect(triedIn(screen)?.plan.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  });

  test('A5: a hidden sheet that is said what it is opens where it goes, and keeps the focus', async () => {
    const listOf = (number: number) => [
      ['Kund', 'VIP-ID', 'Årsdag'],
      [`Skola ${number}`, vipIdOf(number), '2027-03-15'],
    ];
    const sheets = ['Norr', 'Söder', 'Öst'].map((name, at) => ({ name, rows: listOf(at + 301) }));
    const { bytes } = bookFile(
      'kunder.xlsx',
      [...sheets, { name: 'Gamla', rows: listOf(304), isHidden: true }],
      { seen: '', expected: { refused: '' } },
    );
    const { screen } = await openHere();
    await screen.choose(new File([bytes], 'kunder.xlsx'));
    showImport(DryRun, { screen, ...given });
    const foldOf = (name: string): HTMLDetailsElement => {
      const fold = dom.getByText(name, { selector: 'summary *' }).closest('details');
      if (fold === null) throw new Error(`no fold of ${name}`);
      return fold;
    };
    expect(foldOf('Norr').open).toBe(false);
    expect(dom.queryByText('Gamla', { selector: 'summary *' })).toBeNull();
    await userEvent.selectOptions(chooser('Gamla läst som'), 'VIP: kunder');
    await waitFor(() => expect(foldOf('Gamla').open).toBe(true));
    await waitFor(() => expect(chooser('Gamla läst som')).toHaveFocus());
    expect(foldOf('Gamla').contains(document.activeElement)).toBe(true);
    expect(foldOf('Norr').open).toBe(false);
    const { top, bottom } = chooser('Gamla läst som').getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);

    // Said once more, it stays as it is.
    await userEvent.selectOptions(chooser('Gamla läst som'), 'VIP: order');
    await waitFor(() => expect(screen.isReadAnew).toBe(false));
    await waitFor(() => expect(chooser('Gamla läst som')).toHaveFocus());
    expect(foldOf('Gamla').open).toBe(true);
  });

  test.each([
    ['sv', swedish],
    ['en', english],
  ] as const)(
    'C13: on a phone in %s no word of it is cut, and it has no faults',
    async (language, { readAs }) => {
      await page.viewport(320, 700);
      const { screen } = await openHere(['apple-credit', 'adobe-vip']);
      await screen.choose(OWN);
      await sayOf(screen, '', 'invoices');
      showImport(DryRun, { screen, ...given }, language);
      const select = chooser(readAs.label);
      expect(select).toHaveDisplayValue(NAMES[language].invoices);
      expect(select.scrollWidth).toBeLessThanOrEqual(select.clientWidth);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      expect(await faults()).toEqual([]);
    },
  );
});

describe('A5: what is said while a sheet is read again', () => {
  const orders = (name: string, number: string): File =>
    csvFile(name, 'Order Number,Amount,Order Date,Note', `${number},25000.00,03/04/2026,x`);
  const started = async () => {
    const { screen } = await openHere(['apple-credit', 'adobe-vip']);
    await screen.choose([orders('a.csv', '4500218837'), orders('b.csv', '4500218838')]);
    const readingOf = (name: string) => screen.readings.find((one) => one.name === name)!;
    const questionOf = (name: string) =>
      screen.questionsOf('apple-credit').find(({ sheet }) => sheet === name)!;
    return { screen, readingOf, questionOf };
  };

  test('A5: is done to the sheet that was meant, in the order in which it was said', async () => {
    const { screen, readingOf, questionOf } = await started();
    const { id, choices } = questionOf('b.csv');
    await Promise.all([
      screen.readAs(readingOf('a.csv'), 'customers'),
      screen.mapColumn('b.csv', 3, 'comment'),
      screen.answer(id, choices[1]!.id),
    ]);
    expect(screen.sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['a.csv', 'customers'],
      ['b.csv', 'credit'],
    ]);
    expect(screen.partOf('apple-credit')?.sheets[0]?.columns[3]?.field).toBe('comment');
    expect(screen.answers[id]).toBe(choices[1]!.id);
    expect(screen.isReadAnew).toBe(false);
  });

  test('A5: is left out where it was said of what the sheet is no more', async () => {
    const { screen, readingOf, questionOf } = await started();
    const { id, choices } = questionOf('a.csv');
    await Promise.all([
      screen.readAs(readingOf('a.csv'), 'customers'),
      screen.answer(id, choices[1]!.id),
      screen.mapColumn('a.csv', 3, 'comment'),
    ]);
    expect(screen.answers[id]).toBeUndefined();
    const columns = screen.partOf('adobe-vip')?.sheets[0]?.columns ?? [];
    expect(columns.map(({ field }) => field)).not.toContain('comment');
    await screen.readAs(readingOf('a.csv'), 'codes');
    expect(screen.answers[id]).toBeUndefined();
  });
});
