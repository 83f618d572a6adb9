import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import HistoryFile from '#programmes/adobe-vip/screens/history/HistoryFile.svelte';
import RenewalList from '#programmes/adobe-vip/screens/renewal-overview/RenewalList.svelte';
import VipList from '#programmes/adobe-vip/screens/list/VipList.svelte';
import { savedFiles } from '#tests/factories/saved-files.ts';
import { authorizationWith, customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer, showVip } from './vip-app.ts';

describe('C8: the history as a file', () => {
  test('C8: a press hands the device a sheet of the customer’s name and the day', async () => {
    const { app } = await openApp();
    const steps = [{ id: 's1', kind: 'order-placed', on: '2026-11-20', at: 1, by: app.me }];
    const order = { ...vipOrderWith(), steps };
    await addRecords(app, [customerWith({ name: 'Tryck/Linden AB' }), authorizationWith(), order]);
    const files = savedFiles();
    showUnderCustomer(app, HistoryFile, () => ({}));
    await userEvent.click(await screen.findByRole('button', { name: 'Spara som CSV' }));
    await waitFor(() => expect(files.names()).toEqual(['historik-Tryck-Linden-AB-2026-11-20.csv']));
    const lines = (await files.content()).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Dag;Händelse;Produkt');
    expect(lines.slice(1)).toContainEqual(
      '2026-11-20;Order;Illustrator;65297600BA01A12;4;77000412;;;;;;2026-12-04;Sara Lindholm',
    );
  });
});

describe('X17: the customers as a file', () => {
  test('X17: a press hands the device a file with a line for each, and what is under them', async () => {
    const { app } = await openApp();
    const plan = {
      product: 'Illustrator',
      licenceType: 'team' as const,
      sku: '',
      assigned: 5,
      on: '2026-11-19',
      at: 1,
    };
    await addRecords(app, [
      customerWith({ plans: { 'illustrator|team': plan }, owner: app.me }),
      customerWith(
        { name: 'Ekudden Bygg', vipId: '', anniversary: '', segment: 'EDU' },
        [],
        'customer-2',
      ),
      authorizationWith({ lines: { a: { product: 'Illustrator', quantity: 12, sku: '' } } }),
    ]);
    const files = savedFiles();
    showVip(app, VipList, {});
    // The menu holds it back until there is a customer to write.
    await screen.findByText('Ekudden Bygg');
    await userEvent.click(screen.getByRole('button', { name: 'Fler val' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Spara som CSV' }));
    await waitFor(() => expect(files.names()).toEqual(['vip-kunder-2026-11-20.csv']));
    expect((await files.content()).split('\r\n')).toEqual([
      'Kund;VIP ID;Program;Marknadssegment;Läge;Årsdag;Nivå;Ägda;Tilldelade;Kontoansvarig',
      'Tryckhuset Linden;5A20C8F190D73B627E4D;VIP;Företag;Väntar på order;2027-06-08;;12;5;Sara Lindholm',
      'Ekudden Bygg;;VIP;Utbildning;Inga produkter;;;0;0;',
    ]);
  });
});

describe('X17: the renewals as files', () => {
  const plan = {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned: 9,
    on: '2026-11-19',
    at: 1,
  };
  const order = vipOrderWith({
    orderType: 'renewal',
    orderDate: '2026-08-02',
    purchaseOrderNumber: 'TL-0442',
  });
  const save = async (view: 'overview' | 'history') => {
    const { app } = await openApp();
    await addRecords(app, [
      customerWith({ anniversary: '2026-12-13', plans: { 'illustrator|team': plan } }),
      order,
    ]);
    const files = savedFiles();
    showVip(app, RenewalList, { view });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Spara som CSV' }, { timeout: 60_000 }),
    );
    await waitFor(() => expect(files.names()).toHaveLength(1));
    return { name: files.names()[0], lines: (await files.content()).split('\r\n') };
  };

  test('X17: the overview has semicolons in Swedish, and no number of those assigned where nobody said it', async () => {
    const { name, lines } = await save('overview');
    expect(name).toBe('forlangningar-2026-11-20.csv');
    expect(lines[0]).toMatch(/^Kund;VIP ID;Läge;Årsdag;/);
    expect(lines[1]).toMatch(
      /^Tryckhuset Linden;5A20C8F190D73B627E4D;Kan beställas nu;2026-12-13;.*;\d+;;\d+;;\d+$/,
    );
  });

  test('X17: the history is a separate file', async () => {
    const { name, lines } = await save('history');
    expect(name).toBe('forlangningshistorik-2026-11-20.csv');
    expect(lines).toEqual([
      'Kund;VIP ID;Dag;Läge;Årsdag;Ordernummer;PO-nummer;Produkt;Nivå;SKU;Förlängda',
      'Tryckhuset Linden;5A20C8F190D73B627E4D;2026-08-02;;;77000412;TL-0442;Illustrator;;65297600BA01A12;4',
    ]);
  });
});
