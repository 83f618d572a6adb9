import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import NewApp from '#programmes/apple-licences/screens/app/NewApp.svelte';
import { addOrder, openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showApps } from './apps-app.ts';

const show = async () => {
  const { app } = await openApp();
  const saved: string[] = [];
  const places = { first: '', locations: undefined };
  showApps(app, NewApp, { places, onsaved: (id: string) => saved.push(id) });
  return { app, saved, name: await screen.findByLabelText('Namn') };
};

test('X14: Enter saves one app, also when it is held or pressed again before the next screen is there', async () => {
  const { app, saved, name } = await show();
  await userEvent.fill(name, 'Notability');
  await userEvent.keyboard('{Enter>4/}');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(document.querySelector('[aria-busy]')).not.toBeNull();
  await userEvent.keyboard('{Enter}{Enter}');
  // Written after whatever that pressed.
  await addOrder(app, []);
  expect(saved).toHaveLength(1);
  expect(await app.records.find({ kind: 'volume-app' })).toHaveLength(1);
});

test('X14: what was refused is saved by the next Enter', async () => {
  const { app, saved, name } = await show();
  await userEvent.click(name);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'true'));
  await userEvent.fill(name, 'Notability');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(await app.records.find({ kind: 'volume-app' })).toHaveLength(1);
});
