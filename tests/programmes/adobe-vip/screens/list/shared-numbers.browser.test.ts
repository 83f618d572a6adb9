import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { CustomerHere } from '#programmes/adobe-vip/screens/customer/customer-here.svelte.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { withdraw } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { toTrash } from '#core/record/trash.ts';
import CustomerScreen from '#programmes/adobe-vip/screens/customer/CustomerScreen.svelte';
import { createAuthorization } from '#programmes/adobe-vip/screens/vip-actions.ts';
import VipList from '#programmes/adobe-vip/screens/list/VipList.svelte';
import { formatFor } from '#core/language/format.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Texts } from '#ui/text.ts';
import { authorizationWith, customerWith, stepOf } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer, showVip } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const patient = { timeout: 60_000 };
const hints = (): string[] =>
  screen.queryAllByRole('paragraph').map((element) => element.textContent.trim());
const given = (here: CustomerHere) => ({ customer: here.customer!, tab: 'history' as const });

test('C1, X8: the page of a customer names the other that has its VIP ID, and leads there', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith(), customerWith({ name: 'Linden Tryck' }, [], 'customer-2')]);
  showUnderCustomer(app, CustomerScreen, given);
  const link = await screen.findByRole('link', { name: 'Linden Tryck' }, patient);
  expect(link.getAttribute('href')).toMatch(/\/vip\/customer-2$/);
  expect(hints()).toContainEqual(
    expect.stringMatching(/^Samma VIP ID har också Linden Tryck\. Licenser/),
  );
});

test('C2, X8: two authorizations with one number are reported, until one is withdrawn', async () => {
  const { app } = await openApp();
  const others = { a: { product: 'Foto', quantity: 2, sku: '' } };
  await addRecords(app, [
    customerWith(),
    authorizationWith({ requestNumber: 'R-1' }),
    authorizationWith({ id: 'authorization-2', requestNumber: ' r-1', lines: others }),
    authorizationWith({ id: 'authorization-3' }),
    authorizationWith({ id: 'authorization-4' }),
  ]);
  showUnderCustomer(app, CustomerScreen, given);
  await waitFor(
    () =>
      expect(hints()).toContainEqual(
        expect.stringMatching(/^Flera auktoriseringar har numret R-1\./i),
      ),
    patient,
  );
  expect(hints().filter((hint) => hint.startsWith('Flera'))).toHaveLength(1);
  const withdrawn = await app.records.change('authorization-2', (record, doing) =>
    withdraw(record as PurchaseAuthorization, {}, [], doing),
  );
  expect(withdrawn.ok).toBe(true);
  await waitFor(
    () => expect(hints().filter((hint) => hint.startsWith('Flera'))).toEqual([]),
    patient,
  );
});

test('C2, X8: where both of one number are ordered, the way is another', async () => {
  const { app } = await openApp();
  const steps = [stepOf('ordered', '2026-11-20', { order: 'o', orderNumber: '1001', line: 'a' })];
  await addRecords(app, [
    customerWith(),
    authorizationWith({ requestNumber: 'R-1', steps }),
    authorizationWith({ id: 'authorization-2', requestNumber: 'R-1', steps }),
  ]);
  showUnderCustomer(app, CustomerScreen, given);
  await waitFor(
    () => expect(hints()).toContainEqual(expect.stringMatching(/R-1.*ta bort ordern/)),
    patient,
  );
});

test('C1, X8: the list names the customers with one number, and no longer once one is in the trash', async () => {
  const { app } = await openApp();
  const market = { vipId: '', marketplaceId: '1005432101' };
  await addRecords(app, [
    customerWith(),
    customerWith({ name: 'Linden Tryck' }, [], 'customer-2'),
    ...['Ljung', 'Bageriet Ljung'].map((name, at) =>
      customerWith({ ...market, name }, [], `market-${at}`),
    ),
    customerWith({ vipId: '3C819D40E77B2A6F10B4', name: 'Ensam' }, [], 'alone'),
  ]);
  showVip(app, VipList, {}, 'en');
  await waitFor(() => expect(hints()).toHaveLength(2), patient);
  expect(hints().map((hint) => hint.split(': ')[0])).toEqual([
    'Several customers have the same VIP ID',
    'Several customers have the same Marketplace customer number',
  ]);
  expect(hints()[0]!.split(': ')[1]!.split(/, |\./).filter(Boolean).sort()).toEqual([
    'Linden Tryck',
    'Tryckhuset Linden',
  ]);
  await app.records.change('customer-2', toTrash);
  await waitFor(() => expect(hints()).toHaveLength(1), patient);
});

test('C3, X8: a late authorization of the other customer of its VIP ID refuses a new one, too', async () => {
  const { app } = await openApp();
  const late = authorizationWith({ createdOn: '2026-10-01' });
  await addRecords(app, [
    customerWith(),
    customerWith({ name: 'Linden Tryck' }, [], 'customer-2'),
    customerWith({ vipId: '3C819D40E77B2A6F10B4' }, [], 'customer-3'),
    late,
  ]);
  const text = { vip, format: formatFor('sv', 'Europe/Stockholm') } as Partial<Texts> as Texts;
  const authorize = (customer: string) =>
    createAuthorization(
      app,
      {
        licenceType: 'team',
        createdOn: '2026-11-20',
        deploymentDate: '',
        purchaseOrderNumber: '',
        requestNumber: '',
        products: [{ product: 'Illustrator', quantity: 4, sku: '' }],
      },
      {
        customer,
        customerName: 'Linden',
        programme: 'vip',
        edition: late.data.edition,
        owner: 'sara',
      },
      text,
      '2026-11-20',
    );
  expect(await authorize('customer-2')).toMatchObject({
    problem: { code: 'customer-past-due', params: { createdOn: '2026-10-01' } },
  });
  expect(await authorize('customer-3')).toMatchObject({ ok: true });
});
