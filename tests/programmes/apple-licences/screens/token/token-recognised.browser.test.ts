import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { MANY_TOKENS } from '#programmes/apple-licences/work/example/example-tokens.ts';
import { readToken } from '#programmes/apple-licences/work/token/read-token.ts';
import { currentSteps } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { App } from '#ui/app.svelte.ts';
import { toasts } from '#ui/toast.svelte.ts';
import NewToken from '#programmes/apple-licences/screens/token/NewToken.svelte';
import RenewSheet from '#programmes/apple-licences/screens/token/RenewSheet.svelte';
import TokenScreen from '#programmes/apple-licences/screens/token/TokenScreen.svelte';
import { takeFirst, takeRenewal } from '#programmes/apple-licences/work/token/taking.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showTokens, tokenText } from './tokens-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const patient = { timeout: 60_000 };
const press = (name: string | RegExp) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const field = (name: string) => screen.findByLabelText(name, undefined, patient);
const paste = async (text: string): Promise<void> => {
  await press('Klistra in texten');
  await userEvent.click(await field('Token som text'));
  await userEvent.paste(text);
  await press('Läs texten');
};
const FIRST = tokenText();
const LATER = tokenText({ token: 'FAKE-NEXT', expDate: '2028-06-07T09:26:53+0000' });
const OTHER_DATE = tokenText({ expDate: '2028-06-07T09:26:53+0000' });

const readOf = async (text: string) => valueOf(await readToken(new File([text], 'token.vpptoken')));
/** Takes a token as a person does, its text not kept. */
const take = async (app: App, text: string): Promise<ContentToken> => {
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const given = { input, read: await readOf(text), keeps: false, knowsForGood: true };
  return stored<ContentToken>(app, valueOf(await takeFirst(app, given)).id);
};
const tokensIn = async (app: App): Promise<ContentToken[]> =>
  (await app.records.find({ kind: 'content-token' })) as ContentToken[];

test('B3: the record of a token has an id made of the token within, so that two devices’ records are one', async () => {
  const { app } = await openApp();
  const { id, data } = await take(app, FIRST);
  const { innerFingerprint } = await readOf(OTHER_DATE);
  expect(data.innerFingerprint).toBe(innerFingerprint);
  expect(id).toBe(await app.vault.keyedId('content-token', innerFingerprint));
});

