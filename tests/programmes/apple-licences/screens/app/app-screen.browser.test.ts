import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { App } from '#ui/app.svelte.ts';
import AppScreen from '#programmes/apple-licences/screens/app/AppScreen.svelte';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { IS_LONG } from '#tests/factories/long-run.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from './apps-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => page.viewport(390, 844));

const install = (state: 'installed' | 'pending' | 'failed', code = '') => ({
  source: 'Intune',
  asOf: '2026-11-20T05:02:00Z',
  at: 1,
  state,
  code,
});
const procreate = appWith({ id: 'app-1', name: 'Procreate', total: 120, assigned: 118 });
const show = async (app: App, language: 'sv' | 'en' = 'sv') => {
  const volumeApp = (await app.records.get('app-1')) as VolumeApp;
  showApps(app, AppScreen, { volumeApp, ontrashed: () => undefined }, language);
};

describe('B13: one app', () => {
  const MANY = IS_LONG ? 20_000 : 2_000;
  const shown = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/, '.');

  test(`B13: ${MANY} who have it are counted and found, and only those in sight are drawn`, async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const states = ['installed', 'pending', 'failed', 'installed'] as const;
    await addRecords(app, [procreate]);
    await addRecords(
      app,
      Array.from({ length: MANY }, (_, at) =>
        licenceWith({
          id: `l${at}`,
          name: `Elev ${at}`,
          install: install(states[at % 4] ?? 'installed'),
        }),
      ),
    );
    // As after a start: nothing of it is in memory any more.
    const id = app.workspaceId;
    await app.leave();
    await app.enter(id);
    await show(app);
    await screen.findByRole(
      'radio',
      { name: new RegExp(`^Misslyckades\\s*${shown(MANY / 4)}$`) },
      patient,
    );
    expect(
      screen.getByRole('radio', { name: new RegExp(`^Alla\\s*${shown(MANY)}$`) }),
    ).toBeTruthy();
    const list = screen.getByRole('list', { name: 'Har Procreate' });
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
    await userEvent.click(screen.getByRole('radio', { name: /^Väntar/ }));
    await waitFor(() =>
      expect(list.querySelector('[aria-setsize]')).toHaveAttribute(
        'aria-setsize',
        String(MANY / 4),
      ),
    );
  }, 240_000);

  test('B12, B13: those who have it are listed with what needs attention first, with why and what to do', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const user = (id: string, name: string, status: 'registered' | 'associated') =>
      userWith({
        id,
        name,
        clientUserId: id,
        said: { source: 'Apple', asOf: '', at: 1, status },
      });
    const licence = (
      id: string,
      name: string,
      state: 'installed' | 'pending' | 'failed',
      code = '',
    ) => licenceWith({ id: `l${id}`, name, user: id, target: id, install: install(state, code) });
    await addRecords(app, [
      procreate,
      user('u1', 'Elis Bergqvist', 'registered'),
      user('u2', 'Oskar Kvist', 'associated'),
      user('u3', 'Amina Noor', 'associated'),
      user('u4', 'Hugo Lind', 'associated'),
      licence('u1', 'Elis Bergqvist', 'pending'),
      licence('u2', 'Oskar Kvist', 'failed', '-2016330882'),
      licence('u3', 'Amina Noor', 'installed'),
      {
        ...licence('u4', 'Hugo Lind', 'installed'),
        steps: [{ id: 's1', kind: 'uninstall-asked', on: '2026-11-18', at: 5, by: 'sara' }],
      },
    ]);
    await show(app);
    await screen.findByText('1 frisläpps när appen tas bort', undefined, patient);
    const people = () =>
      within(screen.getByRole('list', { name: 'Har Procreate' }))
        .getAllByRole('listitem')
        .map(({ innerText }) => innerText);
    await waitFor(() =>
      expect(people()).toEqual([
        expect.stringMatching(/Oskar Kvist.*Misslyckades: inga licenser kvar.*Godkänt/s),
        expect.stringMatching(/Elis Bergqvist.*Väntar på villkoren.*Inbjuden/s),
        expect.stringMatching(/Hugo Lind.*Avinstalleras.*Godkänt/s),
        expect.stringMatching(/Amina Noor.*Installerad .*Godkänt/s),
      ]),
    );
    await userEvent.click(screen.getByRole('radio', { name: /^Misslyckades/ }));
    await waitFor(() => expect(people()).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: /^Oskar Kvist/ }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Oskar Kvist' }));
    expect(await sheet.findByText('Köp fler hos Apple, eller frigör en, och synka.')).toBeVisible();
    expect(sheet.getByText('0x87D13B7E')).toBeVisible();
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await page.viewport(1180, 820);
    const table = await screen.findByRole('table', { name: 'Har Procreate' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
  });

  test('B8: more assigned than owned is reported', async () => {
    const { app } = await openApp();
    await addRecords(app, [appWith({ id: 'app-1', name: 'Kodverkstan', total: 10, assigned: 12 })]);
    await show(app);
    expect(
      await screen.findByText('12 är tilldelade, men bara 10 ägs.', undefined, patient),
    ).toBeVisible();
  });

  test('B13: a change of a licence or of its user shows at once', async () => {
    const { app } = await openApp();
    const said = { source: 'Apple', asOf: '', at: 1, status: 'registered' as const };
    await addRecords(app, [
      procreate,
      userWith({ id: 'u1', name: 'Elis Bergqvist', clientUserId: 'elis', said }),
      licenceWith({
        id: 'l1',
        name: 'Elis Bergqvist',
        user: 'u1',
        target: 'elis',
        install: install('pending'),
      }),
    ]);
    await show(app);
    const row = await screen.findByRole('button', { name: /Elis Bergqvist/ }, patient);
    expect(row.innerText).toMatch(/Väntar på villkoren\s+Inbjuden/);
    await app.records.change('u1', (user) => ({
      ok: true,
      value: {
        ...user,
        data: { ...user.data, said: { ...said, status: 'associated' } } as typeof user.data,
      },
    }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Elis Bergqvist/ }).innerText).toMatch(
        /Väntar på enheten\s+Godkänt/,
      ),
    );
    await app.records.change('l1', (licence) => ({
      ok: true,
      value: {
        ...licence,
        steps: [{ id: 's', kind: 'app-gone', on: '2026-11-20', at: 1, by: 'sara' }],
      },
    }));
    await screen.findByText(/^118 är tilldelade, men det är inte känt till vem/);
  });

  test('B13: licences whose holder nobody named are shown, and how the list comes to name them', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    await addRecords(app, [procreate]);
    await show(app);
    expect(
      await screen.findByText(
        /^118 är tilldelade, men det är inte känt till vem/,
        undefined,
        patient,
      ),
    ).toBeVisible();
    expect(screen.queryByText(/^Ingen är antecknad/)).toBeNull();
    await addRecords(app, [licenceWith({ id: 'l1', name: 'Elis Bergqvist' })]);
    expect(await screen.findByText(/^117 till är tilldelade/)).toBeVisible();
  });

  test('B10: on a tablet each row offers to take its licence back, but what stays for good', async () => {
    await page.viewport(1180, 820);
    const { app } = await openApp();
    const licences = [
      licenceWith({ id: 'l1', name: 'Elis Bergqvist' }),
      { ...licenceWith({ id: 'l2', name: 'Freja Holm' }), parent: 'book' },
    ];
    await addRecords(app, [
      procreate,
      appWith({ id: 'book', name: 'Boken', isRevocable: false }),
      ...licences,
    ]);
    await show(app);
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Ta tillbaka licensen av Elis Bergqvist' },
        patient,
      ),
    );
    const sheet = await screen.findByRole('dialog', { name: 'Elis Bergqvist' });
    expect(
      await within(sheet).findByRole('button', { name: 'Anteckna som tillbakatagen' }, patient),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    const book = (await app.records.get('book')) as VolumeApp;
    cleanup();
    showApps(app, AppScreen, { volumeApp: book, ontrashed: () => undefined });
    await screen.findByRole('button', { name: /^Freja Holm/ }, patient);
    expect(screen.queryByRole('button', { name: /^Ta tillbaka licensen/ })).toBeNull();
  });

  test('B8: an app with a number alone is given a name from its page', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    await addRecords(app, [appWith({ id: 'app-1', name: '', adamId: '900000300399', total: 50 })]);
    await show(app);
    await screen.findByRole('heading', { level: 1, name: 'App 900000300399' }, patient);
    expect(screen.getByText(/^En lista från Intune eller Jamf har namnen med sig/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Ge den ett namn' }));
    const name = await screen.findByRole('textbox', { name: /^Namn/ }, patient);
    await waitFor(() => expect(document.activeElement).toBe(name));
    await userEvent.keyboard('Läsresan{Enter}');
    await waitFor(async () =>
      expect((await app.records.get('app-1'))?.data).toMatchObject({ name: 'Läsresan' }),
    );
  });

  test('X18: a reader has no button that changes', async () => {
    const { app } = await openApp();
    await addRecords(app, [procreate]);
    const here = app.settings.current.workspaces[app.workspaceId];
    app.settings.change({ workspaces: { [app.workspaceId]: { ...here!, onlyReads: true } } });
    await show(app);
    await userEvent.click(await screen.findByRole('button', { name: 'Fler val' }));
    await screen.findByRole('menuitem', { name: 'Historik' });
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
  });

  test.each([
    ['light', 'sv'],
    ['dark', 'en'],
  ] as const)('X14: axe finds nothing, %s, %s', async (theme, language) => {
    inTheme(theme);
    const { app } = await openApp();
    await addRecords(app, [
      {
        ...procreate,
        data: { ...procreate.data, said: { ...procreate.data.said!, available: 40, retired: 3 } },
      } as VolumeApp,
      licenceWith({ id: 'l1', name: 'Oskar Kvist', install: install('failed', '0x87D13B7E') }),
      licenceWith({ id: 'l2', to: 'device', target: 'C02FAKE', install: install('installed') }),
    ]);
    await app.records.change('app-1', (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, name: '' } as never },
    }));
    await show(app, language);
    await screen.findByRole('button', { name: /Oskar Kvist/ }, patient);
    expect(await faults()).toEqual([]);
  });
});
