import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AppInput } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { TokenInput } from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { AppRefused } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { TokenRefused } from '#programmes/apple-licences/rules/token/token-problem.ts';
import EditAppSheet from '#programmes/apple-licences/screens/app/EditAppSheet.svelte';
import { appActions } from '#programmes/apple-licences/screens/app/app-actions.ts';
import NewApp from '#programmes/apple-licences/screens/app/NewApp.svelte';
import EditTokenSheet from '#programmes/apple-licences/screens/token/EditTokenSheet.svelte';
import NewToken from '#programmes/apple-licences/screens/token/NewToken.svelte';
import { tokenActions } from '#programmes/apple-licences/screens/token/token-actions.ts';
import UserFormSheet from '#programmes/apple-licences/screens/user/UserFormSheet.svelte';
import { userActions } from '#programmes/apple-licences/screens/user/user-actions.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { addRecords, showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { tokenOf } from './token-of.ts';
import { showTokens, tokenText } from './tokens-app.ts';
import { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';

const patient = { timeout: 60_000 };
const press = (name: string) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const field = (name: string) => screen.findByLabelText(name, undefined, patient);
const write = async (name: string, text: string) => {
  await userEvent.clear(await field(name));
  if (text !== '') await userEvent.type(await field(name), text);
};
const spoken = (what: string | RegExp) => screen.findByText(what, undefined, patient);
const isGone = (what: string | RegExp) =>
  waitFor(() => expect(screen.queryByText(what)).toBeNull());
const texts = { ...shellTexts(), apps, tokens };

/**
 * One field after the other is wrong: the fault is shown at it while it is wrong, and gone once it
 * is right.
 */
const mendEach = async (
  save: string,
  fields: readonly (readonly [
    field: string,
    wrong: string,
    stillWrong: string,
    right: string,
    why: string,
  ])[],
) => {
  for (const [name, wrong, stillWrong, right, why] of fields) {
    await write(name, wrong);
    await press(save);
    await spoken(why);
    expect(await field(name)).toHaveAttribute('aria-invalid', 'true');
    await write(name, stillWrong);
    await spoken(why);
    await write(name, right);
    await isGone(why);
    expect(await field(name)).not.toHaveAttribute('aria-invalid');
    await write(name, wrong);
    await spoken(why);
    await write(name, right);
  }
};

const NAME = ['Namn på token', '', ' ', 'Gymnasiet', 'Ge token ett namn.'] as const;
const ACCOUNT = [
  'Apple-ID',
  'vpp',
  'vpp.nordby',
  'vpp@nordby.example',
  'Skriv kontots Apple-ID. Det är en e-postadress.',
] as const;

test('B1: a pasted word is reported as no token, with what to do', async () => {
  const { app } = await openApp();
  showTokens(app, NewToken, { onsaved: () => undefined });
  await press('Klistra in texten');
  await userEvent.type(await field('Token som text'), 'hej');
  await press('Läs texten');
  const why = await screen.findByRole('alert', undefined, patient);
  expect(why.textContent).toContain(
    'Det här är ingen tokenfil. Välj filen som slutar på .vpptoken',
  );
});

test('B2: what is wrong with a new token is shown at its field until that is corrected', async () => {
  const { app } = await openApp();
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (id) => void saved.push(id) });
  await press('Klistra in texten');
  await userEvent.click(await field('Token som text'));
  await userEvent.paste(tokenText());
  await press('Läs texten');
  await mendEach('Bara uppgifterna', [NAME, ACCOUNT]);
  await press('Bara uppgifterna');
  await spoken('Bekräfta att kontot inte kan bytas senare.');
  await write('Namn på token', 'Gymnasium');
  await spoken('Bekräfta att kontot inte kan bytas senare.');
  await userEvent.click(
    await screen.findByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ }),
  );
  await isGone('Bekräfta att kontot inte kan bytas senare.');
  app.vault.lock();
  await press('Lås in token');
  await waitFor(() => expect(app.unlockFor).toBe('token-in'), patient);
  app.answerUnlock(false);
  await spoken('Lås upp för att låsa in token.');
  await press('Bara uppgifterna');
  await waitFor(() => expect(saved).toHaveLength(1), patient);
});

test('B2: a name that was typed and not added yet has access too, in a new token and in one that is changed', async () => {
  const { app } = await openApp();
  const saved: string[] = [];
  showTokens(app, NewToken, { onsaved: (id) => void saved.push(id) });
  await press('Klistra in texten');
  await userEvent.click(await field('Token som text'));
  await userEvent.paste(tokenText());
  await press('Läs texten');
  await write('Namn på token', 'Gymnasium');
  await write('Apple-ID', 'vpp@nordby.example');
  await userEvent.click(
    await screen.findByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ }),
  );
  await write('Namn', 'Siv Berg');
  await press('Bara uppgifterna');
  await waitFor(() => expect(saved).toHaveLength(1), patient);
  const { holders } = ((await app.records.get(saved[0]!)) as ContentToken).data;
  expect(Object.values(holders)).toEqual(['Sara Lindholm', 'Siv Berg']);

  cleanup();
  const token = tokenOf();
  await addRecords(app, [token]);
  const edited: TokenInput[] = [];
  showTokens(app, EditTokenSheet, {
    token: (await app.records.get(token.id)) as ContentToken,
    onclose: () => undefined,
    onsave: async (input) => void edited.push(input),
  });
  await write('Namn', 'Bo Ek');
  await press('Spara');
  await waitFor(() => expect(Object.values(edited[0]?.holders ?? {})).toContain('Bo Ek'), patient);
});

