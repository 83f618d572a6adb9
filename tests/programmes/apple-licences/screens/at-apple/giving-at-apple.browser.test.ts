import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import { userRows } from '#programmes/apple-licences/rules/user/user-waits.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { keptActs } from '#data/acts/acts.ts';
import { openWorks } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import AppScreen from '#programmes/apple-licences/screens/app/AppScreen.svelte';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import TermsCard from '#programmes/apple-licences/screens/user/TermsCard.svelte';
import UserList from '#programmes/apple-licences/screens/user/UserList.svelte';
import { appleErrors } from '#programmes/apple-licences/words/sv/apple-errors.ts';
import { wayBack } from '#workspace/screens/acts/way-back.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { userWith } from '#tests/factories/apps.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { addRecords, showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { openAtApple } from './app-at-apple.ts';

const patient = { timeout: 60_000 };
const { numbers } = appleErrors;
const ROOM = '900000001001';
type Here = Awaited<ReturnType<typeof openAtApple>>;

const show = async ({ app, volumeApp }: Here, language: 'sv' | 'en' = 'sv') =>
  showApps(
    app,
    AppScreen,
    { volumeApp: await volumeApp(ROOM), ontrashed: () => undefined },
    language,
  );
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const counts = async ({ volumeApp }: Here) => {
  const { assigned, free } = countsOf(await volumeApp(ROOM));
  return [assigned, free];
};
const orderDevices = async (typed: string, count: number): Promise<void> => {
  await press('Tilldela');
  await userEvent.type(await screen.findByRole('textbox', { name: /serienummer/ }, patient), typed);
  await press(`Fortsätt med ${count}`);
};

describe('B10: the sheet that assigns, where Apple can be asked', () => {
  test('B10: Apple does it unless only noting is chosen, and the system that uses the token is named', async () => {
    const here = await openAtApple('intune');
    await show(here);
    await orderDevices('DMPX1234ABCD', 1);
    expect(await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient)).toBeChecked();
    screen.getByText('Apple gör det direkt. Det syns i Intune efter dess nästa synk.');
    await press('Tilldela 1');
    await screen.findByText('1 licens tilldelad hos Apple', undefined, patient);
    expect([here.held(ROOM), await counts(here)]).toEqual([61, [61, 19]]);
    // Undone at Apple too, and only then here.
    await undoLast();
    await waitFor(
      () => expect(toasts.current?.text).toBe('Steget är ångrat, hos Apple och här'),
      patient,
    );
    expect([here.held(ROOM), await counts(here)]).toEqual([60, [60, 20]]);
  }, 120_000);

  test('B10: only noted, Apple is not told', async () => {
    const here = await openAtApple();
    await show(here);
    await orderDevices('DMPX1234ABCD', 1);
    await userEvent.click(await screen.findByRole('radio', { name: /Anteckna bara/ }, patient));
    await press('Anteckna 1');
    await screen.findByText(/antecknad som tilldelad$/, undefined, patient);
    expect([here.held(ROOM), await counts(here)]).toEqual([60, [61, 19]]);
  }, 120_000);

  test('B10: a device that got none is listed with Apple’s sentence and what to do, and the others are noted', async () => {
    const here = await openAtApple();
    await show(here);
    await orderDevices('DMPX1234ABCD{Enter}DMPX1234ABCE{Enter}DMPX1234ABCF', 3);
    await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient);
    // Somebody gave the others meanwhile, in another system.
    Object.assign(here.place.assets.records[0] ?? {}, { availableCount: 1 });
    await press('Tilldela 3');
    await screen.findByText('1 av 3 fick en licens', undefined, patient);
    const failed = screen.getByRole('list', { name: /Apple 9709/ });
    expect(within(failed).getAllByRole('listitem')).toHaveLength(2);
    screen.getByText(numbers[9709].means);
    screen.getByText(numbers[9709].todo);
    expect(here.held(ROOM)).toBe(61);
    expect(await faults()).toEqual([]);
    Object.assign(here.place.assets.records[0] ?? {}, { availableCount: 5 });
    await press('Försök igen för 2');
    await press('Tilldela 2');
    await screen.findByText('2 licenser tilldelade hos Apple', undefined, patient);
    expect(here.held(ROOM)).toBe(63);
  }, 120_000);

  test('B10: with codes locked it asks for the lock, and asks Apple nothing when that is declined', async () => {
    const here = await openAtApple();
    await show(here);
    await orderDevices('DMPX1234ABCD', 1);
    await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient);
    here.app.vault.close();
    here.here.world.asked.splice(0);
    await press('Tilldela 1');
    await waitFor(() => expect(here.app.unlockFor).toBe('token'));
    here.app.answerUnlock(false);
    await waitFor(() => expect(here.app.unlockIsAsked).toBe(false));
    expect([here.here.world.asked, await counts(here)]).toEqual([[], [60, 20]]);
    expect(screen.getByRole('button', { name: 'Tilldela 1' })).toBeEnabled();
  }, 120_000);

  test('B10: where no server passes calls on there is no such choice', async () => {
    const here = await openAtApple();
    here.state$.next({ canAsk: false, waiting: [] });
    await show(here);
    await orderDevices('DMPX1234ABCD', 1);
    await screen.findByRole('button', { name: 'Anteckna 1' }, patient);
    expect(screen.queryByRole('radio', { name: /Hos Apple/ })).toBeNull();
    // Said first, before anybody is chosen from.
    const first = screen.getByRole('dialog').querySelector('.hint, [class*=hint]');
    expect(first?.textContent?.trim()).toMatch(
      /^Här antecknas det bara\. Tilldela dem också i ert MDM/,
    );
  }, 120_000);
});

