import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { App } from '#ui/app.svelte.ts';
import AppScreen from '#programmes/apple-licences/screens/app/AppScreen.svelte';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import UserList from '#programmes/apple-licences/screens/user/UserList.svelte';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from './apps-app.ts';

const patient = { timeout: 60_000 };
const said = { status: 'associated' as const, source: 'Apple', asOf: '', at: 1 };
const ordladan = (given: Parameters<typeof appWith>[0] = {}) =>
  appWith({ id: 'app-1', name: 'Ordlådan', total: 80, assigned: 76, available: 4, ...given });
const pupils = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    userWith({
      id: `user-${at}`,
      name: `Elev ${at}`,
      clientUserId: `u-${at}`,
      group: at % 2 ? '7B' : '8A',
      said,
    }),
  );
const show = async (app: App, language: 'sv' | 'en' = 'sv') => {
  const volumeApp = (await app.records.get('app-1')) as VolumeApp;
  showApps(app, AppScreen, { volumeApp, ontrashed: () => undefined }, language);
};
const inLaterEdition = (app: App) =>
  app.records.change('workspace', (workspace) => ({
    ok: true,
    value: {
      ...workspace,
      data: { ...workspace.data, accountsEdition: 'apple-licences.accounts-2025' } as never,
    },
  }));
const ofDevice = (
  target: string,
  parent: string,
  given: Parameters<typeof licenceWith>[0] = {},
) => ({
  ...licenceWith({ id: `${target}-${parent}`, to: 'device', target, ...given }),
  parent,
});
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);