test('B2, B3: all that a new token lacks is shown at once, and the first of it is in sight and has the focus', async () => {
  const { app } = await openApp();
  showTokens(app, NewToken, { onsaved: () => undefined });
  await press('Klistra in texten');
  await userEvent.click(await field('Token som text'));
  await userEvent.paste(tokenText());
  await press('Läs texten');
  const name = await field('Namn på token');
  scrollTo(0, document.documentElement.scrollHeight);
  await press('Lås in token');
  await spoken('Ge token ett namn.');
  await spoken('Skriv kontots Apple-ID. Det är en e-postadress.');
  await spoken('Bekräfta att kontot inte kan bytas senare.');
  const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
  expect(wrong.map((element) => (element as HTMLInputElement).type)).toEqual([
    'text',
    'email',
    'checkbox',
  ]);
  await waitFor(() => expect(document.activeElement).toBe(name));
  const { top, bottom } = name.getBoundingClientRect();
  expect(top > 0 && bottom < innerHeight).toBe(true);
  await write('Namn på token', 'Gymnasiet');
  await isGone('Ge token ett namn.');
  await spoken('Skriv kontots Apple-ID. Det är en e-postadress.');
});

test('B2, B3: what is wrong with a changed token is shown until it is corrected, the account that stays too', async () => {
  const { app } = await openApp();
  const token = tokenOf();
  await addRecords(app, [token]);
  let closed = 0;
  const onsave = (input: TokenInput): Promise<TokenRefused | undefined> =>
    tokenActions(app.records, token.id, texts).edit(input);
  showTokens(app, EditTokenSheet, {
    token: (await app.records.get(token.id)) as ContentToken,
    onsave,
    onclose: () => void (closed += 1),
  });
  await mendEach('Spara', [
    NAME,
    ACCOUNT,
    [
      'Apple-ID',
      'annan@nordby.example',
      'en@nordby.example',
      'VPP@nordby.example',
      'Kontot kan inte bytas enligt 2016 års regler. Det är vpp@nordby.example.',
    ] as never,
  ]);
  await press('Spara');
  await waitFor(() => expect(closed).toBe(1), patient);
});

const APP_FIELDS = [
  ['Namn', '', ' ', 'Ordlådan', 'Ge appen ett namn.'],
  ['Adam ID eller adress i App Store', 'ord', 'x1', '900000001', apps.problems['not-an-adam-id']()],
  ['Ägda', 'tio', '1,5', '10', 'Skriv ett helt antal.'],
  ['Egen gräns', 'få', '-1', '2', 'Skriv ett helt antal.'],
] as const;

test('B8: what is wrong with a new app is shown at its field until that is corrected; one that is here, until something is changed', async () => {
  const { app } = await openApp();
  await addRecords(app, [
    appWith({
      id: 'app-1',
      name: 'Bildboken',
      adamId: '900000005',
      location: '',
      pricingParam: 'STDQ',
    }),
  ]);
  const saved: string[] = [];
  showApps(app, NewApp, {
    places: { locations: [], first: '' },
    onsaved: (id) => void saved.push(id),
  });
  await mendEach('Spara', APP_FIELDS);
  await write('Adam ID eller adress i App Store', '900000005');
  await press('Spara');
  await spoken(/^Appen finns redan på den platsen: Bildboken/);
  await write('Adam ID eller adress i App Store', '900000006');
  await isGone(/^Appen finns redan på den platsen/);
  await press('Spara');
  await waitFor(() => expect(saved).toHaveLength(1), patient);
});

test('B8: what is wrong with a changed app is shown until it is corrected', async () => {
  const { app } = await openApp();
  const volumeApp = appWith({ id: 'app-1', name: 'Ordlådan', adamId: '5' });
  await addRecords(app, [volumeApp]);
  let closed = 0;
  const onsave = (input: AppInput): Promise<AppRefused | undefined> =>
    appActions(app.records, 'app-1', texts).edit(input);
  showApps(app, EditAppSheet, { volumeApp, onsave, onclose: () => void (closed += 1) });
  await mendEach('Spara', APP_FIELDS);
  await press('Spara');
  await waitFor(() => expect(closed).toBe(1), patient);
});

test('B12: what is wrong with a user is shown until it is corrected', async () => {
  const { app } = await openApp();
  const user = userWith({ id: 'moa', name: 'Moa', clientUserId: '' });
  await addRecords(app, [user]);
  const words = await loadAppleLicencesWords('sv', 'licences');
  let closed = 0;
  showApps(app, UserFormSheet, {
    user,
    asksLocation: false,
    words,
    onclose: () => void (closed += 1),
    onsave: (input) => userActions(app, words).edit('moa', input),
  });
  await mendEach('Spara', [
    ['Namn', '', ' ', 'Moa Sand', 'Skriv ett namn eller en e-postadress.'],
    ['E-post', 'moa', 'moa@skola', 'moa@skola.example', 'Skriv en hel e-postadress.'],
  ]);
  await press('Spara');
  await waitFor(() => expect(closed).toBe(1), patient);
});