test.each([
  ['the very file', FIRST, /Den här token finns redan: Grundskolor/],
  [
    'another date',
    OTHER_DATE,
    /Det är samma token som Grundskolor, i en fil där bara dagen eller mellanrummen skiljer/,
  ],
])(
  'B2: taken as new, %s is recognised before anything is asked, and leads to the token',
  async (_, text, why) => {
    const { app } = await openApp();
    const { id } = await take(app, FIRST);
    showTokens(app, NewToken, { onsaved: () => undefined });
    await paste(text);
    const alert = await screen.findByRole('alert', undefined, patient);
    expect(alert.textContent).toMatch(why);
    expect(within(alert).getByRole('link', { name: 'Visa token' }).getAttribute('href')).toContain(
      id,
    );
    expect(screen.queryByLabelText('Namn på token')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Bara uppgifterna' })).toBeNull();
  },
);

test('B2, B6: a renewal with the same token under a later date is warned about, and taken once somebody means it', async () => {
  const { app } = await openApp();
  const token = await take(app, FIRST);
  showTokens(app, RenewSheet, { token, onundo: () => Promise.resolve(), onclose: () => undefined });
  await paste(OTHER_DATE);
  const alert = await screen.findByRole('alert', undefined, patient);
  expect(alert.textContent).toContain(
    'Det är samma token som redan finns här, i en fil med en senare dag',
  );
  expect(screen.queryByRole('button', { name: /^Byt ut/ })).toBeNull();
  await press('Ta den ändå');
  await press('Byt ut, bara uppgifterna');
  await waitFor(
    async () =>
      expect(fileOf(await stored<ContentToken>(app, token.id)).lastDay).toBe('2028-06-07'),
    patient,
  );
});

test('B2, B6: a renewal with the same token and no later date is refused, and the user is told why', async () => {
  const { app } = await openApp();
  const token = await take(app, FIRST);
  showTokens(app, RenewSheet, { token, onundo: () => Promise.resolve(), onclose: () => undefined });
  await paste(tokenText({ expDate: '2027-01-07T09:26:53+0000' }));
  const alert = await screen.findByRole('alert', undefined, patient);
  expect(alert.textContent).toContain('Det är samma token som redan finns här, i en fil där bara');
  expect(screen.queryByRole('button', { name: 'Ta den ändå' })).toBeNull();
});

test('B6: the offer to renew tells the day on which the old token ends where the user is, and not that of UTC', async () => {
  const { app } = await openApp();
  await take(app, tokenText({ expDate: '2027-06-08T23:30:00+0000' }));
  showTokens(app, NewToken, { onsaved: () => undefined });
  await paste(LATER);
  const day = new Date('2027-06-08T23:29:59Z').getDate();
  await screen.findByRole(
    'button',
    { name: `Förnya Grundskolor, som går ut ${day} juni 2027` },
    patient,
  );
});

test('B6: a newer file of the organisation that is taken as new offers to renew the token that is here, with this file', async () => {
  const { app } = await openApp();
  const { id } = await take(app, FIRST);
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (token) => void saved.push(token) });
  await paste(LATER);
  await press('Förnya Grundskolor, som går ut 8 juni 2027');
  await screen.findByRole('dialog', { name: 'Läs in den nya filen' }, patient);
  await press('Byt ut, bara uppgifterna');
  await waitFor(() => expect(saved).toEqual([id]), patient);
  const tokens = await tokensIn(app);
  expect(tokens.map((token) => [token.id, fileOf(token).lastDay])).toEqual([[id, '2028-06-07']]);
}, 60_000);

test('B6, B9: the file of a token that a list named before is offered to that one, as its first', async () => {
  const { app } = await openApp();
  const { file } = await readOf(FIRST);
  const made = await app.records.create({
    id: 'noted',
    kind: 'content-token',
    programme: 'apple-licences',
    parent: '',
    steps: [],
    data: {
      v: 1,
      ...BLANK_TOKEN,
      name: 'Grundskolor',
      appleId: 'vpp@nordby.example',
      organization: file.organization,
      locationId: '',
      expiresAt: file.expiresAt,
      lastDay: file.lastDay,
      fingerprint: '',
      edition: MANY_TOKENS,
      owner: 'sara',
    },
  });
  expect(made.ok).toBe(true);
  const token = await stored<ContentToken>(app, 'noted');
  const shown = showTokens(app, TokenScreen, { token, ontrashed: () => undefined });
  await screen.findByText('har inte kommit', undefined, patient);
  shown.unmount();
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (id) => void saved.push(id) });
  await paste(FIRST);
  await press('Lägg filen på Grundskolor');
  await screen.findByText('Samma organisation, och ingen fil fanns förut.', undefined, patient);
  await press('Byt ut, bara uppgifterna');
  await waitFor(() => expect(saved).toEqual(['noted']), patient);
  const [taken, ...others] = await tokensIn(app);
  expect([others, currentSteps(taken!.steps).map(({ kind }) => kind)]).toEqual([[], ['taken']]);
}, 60_000);

test('B3, B6: where many tokens are allowed the newer file may be another one all the same', async () => {
  const { app } = await openApp();
  await app.records.change(WORKSPACE_ID, (workspace) => ({
    ok: true,
    value: { ...workspace, data: { ...workspace.data, accountsEdition: MANY_TOKENS } },
  }));
  await take(app, FIRST);
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (token) => void saved.push(token) });
  await paste(LATER);
  await screen.findByRole('button', { name: /^Förnya Grundskolor/ }, patient);
  await userEvent.type(await field('Namn på token'), 'Gymnasiet');
  await userEvent.type(await field('Apple-ID'), 'vpp@nordby.example');
  await press('Bara uppgifterna');
  await waitFor(() => expect(saved).toHaveLength(1), patient);
  expect((await tokensIn(app)).map(({ data }) => data.name).toSorted()).toEqual([
    'Grundskolor',
    'Gymnasiet',
  ]);
}, 60_000);

