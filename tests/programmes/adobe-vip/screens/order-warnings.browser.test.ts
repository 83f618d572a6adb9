import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import OrderWhileOpen from './OrderWhileOpen.svelte';
import { showVip } from './vip-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => vi.restoreAllMocks());

test('C4: an order that is saved while its sheet goes warns of nothing in the console', async () => {
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ anniversary: '2027-04-19' }),
    authorizationWith({
      createdOn: '2026-11-10',
      lines: { a: { product: 'Illustrator', quantity: 6, sku: '' } },
    }),
  ]);
  const warned: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation((...parts) => void warned.push(parts.join(' ')));
  showVip(app, OrderWhileOpen, {});
  await userEvent.click(await screen.findByRole('button', { name: 'Ordern är lagd' }, patient));
  await fireEvent.input(screen.getByLabelText('Ordernummer'), { target: { value: '77000412' } });
  await userEvent.click(screen.getByRole('button', { name: 'Spara ordern, 1 rad' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);
  // What the page shows of the order comes last, after the sheet is gone.
  expect(await screen.findByText('1', { selector: 'output' }, patient)).toBeVisible();
  await tick();
  expect(warned).toEqual([]);
});