describe('B10: the sheet that assigns', () => {
  test('B10: a thousand are chosen at once by their group and listed in a window', async () => {
    const { app } = await openApp();
    await addRecords(app, [ordladan(), ...pupils(1_000)]);
    await show(app);
    await press('Tilldela');
    await userEvent.click(await screen.findByRole('radio', { name: /^7B\s*500$/ }, patient));
    await press(/^Välj alla 500$/);
    await press('Fortsätt med 500');
    await screen.findByText('500 valda, 4 lediga');
    const none = screen.getByRole('list', { name: 'Får ingen' });
    expect(within(none).getAllByRole('listitem').length).toBeLessThan(60);
    expect(none.querySelector('[aria-setsize]')).toHaveAttribute('aria-setsize', '496');
    expect(screen.getByRole('button', { name: 'Anteckna 4' })).toBeTruthy();
  }, 120_000);

  test('B10: users to choose are found without typing the dots of letters', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      ordladan(),
      ...pupils(10),
      userWith({ id: 'asa', name: 'Åsa Öberg', clientUserId: 'u-asa', said }),
    ]);
    await show(app);
    await press('Tilldela');
    await userEvent.type(await screen.findByRole('searchbox', undefined, patient), 'asa OBERG');
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(1));
    expect(screen.getByRole('checkbox', { name: /Åsa Öberg/ })).toBeTruthy();
  }, 120_000);

  test.each([0, 333])(
    'B10: no part of the list is under the button that goes on, %i px down',
    async (top) => {
      await page.viewport(390, 844);
      const { app } = await openApp();
      await addRecords(app, [ordladan(), ...pupils(60)]);
      await show(app);
      await press('Tilldela');
      await screen.findByRole('checkbox', { name: /Elev 10/ }, patient);
      const button = screen.getByRole('button', { name: 'Välj först' });
      const list = screen.getByRole('list', { name: 'Vilka ska få en licens?' });
      list.closest('.content')?.scrollTo({ top });
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      const { top: from, left } = button.getBoundingClientRect();
      const { bottom } = screen.getByRole('dialog').getBoundingClientRect();
      for (let y = from; y < bottom; y += 4)
        expect(list.contains(document.elementFromPoint(left + 40, y)), `at ${y}`).toBe(false);
      expect(list.getBoundingClientRect().bottom).toBeGreaterThan(bottom);
    },
  );

  test('B10: devices are for the later edition, by serial number', async () => {
    const { app } = await openApp();
    const pages = appWith({ id: 'pages', name: 'Pages' });
    const known = ofDevice('TESTIPAD0001', 'pages', { name: 'Vagn 1' });
    await addRecords(app, [ordladan(), pages, known]);
    await inLaterEdition(app);
    await show(app);
    await press('Tilldela');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /serienummer/ }, patient),
      'dmpx1234abcd{Enter}iPad',
    );
    await userEvent.click(await screen.findByRole('checkbox', { name: /Vagn 1/ }, patient));
    await press('Fortsätt med 3');
    await screen.findByText('Inget serienummer');
    // What was chosen is chosen still where one goes back to it.
    await press('Ändra val');
    expect(await screen.findByRole('checkbox', { name: /Vagn 1/ }, patient)).toBeChecked();
    expect(screen.getByRole('textbox', { name: /serienummer/ })).toHaveValue('DMPX1234ABCD\nIPAD');
    await press('Fortsätt med 3');
    await press('Anteckna 2');
    await screen.findByRole('button', { name: /DMPX1234ABCD/ }, patient);
    await screen.findByRole('button', { name: /^Vagn 1/ }, patient);
    await screen.findByText('2 licenser av Ordlådan antecknade som tilldelade', undefined, patient);
    expect(screen.queryByText(/Apple-ID-lösenord/)).toBeNull();
  }, 120_000);

  test('B10: known devices are ticked, found by name or number with what they have, and obstacles are shown', async () => {
    const { app } = await openApp();
    const others = ['Pages', 'Numbers', 'Keynote'].map((name, at) =>
      appWith({ id: `other-${at}`, name, location: 'Norr' }),
    );
    const moas = { state: 'installed' as const, code: '', source: 'intune', asOf: '', at: 1 };
    await addRecords(app, [
      ordladan({ available: 1, assigned: 79 }),
      ...others,
      ...pupils(2),
      ...others.map(({ id }) => ofDevice('TESTIPAD0001', id, { name: 'Vagn Åsa' })),
      ofDevice('TESTIPAD0002', 'app-1'),
      ofDevice('TESTIPAD0002', 'other-0'),
      ofDevice('KORT', 'other-1'),
      ofDevice('u-1', 'other-1', {
        to: 'user',
        install: { ...moas, devices: { TESTIPAD0003: 'Moas iPad' } },
      }),
    ]);
    await inLaterEdition(app);
    await show(app);
    await press('Tilldela');
    // Devices have the app: it begins with them.
    expect(await screen.findByRole('radio', { name: 'Enheter' }, patient)).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Användare' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: /Elev 1/ }, patient));
    await userEvent.click(screen.getByRole('radio', { name: 'Enheter' }));
    expect(
      await screen.findByRole(
        'checkbox',
        { name: /Moas iPad\s*TESTIPAD0003 · Ingen licens/ },
        patient,
      ),
    ).toBeTruthy();
    expect(
      screen.getByRole('checkbox', { name: /Vagn Åsa\s*TESTIPAD0001 · Pages, Numbers och 1 till/ }),
    ).toBeTruthy();
    expect(
      screen.getByText('1 har redan en licens. 1 har inget giltigt serienummer.'),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /TESTIPAD0002/ })).toBeNull();
    for (const name of [/Vagn/, /Moas/])
      await userEvent.click(screen.getByRole('checkbox', { name }));
    // A number that is written as well counts once, and one that is known has its name.
    await userEvent.type(
      screen.getByRole('textbox', { name: /serienummer/ }),
      'testipad0003 testipad0009',
    );
    await userEvent.type(screen.getByRole('textbox', { name: /serienummer/ }), ' hej');
    expect(await screen.findByText('Inget serienummer: HEJ')).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: /serienummer/ }),
      '{Backspace}{Backspace}{Backspace}',
    );
    await press('Fortsätt med 4');
    await screen.findByText('4 valda, 1 ledig');
    const none = within(screen.getByRole('list', { name: 'Får ingen' }));
    expect(none.getAllByRole('listitem').map((row) => row.innerText.replaceAll('\n', ' '))).toEqual(
      [
        expect.stringContaining('Vagn Åsa Ingen licens kvar'),
        expect.stringContaining('Moas iPad Ingen licens kvar'),
        expect.stringContaining('TESTIPAD0009 Ingen licens kvar'),
      ],
    );
    expect(await faults()).toEqual([]);
  }, 120_000);

  test('B10: a thousand known devices are drawn in a window, and the earlier edition offers none', async () => {
    const { app } = await openApp();
    const many = Array.from({ length: 1_000 }, (_, at) =>
      ofDevice(`TESTIPAD${1_000 + at}`, 'other', { name: `Vagn ${at}` }),
    );
    await addRecords(app, [ordladan(), appWith({ id: 'other', name: 'Pages' }), ...many]);
    await show(app);
    await press('Tilldela');
    await screen.findByText(/ges licenser till användare, inte enheter/, undefined, patient);
    expect(screen.queryByText(/Vagn|Kända enheter/)).toBeNull();
    await userEvent.keyboard('{Escape}');
    await inLaterEdition(app);
    await press('Tilldela');
    const list = await screen.findByRole('list', { name: 'Kända enheter' }, patient);
    expect(list.querySelector('[aria-setsize]')).toHaveAttribute('aria-setsize', '1000');
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
    await userEvent.type(screen.getByRole('searchbox'), '1777');
    await waitFor(() => expect(within(list).getAllByRole('checkbox')).toHaveLength(1));
    expect(within(list).getByRole('checkbox', { name: /Vagn 777/ })).toBeTruthy();
  }, 120_000);

  test('B10: what Apple lets nobody take back says so', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      ordladan({ isRevocable: false }),
      licenceWith({ id: 'l1', name: 'Elis' }),
    ]);
    await show(app);
    await screen.findByRole('button', { name: /^Elis/ }, patient);
    await press('Ta tillbaka');
    await screen.findByText(/^Licensen kan inte tas tillbaka/, undefined, patient);
    expect(screen.queryByRole('button', { name: /^Anteckna \d/ })).toBeNull();
  }, 120_000);

  test.each([
    ['light', 'sv', 'Tilldela', /^Fortsätt med 6/, /^Välj alla/],
    ['dark', 'en', 'Assign', /^Continue with 6/, /^Select all/],
  ] as const)(
    'X14: axe finds nothing, %s, %s',
    async (theme, language, assign, go, all) => {
      inTheme(theme);
      const { app } = await openApp();
      await addRecords(app, [ordladan(), ...pupils(6)]);
      await show(app, language);
      await press(assign);
      await press(all);
      expect(await faults()).toEqual([]);
      await press(go);
      await screen.findByText(/^6 (valda, 4 lediga|selected, 4 free)$/);
      expect(await faults()).toEqual([]);
    },
    120_000,
  );
});