test('B3: a token in the trash whose file is taken again comes out of there as it is written now', async () => {
  const { app } = await openApp();
  const { id } = await take(app, FIRST);
  await app.records.change(id, toTrash);
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (token) => void saved.push(token) });
  await paste(FIRST);
  await userEvent.type(await field('Namn på token'), 'Gymnasiet');
  await userEvent.type(await field('Apple-ID'), 'vpp@nordby.example');
  await userEvent.click(
    await screen.findByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ }),
  );
  await press('Bara uppgifterna');
  await waitFor(() => expect(saved).toEqual([id]), patient);
  await screen.findByText('Token är tillbaka ur papperskorgen', undefined, patient);
  expect(await stored<ContentToken>(app, id)).toMatchObject({
    trashedOn: '',
    data: { name: 'Gymnasiet' },
  });
}, 60_000);

test('B3: undoing that a token came out of the trash puts it back there as it was', async () => {
  const { app } = await openApp();
  const { id } = await take(app, FIRST);
  await app.records.change(id, toTrash);
  const before = await stored<ContentToken>(app, id);
  showTokens(app, NewToken, { onsaved: () => undefined });
  await paste(OTHER_DATE);
  await userEvent.type(await field('Namn på token'), 'Gymnasiet');
  await userEvent.type(await field('Apple-ID'), 'annan@nordby.example');
  await userEvent.click(
    await screen.findByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ }),
  );
  await press('Bara uppgifterna');
  await screen.findByText('Token är tillbaka ur papperskorgen', undefined, patient);
  expect(await toasts.undo()).toBeUndefined();
  const after = await stored<ContentToken>(app, id);
  expect(after.trashedOn).toBe(before.trashedOn);
  expect(after.data).toEqual(before.data);
  expect(fileOf(after)).toEqual(fileOf(before));
  expect(currentSteps(after.steps)).toEqual(before.steps);
}, 60_000);

test('B3: a renewed token in the trash does not keep its first file from being taken', async () => {
  const { app } = await openApp();
  const { id } = await take(app, FIRST);
  await takeRenewal(app, await stored<ContentToken>(app, id), await readOf(LATER), {
    keeps: false,
  });
  await app.records.change(id, toTrash);
  const other = await take(app, FIRST);
  expect(other.id).not.toBe(id);
  expect(fileOf(other).lastDay).toBe('2027-06-08');
});

test('B3: a token that is in two records says so on both, until one is in the trash', async () => {
  const { app } = await openApp();
  const { id } = await take(app, FIRST);
  const later = await readOf(LATER);
  // What two devices leave that did not hear of each other: one renewed with the file, the other
  // took it as new.
  const input = { ...BLANK_TOKEN, name: 'Gymnasiet', appleId: 'vpp@nordby.example' };
  const alone = { edition: MANY_TOKENS, knowsForGood: true, others: [] };
  await app.records.create(valueOf(takeToken('twin', input, later, alone, app.records.doing())));
  await app.records.change(
    id,
    onKind('content-token', (now, doing) => renewToken(now as ContentToken, later, [], doing)),
  );
  const token = await stored<ContentToken>(app, id);
  showTokens(app, TokenScreen, { token, ontrashed: () => undefined });
  await screen.findByText('Samma token finns också som Gymnasiet', undefined, patient);
  expect(screen.getByRole('link', { name: 'Visa token' }).getAttribute('href')).toContain('twin');
  await app.records.change('twin', toTrash);
  await waitFor(() => expect(screen.queryByText(/^Samma token finns också/)).toBeNull(), patient);
});
