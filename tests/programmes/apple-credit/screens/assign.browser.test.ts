import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { faults } from '#tests/ui/axe.ts';
import { addOrder, openApp, showIn, stored, undoLast } from './credit-app.ts';

const opened = async () => {
  const { app } = await openApp();
  await app.records.insert([newPerson('johan', 'Johan Ek')]);
  await addOrder(app, [['ordered', '2026-08-28']]);
  showIn(app, OrderDetail, { orderId: 'order-1' });
  await userEvent.click(await screen.findByRole('button', { name: 'Fler val' }));
  return app;
};

test('X18: owner and deputy are chosen in one sheet, shown on the order, and can be undone', async () => {
  const app = await opened();
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Ansvarig och ersättare' }));
  const sheet = within(await screen.findByRole('dialog'));
  // Who there is to choose is read from the store.
  await sheet.findAllByRole('option', { name: 'Johan Ek' });
  expect(sheet.getByLabelText<HTMLSelectElement>('Ansvarig').value).toBe(app.me);
  await userEvent.selectOptions(sheet.getByLabelText('Ersättare'), 'Sara Lindholm');
  await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
  expect((await sheet.findByRole('alert')).textContent).toBe(
    'Välj någon annan än den ansvariga som ersättare.',
  );
  expect(await faults()).toEqual([]);
  await userEvent.selectOptions(sheet.getByLabelText('Ersättare'), 'Johan Ek');
  await userEvent.click(sheet.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await screen.findByText('Johan Ek');
  expect((await stored<CreditOrder>(app, 'order-1')).data).toMatchObject({
    owner: app.me,
    deputy: 'johan',
  });
  await undoLast();
  expect((await stored<CreditOrder>(app, 'order-1')).data.deputy).toBeUndefined();
});

test('X18: on a device that only reads an order has nothing to press that would write', async () => {
  const { app } = await openApp();
  await addOrder(app, [['ordered', '2026-08-28']]);
  app.settings.changeWorkspace(app.workspaceId, { onlyReads: true });
  showIn(app, OrderDetail, { orderId: 'order-1' });
  await screen.findByRole('heading', { level: 1 });
  const buttons = screen
    .queryAllByRole('button')
    .map(({ innerText }) => innerText.replace(/\s+/g, ' '));
  expect(buttons.filter((name) => name !== '' && !name.includes('Kopiera'))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Fler val' }));
  expect((await screen.findAllByRole('menuitem')).map(({ innerText }) => innerText)).toEqual([
    'Historik',
  ]);
  expect(screen.queryByRole('link', { name: /Återsänd|Mejlet|Fyll i/ })).toBeNull();
});
