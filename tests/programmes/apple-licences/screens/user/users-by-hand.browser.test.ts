import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import UserDetail from '#programmes/apple-licences/screens/user/UserDetail.svelte';
import UserFormSheet from '#programmes/apple-licences/screens/user/UserFormSheet.svelte';
import UserList from '#programmes/apple-licences/screens/user/UserList.svelte';
import { userActions } from '#programmes/apple-licences/screens/user/user-actions.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { userWith } from '#tests/factories/apps.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';

const patient = { timeout: 60_000 };
const press = (name: string) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const choose = (name: RegExp) =>
  screen.findByRole('radio', { name }, patient).then(userEvent.click);
const idOf = (name: string): string => name.toLowerCase().replace(' ', '-');
const said = (name: string, status: 'registered' | 'associated' | 'retired') =>
  userWith({
    id: idOf(name),
    name,
    clientUserId: `u-${name}`,
    said: { source: 'Apple', asOf: '', at: 1, status },
  });
const byHand = (name: string, invitedOn?: string) =>
  userWith({
    id: idOf(name),
    name,
    clientUserId: '',
    steps:
      invitedOn === undefined
        ? []
        : [{ id: 's', kind: 'invited', on: invitedOn, at: 1, by: 'sara' }],
  });

test('B12: a user is written down by hand, and what is missing is shown', async () => {
  const { app } = await openApp();
  const words = await loadAppleLicencesWords('sv', 'licences');
  showApps(app, UserFormSheet, {
    asksLocation: false,
    words,
    onclose: () => undefined,
    onsave: async (input) => {
      const added = await userActions(app, words).add(input);
      return added.ok ? undefined : added.problem;
    },
  });
  await press('Spara');
  expect(await screen.findByText('Skriv ett namn eller en e-postadress.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Namn'), 'Bo Ek');
  await userEvent.type(screen.getByLabelText('Grupp'), '8A{Enter}');
  await waitFor(
    async () =>
      expect(await app.records.find({ kind: 'volume-user' })).toMatchObject([
        { data: { name: 'Bo Ek', group: '8A' } },
      ]),
    patient,
  );
});

test('B12: users not invited are invited at once, those who wait are reminded, and those who left are found', async () => {
  const { app } = await openApp();
  const words = await loadAppleLicencesWords('sv', 'licences');
  await addRecords(app, [
    said('Elis', 'associated'),
    said('Moa', 'registered'),
    said('Ines', 'retired'),
    byHand('Bo Ek', '2026-11-03'),
    byHand('Cia Lind'),
    byHand('Dan Ask'),
  ]);
  showApps(app, UserList, { words, onadd: () => undefined });
  expect(
    await screen.findByRole('img', { name: '1 har godkänt, 2 är inbjudna, 2 återstår.' }, patient),
  ).toBeVisible();
  await choose(/^Avslutade/);
  await screen.findByRole('link', { name: /^Ines/ });
  expect(screen.queryByRole('link', { name: /^Elis/ })).toBeNull();
  await choose(/^Ej inbjudna/);
  await press('Bjud in alla 2');
  await screen.findByText('2 användare inbjudna', undefined, patient);
  await choose(/^Inbjudna/);
  expect((await screen.findByRole('link', { name: /^Bo Ek/ })).textContent).toContain('17 dagar');
  await press('Påminn alla 4');
  await screen.findByText('4 användare påminda', undefined, patient);
}, 120_000);

test('B12: a user who is not invited has the letter, and the steps to the terms are shown', async () => {
  const { app } = await openApp();
  const words = await loadAppleLicencesWords('sv', 'licences');
  await addRecords(app, [byHand('Bo Ek')]);
  const given = { userId: 'bo-ek', words, asksLocation: false, ontrashed: () => undefined };
  showApps(app, UserDetail, given);
  expect(
    await screen.findByText('Har inte fått någon inbjudan ännu.', undefined, patient),
  ).toBeVisible();
  expect(
    screen.getByText(/Inbjudan kommer i ett eget mejl eller meddelande\. Öppna den på din iPhone/),
  ).toBeVisible();
  expect(await faults()).toEqual([]);
  const act = userActions(app, words);
  await act.say('invited', ['bo-ek']);
  await act.say('reminded', ['bo-ek']);
  await press('Villkoren godkända');
  await screen.findByText('Villkoren är godkända, appar kan installeras.', undefined, patient);
  const steps = within(screen.getByRole('list', { name: 'Stegen' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/Inbjuden/),
    expect.stringMatching(/Påmind/),
    expect.stringMatching(/Godkänt/),
  ]);
}, 120_000);