describe('B10: what Apple did not finish', () => {
  const leave = async (): Promise<Here> => {
    const here = await openAtApple();
    await show(here);
    await orderDevices('DMPX1234ABCD{Enter}DMPX1234ABCE', 2);
    await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient);
    here.here.faults({ kind: 'down', retryAfter: 3_600, path: '/status' });
    await press('Tilldela 2');
    await screen.findByText(/^2 är inte klara hos Apple/, undefined, patient);
    screen.getByText('Vänta minst 60 minuter, och fortsätt sedan.');
    await press('Klart');
    await screen.findByText('2 tilldelningar hos Apple är inte klara', undefined, patient);
    here.here.faults();
    return here;
  };

  test('B10: is shown on the app’s page and can be continued', async () => {
    const here = await leave();
    expect(await faults()).toEqual([]);
    await press('Fortsätt');
    await screen.findByText('2 licenser tilldelade hos Apple', undefined, patient);
    await waitFor(() => expect(screen.queryByText(/inte klara/)).toBeNull(), patient);
    expect([here.held(ROOM), await counts(here), await openWorks(here.app.workspaceId)]).toEqual([
      62,
      [62, 18],
      [],
    ]);
  }, 120_000);

  test('B10: or is let go, and what Apple did of it is read', async () => {
    const here = await leave();
    await press('Släpp resten');
    await waitFor(
      async () => expect(await counts(here)).toEqual([here.held(ROOM), 80 - here.held(ROOM)]),
      patient,
    );
    expect(await openWorks(here.app.workspaceId)).toEqual([]);
    await waitFor(() => expect(screen.queryByText(/inte klara/)).toBeNull(), patient);
  }, 120_000);
});