describe('B12: the list of users', () => {
  /** The gap between the filters and the list, in px. */
  const gap = (): number => {
    const filters = screen.getByRole('radiogroup', { name: 'Visa' }).getBoundingClientRect();
    return (
      screen.getByRole('list', { name: 'Användare och VPP-villkor' }).getBoundingClientRect().top -
      filters.bottom
    );
  };

  test('B12: the list follows the filters where nothing can be done with all, and makes room where it can', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const words = await loadAppleLicencesWords('sv', 'licences');
    const registered = { ...said, status: 'registered' as const };
    await addRecords(app, [
      userWith({ id: 'moa', name: 'Moa Sand', clientUserId: 'moa', said: registered }),
      userWith({ id: 'ali', name: 'Ali Noor', clientUserId: 'ali', said }),
    ]);
    showApps(app, UserList, { words, onadd: () => undefined });
    await screen.findByRole('link', { name: /Moa Sand/ }, patient);
    expect(gap()).toBeLessThanOrEqual(20);
    await userEvent.click(screen.getByRole('radio', { name: /^Inbjudna/ }));
    await screen.findByRole('button', { name: /^Påminn alla/ });
    expect(gap()).toBeGreaterThan(40);
  });

  test('B12: counted, and how many apps wait for the terms', async () => {
    const { app } = await openApp();
    const registered = { ...said, status: 'registered' as const };
    await addRecords(app, [
      ...pupils(3),
      userWith({ id: 'moa', name: 'Moa Sand', clientUserId: 'moa', said: registered }),
      ...['app-1', 'app-2'].map((id) => appWith({ id })),
    ]);
    await app.records.insert(
      ['app-1', 'app-2'].map((parent) => ({
        ...licenceWith({ id: `l-${parent}`, user: 'moa', target: 'moa' }),
        parent,
      })),
    );
    const words = await loadAppleLicencesWords('sv', 'licences');
    showApps(app, UserList, { words, onadd: () => undefined });
    const row = await screen.findByRole('link', { name: /Moa Sand/ }, patient);
    await waitFor(() => expect(row.innerText).toMatch(/2 appar väntar/), patient);
    expect(row.innerText).toContain('okänd dag');
    expect(screen.getAllByRole('link').indexOf(row)).toBeLessThan(2);
    expect(await faults()).toEqual([]);
  }, 120_000);
});
