import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;
afterEach(() => page.viewport(390, 844));

const shown = async (...lines: readonly string[]) => {
  const opened = await openImport();
  await opened.screen.choose(csvFile('lista.csv', ...lines));
  showImport(DryRun, {
    screen: opened.screen,
    today: '2026-11-20',
    onimport: nothing,
    oncancel: nothing,
    problemWords: String,
  });
  return opened;
};

/** The facts of a row in full, name and value. */
const factsOf = async (name: string): Promise<readonly string[]> => {
  const user = userEvent.setup();
  await user.click(dom.getByRole('button', { name: /^Visa (?:alla|den) \d/ }));
  await user.click(await dom.findByRole('button', { name: new RegExp(`^${name}\\b`) }));
  const sheet = await dom.findByRole('dialog', { name });
  return [...sheet.querySelectorAll('dt')].map((term) =>
    `${term.textContent}: ${term.nextElementSibling?.textContent}`.replace(/\s+/g, ' '),
  );
};

const CREDIT = [
  'Ordernummer;Återförsäljare;Belopp;Beställd;Klar i inkorgen;Anteckning;Inlösningskod',
  '4500300101;Atea;25 000,00;2026-09-03;2026-09-05;Vårterminen;XFAKECREDIT0001',
  '4500300102;Dustin;12 500;2026-13-41;2026-10-03;Se XFAKECREDIT0009;XFAKECREDIT0002',
];

describe('A5: a row in full', () => {
  test('A5: says all that it brings, of a code that there is one, and what is not kept', async () => {
    await shown(...CREDIT);
    expect(await factsOf('Rad 2')).toEqual([
      'Ordernummer: 4500300101',
      'Värde: 25 000 kr',
      'Klar: 2026-09-05',
      'Orderdatum: 2026-09-03',
      'Återförsäljare: Atea',
      'Kommentar, sparas inte: Vårterminen',
      'Kod: dold i provkörningen',
    ]);
    expect(dom.getByRole('dialog').textContent).not.toContain('FAKECREDIT');
  });

  test('A5: that is not read says what of it can be read, and no code in words beside', async () => {
    await shown(...CREDIT);
    expect(await factsOf('Rad 3')).toEqual([
      'Ordernummer: 4500300102',
      'Värde: 12 500 kr',
      'Klar: 2026-10-03',
      'Återförsäljare: Dustin',
      'Kommentar, sparas inte: dold i provkörningen',
      'Kod: dold i provkörningen',
    ]);
    expect(dom.getByRole('dialog').textContent).not.toContain('FAKECREDIT');
  });

  test('C13: of a VIP list that is not read says what stands in it, under the headings of the file', async () => {
    await shown(
      'VIP ID;Customer Name;Product;Quantity;Request Number;Created;Status',
      ';;Acrobat Pro;12;R-100;2026-09-01;Kod 4711-9932-1177',
      '909AFE23D7E610B96384;Nordby kommun;Acrobat Pro;tolv;R-101;2026-09-02;Pending',
    );
    const facts = await factsOf('Rad 2');
    expect(facts).toEqual([
      'Product: Acrobat Pro',
      'Quantity: 12',
      'Request Number: R-100',
      'Created: 2026-09-01',
      'Status: dold i provkörningen',
    ]);
    expect(dom.getByRole('dialog').textContent).toContain('Acrobat Pro');
  });

  test('B9: of a list of licences that is not read says what stands in it, and not twice the cell that keeps it out', async () => {
    await shown(
      'Adam ID;Namn;Plats;Totalt;Tilldelade;Lediga',
      '361309726;Pages;Nordby;många;10;2',
      '361304891;Numbers;Nordby;12;10;2',
    );
    expect(await factsOf('Rad 2')).toEqual([
      'Adam ID: 361309726',
      'Namn: Pages',
      'Plats: Nordby',
      'Tilldelade: 10',
      'Lediga: 2',
    ]);
  });

  test('A5: a table shows of a row that is not read what is of each column, and the sum', async () => {
    await page.viewport(1180, 820);
    await shown(
      'Ordernummer;Belopp;Beställd;Klar i inkorgen',
      '4500300102;12 500;2026-13-41;',
      '4500300103;9 000;2026-09-03;2026-13-42',
      '4500300104;25.000:-;2026-09-03;2026-09-05',
    );
    const table = dom.getByRole('table', { name: 'Rader att se över' });
    const cells = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .slice(1, 4)
          .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
      );
    expect(cells).toEqual([
      ['4500300102', '12 500 kr', ''],
      ['4500300103', '9 000 kr', '2026-13-42'],
      ['4500300104', '25.000:-', '2026-09-05'],
    ]);
  });

  test('C13: of a customer says its level, which is kept', async () => {
    const { screen, world } = await shown(
      'VIP ID;Customer Name;Market Segment;Nivå;Admin Name',
      '909AFE23D7E610B96384;Nordby kommun;EDU;3;Kim Ek',
    );
    expect(await factsOf('Rad 2')).toEqual(
      expect.arrayContaining(['Rabattnivå: 3', 'Segment: EDU']),
    );
    await screen.run();
    const [customer] = (await world.records.find({ kind: 'vip-customer' })) as VipCustomer[];
    expect(customer?.data.level).toBe('3');
  });
});