describe('B10: taken back, undone and invited through Apple', () => {
  test('B10: many are taken back at Apple, and their undo is refused where Apple cannot be asked', async () => {
    const here = await openAtApple();
    await show(here);
    await screen.findByRole('button', { name: /^FAKENB0001/ }, patient);
    await press('Ta tillbaka');
    await press(/^Välj alla 60$/);
    await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient);
    expect(screen.queryByLabelText('Dag')).toBeNull();
    await press('Ta tillbaka 60');
    await screen.findByText('60 licenser tagna tillbaka hos Apple', undefined, patient);
    expect([here.held(ROOM), await counts(here)]).toEqual([0, [0, 80]]);
    const [act] = await keptActs(here.app.workspaceId, here.app.today);
    if (act === undefined) throw new Error('no act');
    here.state$.next({ canAsk: false, waiting: [] });
    await wayBack(here.app, act)();
    expect(toasts.current?.text).toMatch(/^Det gjordes hos Apple, och Apple går inte att fråga/);
    expect([here.held(ROOM), await counts(here)]).toEqual([0, [0, 80]]);
    expect(await keptActs(here.app.workspaceId, here.app.today)).toHaveLength(1);
  }, 120_000);

  test('B10: one is taken back from its own sheet', async () => {
    const here = await openAtApple();
    await show(here);
    await press(/^FAKENB0001/);
    await screen.findByRole('radio', { name: /Hos Apple och här/ }, patient);
    await press('Ta tillbaka licensen');
    await screen.findByText('1 licens tagen tillbaka hos Apple', undefined, patient);
    expect([here.held(ROOM), await counts(here)]).toEqual([59, [59, 21]]);
  }, 120_000);

  test('B12: those who are not invited are invited at Apple, all at once, and noted', async () => {
    const here = await openAtApple();
    await addRecords(
      here.app,
      ['moa', 'liv'].map((id) =>
        userWith({
          id,
          name: id,
          email: `${id}@nordby.example`,
          clientUserId: '',
          locationId: here.place.config.uId,
        }),
      ),
    );
    const words = await loadAppleLicencesWords('sv', 'licences');
    showApps(here.app, UserList, { words, onadd: () => undefined });
    await userEvent.click(await screen.findByRole('radio', { name: /^Ej inbjudna/ }, patient));
    await press('Bjud in alla 2');
    await press('Bjud in 2');
    await screen.findByText('2 användare inbjudna hos Apple', undefined, patient);
    expect(here.place.users.records.map(({ email, status }) => [email, status]).sort()).toEqual([
      ['liv@nordby.example', 'Registered'],
      ['moa@nordby.example', 'Registered'],
    ]);
    const moa = (await here.app.records.get('moa')) as VolumeUser;
    expect([termsOf(moa), moa.data.clientUserId]).toEqual(['invited', 'moa']);
  }, 120_000);
});

describe('B12: one user through Apple', () => {
  const card = async (here: Here) => {
    const words = await loadAppleLicencesWords('sv', 'licences');
    const user = (await here.app.records.get('moa')) as VolumeUser;
    const [row] = userRows([user], (a, b) => a.localeCompare(b));
    if (row === undefined) throw new Error('no row');
    showApps(here.app, TermsCard, { row, words, apps: [] });
  };
  const moa = async (here: Here) => (await here.app.records.get('moa')) as VolumeUser;
  const invited = async (): Promise<Here> => {
    const here = await openAtApple();
    await addRecords(here.app, [
      userWith({
        id: 'moa',
        name: 'Moa',
        email: 'moa@nordby.example',
        clientUserId: '',
        location: here.place.config.locationName,
      }),
    ]);
    await card(here);
    return here;
  };

  test('B12: invited, and what Apple refuses is shown with what to do', async () => {
    const here = await invited();
    here.here.faults({ kind: 'refuse', path: '/users/create', number: 9717, times: 1 });
    await press('Bjud in');
    await press('Bjud in 1');
    await screen.findByText(numbers[9717].means, undefined, patient);
    expect(termsOf(await moa(here))).toBe('not-invited');
    expect(await faults()).toEqual([]);
    await press('Försök igen för 1');
    await press('Bjud in 1');
    await waitFor(async () => expect(termsOf(await moa(here))).toBe('invited'), patient);
  }, 120_000);

  test('B12: only noted as invited, Apple is not told', async () => {
    const here = await invited();
    await press('Bjud in');
    await userEvent.click(await screen.findByRole('radio', { name: /Anteckna bara/ }, patient));
    await press('Anteckna 1 som inbjuden');
    await waitFor(async () => expect(termsOf(await moa(here))).toBe('invited'), patient);
    expect(here.place.users.records).toEqual([]);
  }, 120_000);
});

describe('X14: choosing Apple, in the dark and in English', () => {
  test('X14: axe finds nothing', async () => {
    inTheme('dark');
    const here = await openAtApple('intune');
    await show(here, 'en');
    await screen.findByRole('button', { name: /^FAKENB0001/ }, patient);
    await press('Revoke');
    await press(/^Select all 60$/);
    await screen.findByRole('radio', { name: /At Apple and here/ }, patient);
    expect(await faults()).toEqual([]);
  }, 120_000);
});
