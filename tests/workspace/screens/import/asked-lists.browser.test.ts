import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Draft } from '#core/record/record.ts';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { faults } from '#tests/ui/axe.ts';
import { csvFile, openImport, showImport } from './show-import.ts';
import hiddenRows from '#tests/fixtures/import/credit-hidden-rows.xlsx?url';
import licences from '#tests/fixtures/import/graph-assigned-licences.json?url';

const today = '2026-11-20';
const nothing = (): void => undefined;
const ALL = ['apple-credit', 'apple-licences', 'adobe-vip'] as const;

const fileAt = async (url: string, name: string): Promise<File> =>
  new File([await (await fetch(url)).blob()], name);

/** The dry run of a file in a workspace with one app. */
const shown = async (file: File, oncancel = nothing, hasLocations = false) => {
  const opened = await openImport(async () => true, ALL);
  await opened.world.records.create({
    id: 'music',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: { v: 1, name: 'Testapp Musik', adamId: '900000000002', pricingParam: 'STDQ' },
  } as unknown as Draft);
  for (const location of hasLocations ? ['Norra', 'Sodra'] : [])
    await opened.world.records.create({
      id: location,
      kind: 'content-token',
      programme: 'apple-licences',
      parent: '',
      data: { ...BLANK_TOKEN, v: 1, name: location, location },
    } as unknown as Draft);
  await opened.screen.choose(file);
  showImport(DryRun, {
    screen: opened.screen,
    today,
    onimport: nothing,
    oncancel,
    problemWords: String,
  });
  return opened;
};

describe('what a list leaves open', () => {
  test('B9: a list of apps by their names is confirmed, and the app here gets its counts', async () => {
    const user = userEvent.setup();
    const { world, screen } = await shown(
      csvFile('appar.csv', 'App;Licenser;Använda', 'testapp MUSIK;30;10', 'Testapp Sång;5;5'),
    );
    expect(dom.getByText('Är det här en lista över appar och deras licenser?')).toBeVisible();
    const rows = within(dom.getByRole('list', { name: 'Rader att se över' }));
    expect(rows.getByText(/Testapp Sång finns inte här/)).toBeVisible();
    expect(await faults()).toEqual([]);
    await user.click(dom.getByRole('button', { name: 'Ja, det stämmer' }));
    await waitFor(() => expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled());
    await screen.run();
    expect(await world.records.find({ kind: 'volume-app' })).toMatchObject([
      { id: 'music', data: { said: { total: 30, assigned: 10 } } },
    ]);
  });

  test('B9: who has licences in Graph asks for the app', async () => {
    const user = userEvent.setup();
    const { world, screen } = await shown(await fileAt(licences, 'licences.json'));
    await user.click(dom.getByRole('button', { name: 'Välj app' }));
    const question = dom.getByRole('combobox', { name: 'Vilken app gäller listan?' });
    expect(question).toHaveFocus();
    await user.selectOptions(question, 'Testapp Musik');
    expect(await dom.findByRole('button', { name: 'Importera 1 rad' })).toBeEnabled();
    await screen.run();
    expect(await world.records.find({ kind: 'assigned-licence' })).toMatchObject([
      { parent: 'music', data: { to: 'user', name: 'Ada Ek' } },
    ]);
  });

  test.each([
    ['app names without number', ['App;Licenser;Använda', 'Testapp Sång;5;5', 'Testapp Dans;2;1']],
    [
      'who has which licence',
      ['App;E-post;Namn på person', 'Testapp Sång;a@b.example;Ada', 'Testapp Dans;a@b.example;'],
    ],
  ])('B9: of apps that are not here nothing is asked, but said what to do: %s', async (_, rows) => {
    const user = userEvent.setup();
    const oncancel = vi.fn();
    await shown(csvFile('appar.csv', ...rows), oncancel, true);
    expect(dom.getByRole('heading', { name: 'Apparna finns inte här' })).toBeVisible();
    expect(dom.getByText(/Listan nämner Testapp Sång och Testapp Dans utan nummer/)).toBeVisible();
    expect(dom.queryAllByRole('button', { name: 'Ja, det stämmer' })).toEqual([]);
    expect(dom.queryAllByRole('combobox', { name: /Vilken plats/ })).toEqual([]);
    expect(dom.getByRole('button', { name: 'Ingen rad går att importera' })).toBeDisabled();
    expect(dom.getByRole('link', { name: /Lägg till appen för hand/ })).toHaveAttribute(
      'href',
      '/apps/new',
    );
    expect(await faults()).toEqual([]);
    await user.click(dom.getByRole('button', { name: /Välj en annan fil/ }));
    expect(oncancel).toHaveBeenCalledOnce();
  });

  test('B9: of a list with an app that is here, what it asks is asked', async () => {
    await shown(
      csvFile('appar.csv', 'App;Licenser;Använda', 'Testapp Sång;5;5', 'Testapp Musik;2;1'),
      nothing,
      true,
    );
    expect(dom.queryByRole('heading', { name: 'Apparna finns inte här' })).toBeNull();
    expect(dom.getByRole('combobox', { name: /Vilken plats/ })).toBeVisible();
    expect(dom.getByRole('button', { name: 'Ja, det stämmer' })).toBeVisible();
  });

  test('A5: orders that may be any shop’s are confirmed', async () => {
    await shown(
      csvFile(
        'orders.csv',
        'Order,Date,Customer,Email,Total,Currency',
        '1001,2026-11-19,Ada Ek,ada@nordby.example,120.00,SEK',
      ),
    );
    expect(dom.getByText('Är det här ordrar på Apple-kredit?')).toBeVisible();
    expect(dom.getByRole('button', { name: 'Svara på frågan först' })).toBeEnabled();
    await userEvent.setup().click(dom.getByRole('button', { name: 'Ja, det stämmer' }));
    await waitFor(() => expect(dom.getByRole('button', { name: 'Importera 1 rad' })).toBeEnabled());
  });

  test('A5: hidden rows are named above what will happen', async () => {
    await shown(await fileAt(hiddenRows, 'kredit.xlsx'));
    expect(
      dom.getByText('2 rader är dolda i bladet Kredit och läses också: rad 3, 4.'),
    ).toBeVisible();
  });
});
