import { screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import { dayOfMoment } from '#platform/clock.ts';
import AuthorizationCard from '#programmes/adobe-vip/screens/authorization/AuthorizationCard.svelte';
import AuthorizeSheet from '#programmes/adobe-vip/screens/authorization/AuthorizeSheet.svelte';
import ExpiredBanner from '#programmes/adobe-vip/screens/list/ExpiredBanner.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => document.body.replaceChildren());

/** The last moment of an authorization whose last day in California is 19 November 2026. */
const END = Date.UTC(2026, 10, 20, 8);
const authorization = authorizationWith({ createdOn: '2026-11-12', days: 7 });

const openOnTheLastEvening = async () => {
  const opened = await openApp();
  await addRecords(opened.app, [customerWith({ programme: 'vip-marketplace' }), authorization]);
  return opened;
};

test('C3: an open screen says the last moment, and after it that the authorization has expired', async () => {
  const { app, clock } = await openOnTheLastEvening();
  showUnderCustomer(app, AuthorizationCard, (here) => ({
    authorization: here.book!.authorizations[0]!,
    plans: here.plans,
  }));
  const format = formatFor('sv', 'Europe/Stockholm');
  const here = `${format.day(dayOfMoment(END - 1), app.today)} ${format.time(END - 1)}`;
  expect(
    await screen.findByText(`Sista stund ${here} (19 nov i Kalifornien)`, {}, patient),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'Lägg ordern' })).toBeVisible();
  clock.time = END;
  app.tick();
  expect(await screen.findByText('Har gått ut', {}, patient)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Notera ordern' })).toBeVisible();
});

test('C3: the banner of an expired one comes with its moment, and not before', async () => {
  const { app, clock } = await openOnTheLastEvening();
  showUnderCustomer(app, ExpiredBanner, () => ({}));
  app.tick();
  expect(screen.queryByText('Auktoriseringen har gått ut')).toBeNull();
  clock.time = END;
  app.tick();
  expect(await screen.findByText('Auktoriseringen har gått ut', {}, patient)).toBeVisible();
});

test('C3: the day of a new one in the Marketplace is Adobe’s', async () => {
  const { app, clock } = await openOnTheLastEvening();
  clock.time = Date.UTC(2026, 10, 20, 7, 30);
  app.tick();
  showUnderCustomer(app, AuthorizeSheet, (here) => ({
    customer: here.customer!,
    onclose: () => {},
  }));
  const created = await screen.findByLabelText('Skapad', {}, patient);
  expect(created).toHaveValue('2026-11-19');
  expect(created).toHaveAttribute('max', '2026-11-19');
});
