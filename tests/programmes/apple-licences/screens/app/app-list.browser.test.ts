import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import AppList from '#programmes/apple-licences/screens/app/AppList.svelte';
import { appWith } from '#tests/factories/apps.ts';
import { examples } from '#tests/factories/examples.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from './apps-app.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };

const rowsOf = (group: string) =>
  within(screen.getByRole('list', { name: `Appar, ${group}` }))
    .getAllByRole('link')
    .map((row) => row.innerText.replace(/\s+/g, ' ').trim());

describe('B8: the list of apps', () => {
  test('B8: what has run out or will soon comes first; a bar only where there is a limit', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    await addRecords(app, [
      appWith({ id: 'a1', name: 'Procreate', total: 120, assigned: 118 }),
      appWith({ id: 'a2', name: 'Mattestigen', adamId: '700000001', total: 30, assigned: 30 }),
      appWith({ id: 'a3', name: 'Keynote', adamId: '361285480', unlimited: true, assigned: 1284 }),
      appWith({ id: 'a4', name: 'Utan antal', adamId: '700000004' }),
    ]);
    showApps(app, AppList, {});
    await screen.findByText('Kräver åtgärd', {}, patient);
    expect(rowsOf('kräver åtgärd')).toEqual([
      'M Mattestigen 0 lediga Slut. 30 av 30 tilldelade',
      'P Procreate 2 lediga 118 av 120 tilldelade',
    ]);
    expect(rowsOf('övriga').map((row) => row.replace(/\u202f/g, ' '))).toEqual([
      'K Keynote Fritt antal 1 284 tilldelade',
      'U Utan antal Okänt Inga antal ännu',
    ]);
    expect(document.querySelectorAll('a.row .bar .bar')).toHaveLength(2);
  });

  test('B8: 4,800 are in the list, only those in sight on the page, and a search answers at once', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const many = Array.from({ length: 4_800 }, (_, at) =>
      appWith({
        id: `a${at}`,
        name: `App ${at}`,
        adamId: String(500_000_000 + at),
        total: 50,
        assigned: at % 45,
      }),
    );
    await addRecords(app, many);
    showApps(app, AppList, {});
    await screen.findByPlaceholderText(/^Sök bland 4.800 appar$/, {}, patient);
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
    await userEvent.type(screen.getByRole('searchbox'), '4799');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(screen.getByRole('link', { name: /App 4799/ })).toBeTruthy();
  });

  test('B8: opened from home it shows those that are out, and all at a press', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      appWith({ id: 'a1', name: 'Ada', adamId: '700000001', total: 30, assigned: 30 }),
      appWith({ id: 'a2', name: 'Bok', adamId: '700000002', total: 30, assigned: 3 }),
    ]);
    showApps(app, AppList, { shows: 'empty' });
    expect(await screen.findByRole('radio', { name: /^Slut/ }, patient)).toBeChecked();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(screen.getByRole('radio', { name: /^Alla/ }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  });

  test('B8: a chip shows what it counts, and one that has nothing left shows all again', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      appWith({ id: 'a1', name: 'Procreate', total: 120, assigned: 118 }),
      appWith({ id: 'a2', name: 'Kodverkstan', adamId: '700000003', total: 10, assigned: 12 }),
    ]);
    showApps(app, AppList, {});
    await userEvent.click(await screen.findByRole('radio', { name: /^Motsägelser/ }, patient));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    await app.records.change('a2', (record) => ({
      ok: true,
      value: { ...record, data: appWith({ name: 'Kodverkstan', total: 20, assigned: 12 }).data },
    }));
    await waitFor(() => expect(screen.queryByRole('radio', { name: /^Motsägelser/ })).toBeNull());
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('B13: an app with failed installations is under what needs attention, says how many and when, and has a chip', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const failing = (failed: number, asOf: string) => ({
      installs: {
        failed,
        pending: 0,
        installed: 8,
        notInstalled: 0,
        source: 'intune',
        asOf,
        at: 1,
      },
    });
    await addRecords(app, [
      appWith({ id: 'a1', name: 'Procreate', total: 120, assigned: 118 }),
      appWith({
        id: 'a2',
        name: 'Mattestigen',
        adamId: '7001',
        total: 30,
        assigned: 30,
        ...failing(3, app.today),
      }),
      appWith({
        id: 'a3',
        name: 'Läsresan',
        adamId: '7002',
        total: 300,
        assigned: 20,
        ...failing(2, '2024-11-12'),
      }),
      appWith({
        id: 'a4',
        name: 'Kodverkstan',
        adamId: '7003',
        total: 300,
        assigned: 20,
        ...failing(0, app.today),
      }),
    ]);
    showApps(app, AppList, {});
    const chip = await screen.findByRole('radio', { name: /^Misslyckade/ }, patient);
    expect(chip.closest('label')?.textContent).toMatch(/Misslyckade\s*2/);
    expect(rowsOf('kräver åtgärd')).toEqual([
      'M Mattestigen 0 lediga Slut. 3 installationer misslyckades i dag',
      'L Läsresan 280 lediga 2 misslyckades, lista 12 nov 2024',
      'P Procreate 2 lediga 118 av 120 tilldelade',
    ]);
    expect(rowsOf('övriga')).toEqual(['K Kodverkstan 280 lediga 20 av 300 tilldelade']);
    const red = (name: RegExp): boolean =>
      screen.getByRole('link', { name }).querySelector('.counts')?.classList.contains('late') ===
      true;
    expect([/Läsresan/, /Procreate/].map(red)).toEqual([true, false]);
    await userEvent.click(chip);
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
    // A newer list has none left: the chip is gone, and all are shown.
    for (const id of ['a2', 'a3'])
      await app.records.change(id, (record) => ({
        ok: true,
        value: { ...record, data: { ...record.data, ...failing(0, app.today) } },
      }));
    await waitFor(() => expect(screen.queryByRole('radio', { name: /^Misslyckade/ })).toBeNull());
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
  });

  test('B8: old numbers are shown as such, and location and order are chosen', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const lasresan = { name: 'Läsresan', adamId: '700000002', total: 300, assigned: 2 };
    await addRecords(app, [
      appWith({ id: 'a1', ...lasresan, location: 'Söderskolan', asOf: '2024-11-12' }),
      appWith({ id: 'a2', ...lasresan, location: 'Norrskolan', asOf: app.today }),
      appWith({ id: 'a3', name: 'Kodverkstan', adamId: '700000003', total: 10, assigned: 9 }),
    ]);
    showApps(app, AppList, {});
    await screen.findByText(/^En app har siffror som är äldre än 48 timmar/, {}, patient);
    const places = () => screen.getAllByRole('listitem').map(({ innerText }) => innerText);
    await userEvent.selectOptions(screen.getByLabelText('Plats'), 'Söderskolan');
    await waitFor(() => expect(places()).toEqual([expect.stringContaining('Söderskolan')]));
    await userEvent.selectOptions(screen.getByLabelText('Plats'), 'Alla platser');
    await userEvent.selectOptions(screen.getByLabelText('Ordning'), 'Namn');
    await waitFor(() =>
      expect(places()).toEqual([
        expect.stringContaining('Kodverkstan'),
        expect.stringContaining('Norrskolan'),
        expect.stringContaining('Söderskolan'),
      ]),
    );
  });

  test('B8: a token that needs a hand puts a dot on the key', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    showApps(app, AppList, {});
    const key = await screen.findByRole('link', { name: 'Token' }, patient);
    expect(key.getAttribute('href')).toMatch(/\/tokens$/);
    const token = examples['content-token'];
    // Valid for years, it needs nothing.
    const until = (lastDay: string) => ({ ...token, steps: [], data: { ...token.data, lastDay } });
    await app.records.create(until('2029-12-01'));
    expect(screen.queryByRole('link', { name: 'Token, något behöver göras' })).toBeNull();
    await app.records.change(token.id, () => ({ ok: true, value: until('2026-12-01') }));
    await screen.findByRole('link', { name: 'Token, något behöver göras' });
  });

  test('B8: an app that Apple names by its number alone says so, is found by it, and many ask for a list', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const numbered = (at: number) =>
      appWith({ id: `a${at}`, name: '', adamId: `90000030039${at}`, total: 50 });
    await addRecords(app, [
      ...Array.from({ length: 5 }, (_, at) => numbered(at)),
      appWith({
        id: 'book',
        name: '900000300377',
        adamId: '900000300377',
        productType: 'Book',
        assigned: 9,
      }),
    ]);
    showApps(app, AppList, {});
    await screen.findByText(
      '6 appar har bara nummer. En lista från Intune eller Jamf har namnen.',
      {},
      patient,
    );
    expect(screen.getByRole('link', { name: 'Importera en lista' })).toHaveAttribute(
      'href',
      '/import',
    );
    // No digit is in the place of a letter.
    expect(rowsOf('övriga')[0]).toBe('Bok 900000300377 Okänt 9 tilldelade');
    expect(document.querySelectorAll('a.row .tile svg')).toHaveLength(6);
    await userEvent.type(screen.getByRole('searchbox'), 'app 900000300393');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(rowsOf('övriga')[0]).toMatch(/^App 900000300393 /);
    await app.records.change('book', (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, name: 'Fickur' } as never },
    }));
    // A few are named by hand.
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Importera en lista' })).toBeNull(),
    );
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing, %s', async (theme) => {
    inTheme(theme);
    const { app } = await openApp();
    await addRecords(app, [
      appWith({ id: 'a1', name: 'Procreate', total: 120, assigned: 118, location: 'Norr' }),
      appWith({ id: 'a2', name: 'Procreate', total: 10, assigned: 12, location: 'Söder' }),
      appWith({ id: 'a3', name: 'Keynote', adamId: '361285480', unlimited: true, assigned: 12 }),
      ...Array.from({ length: 6 }, (_, at) =>
        appWith({ id: `n${at}`, name: '', adamId: `90000030039${at}` }),
      ),
    ]);
    showApps(app, AppList, { selected: 'a1' });
    await screen.findByText('Kräver åtgärd', {}, patient);
    expect(await faults()).toEqual([]);
  });
});
