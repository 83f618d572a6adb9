import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#core/record/record.ts';
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
const shown = async (file: File) => {
  const opened = await openImport(async () => true, ALL);
  await opened.world.records.create({
    id: 'music',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: { v: 1, name: 'Testapp Musik', adamId: '900000000002', pricingParam: 'STDQ' },
  } as unknown as Draft);
  await opened.screen.choose(file);
  showImport(DryRun, {
    screen: opened.screen,
    today,
    onimport: nothing,
    oncancel: nothing,
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
