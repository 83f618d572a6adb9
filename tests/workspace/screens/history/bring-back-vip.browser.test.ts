import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { ok } from '#core/result.ts';
import { formatFor } from '#core/language/format.ts';
import { history } from '#workspace/words/sv/history.ts';
import { bringBack } from '#workspace/screens/history/bring-back.ts';
import HistorySheet from '#workspace/screens/history/HistorySheet.svelte';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { leftByUndoWords } from '#workspace/screens/undo/left-by-undo.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import {
  openApp,
  showIn,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

test.each([
  ['2023-01-16', '2027-01-16', 16],
  ['2023-01-16', '', undefined],
  ['', '', undefined],
])(
  'C1, X12: an earlier day of the first order brings the anniversary along as the form does, and undone all is as it was: %s, %s',
  async (firstOrderOn, anniversary, anniversaryDay) => {
    const { app } = await openApp();
    const customer = customerWith({ firstOrderOn, anniversary, anniversaryDay });
    const orders = ['2023-01-16', '2026-03-01'].map((orderDate, at) =>
      vipOrderWith({ orderDate }, `order-${at}`),
    );
    await addRecords(app, [customer, ...orders]);
    const days = async () => {
      const { data } = await stored<VipCustomer>(app, customer.id);
      return [data.firstOrderOn, data.anniversary, data.anniversaryDay];
    };
    const what = {
      field: 'firstOrderOn',
      fieldName: 'Första order',
      value: '2023-01-10',
      label: '10 jan 2023',
    };
    expect(await bringBack(app, customer, what, { history })).toBeUndefined();
    expect(await days()).toEqual(['2023-01-10', '2027-01-10', 10]);
    await undoLast();
    await expect.poll(days).toEqual([firstOrderOn, anniversary, anniversaryDay]);
  },
);

test('C1: a VIP ID that another customer has by now is not brought back, and an undo does not give it back either', async () => {
  const { app } = await openApp();
  const [customer, other] = [
    customerWith(),
    customerWith({ vipId: '9D2E7F4106CB83A5D719' }, [], 'customer-2'),
  ];
  await addRecords(app, [customer, other]);
  const number = async () => (await stored<VipCustomer>(app, customer.id)).data.vipId;
  const bring = (value: string) =>
    bringBack(
      app,
      customer,
      { field: 'vipId', fieldName: 'VIP ID', value, label: value },
      { history },
    );
  expect(await bring(other.data.vipId)).toMatchObject({ code: 'vip-id-known', field: 'vipId' });
  const free = '3C819D40E77B2A6F10B4';
  expect(await bring(free)).toBeUndefined();
  await app.records.change(
    other.id,
    onKind('vip-customer', (record) =>
      ok({ ...record, data: { ...record.data, vipId: customer.data.vipId } }),
    ),
  );
  const left = await toasts.undo();
  expect(await number()).toBe(free);
  const texts = { language: 'sv', format: formatFor('sv', 'Europe/Stockholm') } as const;
  expect(await leftByUndoWords(left!, texts)).toBe('VIP ID har ändrats sedan dess och står kvar.');
});

test.each([
  [
    'sv',
    /Återställ till 9D2E.*VIP ID/,
    'Ekudden Bygg har redan det VIP ID:t. Rätta numret där först, om det är fel.',
  ],
  [
    'en',
    /Restore to 9D2E.*VIP ID/,
    'Ekudden Bygg already has that VIP ID. Correct the number there first, if it is wrong.',
  ],
] as const)(
  'C1, X12: the history says which other customer has the number by now: %s',
  async (language, name, sentence) => {
    const { app } = await openApp();
    const vipId = '9D2E7F4106CB83A5D719';
    await addRecords(app, [customerWith({ vipId })]);
    await app.records.change(
      'customer-1',
      onKind('vip-customer', (customer) =>
        ok({ ...customer, data: { ...customer.data, vipId: '3C819D40E77B2A6F10B4' } }),
      ),
    );
    await addRecords(app, [customerWith({ name: 'Ekudden Bygg', vipId }, [], 'customer-2')]);
    const texts = await loadHistoryText(language);
    showIn(app, HistorySheet, { id: 'customer-1', texts, onclose: () => undefined }, language);
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(sentence));
  },
);
