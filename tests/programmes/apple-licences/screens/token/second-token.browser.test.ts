import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { readToken } from '#programmes/apple-licences/work/token/read-token.ts';
import AccountsEdition from '#programmes/apple-licences/screens/settings/AccountsEdition.svelte';
import NewToken from '#programmes/apple-licences/screens/token/NewToken.svelte';
import TokenList from '#programmes/apple-licences/screens/token/TokenList.svelte';
import { takeFirst } from '#programmes/apple-licences/work/token/taking.ts';
import type { App } from '#ui/app.svelte.ts';
import { accounts } from '#programmes/apple-licences/words/sv/accounts.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { showTokens, tokenText } from './tokens-app.ts';

const patient = { timeout: 60_000 };
const press = (name: string) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const field = (name: string) => screen.findByLabelText(name, undefined, patient);

/** A token of another organisation, whose day has been, as one fills it in. */
const fillIn = async (app: App, saved: string[]) => {
  const shown = showTokens(app, NewToken, { onsaved: (id) => void saved.push(id) });
  await press('Klistra in texten');
  await userEvent.click(await field('Token som text'));
  const expDate = '2026-01-10T09:26:53+0000';
  await userEvent.paste(tokenText({ token: 'FAKE-OVER', orgName: 'Vuxenutbildning', expDate }));
  await press('Läs texten');
  await userEvent.type(await field('Namn på token'), 'Vuxenutbildning');
  await userEvent.type(await field('Apple-ID'), 'vux@nordby.example');
  const known = screen.queryByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ });
  if (known !== null) await userEvent.click(known);
  await press('Bara uppgifterna');
  return shown;
};

test('B3: a second token is refused in the edition of 2016, and taken in the later one', async () => {
  const { app } = await openApp();
  const read = valueOf(await readToken(new File([tokenText()], 'token.vpptoken')));
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  valueOf(await takeFirst(app, { input, read, keeps: false, knowsForGood: true }));
  const saved: string[] = [];
  const refused = await fillIn(app, saved);
  expect(
    await screen.findByText(
      /^Enligt 2016 års regler har en organisation ett konto och en token, och Grundskolor finns/,
    ),
  ).toBeVisible();
  expect(saved).toEqual([]);
  refused.unmount();

  const settings = showWith(app, AccountsEdition, {}, 'sv', { accounts });
  await userEvent.selectOptions(await field('Regler'), '2025 års regler');
  expect(await screen.findByText(/^Många token, en för varje plats/)).toBeVisible();
  settings.unmount();

  const taken = await fillIn(app, saved);
  await waitFor(() => expect(saved).toHaveLength(1), patient);
  taken.unmount();
  showTokens(app, TokenList, {});
  expect(await screen.findByText('Upphörd', undefined, patient)).toBeVisible();
  expect(
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent.trim()),
  ).toEqual(['Kräver åtgärd', 'Gäller']);
  expect(await faults()).toEqual([]);
}, 60_000);
