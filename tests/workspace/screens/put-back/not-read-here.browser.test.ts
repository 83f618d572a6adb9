import { waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { kindOf, type ProgrammeKindId } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { keepReadable } from '#data/rxdb/keep-readable.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { loadKindWords } from '#workspace/screens/history/load-kind-words.ts';
import { putBack as words } from '#workspace/words/sv/put-back.ts';
import type { App } from '#ui/app.svelte.ts';
import AppList from '#programmes/apple-licences/screens/app/AppList.svelte';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import UserList from '#programmes/apple-licences/screens/user/UserList.svelte';
import { toasts } from '#ui/toast.svelte.ts';
import TokenList from '#programmes/apple-licences/screens/token/TokenList.svelte';
import CustomerDoor from '#programmes/adobe-vip/screens/customer/CustomerDoor.svelte';
import VipList from '#programmes/adobe-vip/screens/list/VipList.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showTokens } from '#tests/programmes/apple-licences/screens/token/tokens-app.ts';
import { showVip } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const NAMES = await loadKindWords('sv');
const LISTS: readonly (readonly [kind: ProgrammeKindId, show: (app: App) => unknown])[] = [
  ['vip-customer', (app) => showVip(app, VipList, {})],
  ['content-token', (app) => showTokens(app, TokenList, {})],
  ['volume-app', (app) => showApps(app, AppList, {})],
  [
    'volume-user',
    async (app) =>
      showApps(app, UserList, {
        words: await loadAppleLicencesWords('sv', 'licences'),
        onadd: () => undefined,
      }),
  ],
];

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const rowOf = (kind: ProgrammeKindId) =>
  page
    .getByRole('region', { name: credit.notUnderstood.list })
    .getByRole('button', { name: NAMES[kind]!.name, exact: false });

/** As a sync brings it that a newer version, or a member by hand, wrote. */
const callNewer = async (app: App, id: string): Promise<void> => {
  const { records } = app.opened.database;
  keepReadable(records.storageInstance);
  const document = await records.findOne(id).exec();
  await document?.incrementalModify((was: VolymRecord) => ({
    ...was,
    data: { ...was.data, v: 99, name: { no: 1 } },
  }));
};

test.each(LISTS)(
  'X9: what calls itself newer has a row in the list of its kind (%s), and goes to the trash',
  async (kind, show) => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const { programme } = kindOf(kind)!;
    const odd = {
      ...customerWith(),
      id: 'odd',
      kind,
      programme,
      data: { v: 99, name: 7, adamId: [] },
    };
    await app.opened.database.records.insert(odd as unknown as VolymRecord);
    await show(app);
    await expect.element(rowOf(kind)).toBeVisible();
    expect(await faults()).toEqual([]);
    await rowOf(kind).click();
    await press(words.trash);
    expect(await faults()).toEqual([]);
    await press(words.trash);
    await waitFor(async () =>
      expect((await stored<VolymRecord>(app, 'odd')).trashedOn).toBe(app.today),
    );
    await expect.element(rowOf(kind)).not.toBeInTheDocument();
    await undoLast();
    await expect.element(rowOf(kind)).toBeVisible();
  },
);

test('X9: a customer that calls itself newer is put back from the list, and the records under it from its screen', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const customer = customerWith();
  await app.opened.database.records.bulkInsert([customer, authorizationWith()] as VolymRecord[]);
  await callNewer(app, customer.id);
  const list = showVip(app, VipList, {});
  await rowOf('vip-customer').click();
  await press(words.putBackLast);
  await press(words.putBack);
  await waitFor(async () =>
    expect((await stored<VolymRecord>(app, customer.id)).data).toEqual(customer.data),
  );
  await expect.element(rowOf('vip-customer')).not.toBeInTheDocument();
  list.unmount();
  const { id } = authorizationWith();
  await callNewer(app, id);
  showVip(app, CustomerDoor, { customerId: customer.id, tab: 'plans' });
  await rowOf('purchase-authorization').click();
  await press(words.putBackLast);
  await press(words.putBack);
  await waitFor(async () =>
    expect((await stored<VolymRecord>(app, id)).data).toEqual(authorizationWith().data),
  );
});

test('X9: a row that cannot be read says its kind, and its name where that is a name', async () => {
  const { app } = await openApp();
  const customer = customerWith();
  const newer = { ...customer, data: { ...customer.data, v: 99 } };
  const odd = { ...newer, id: 'odd', data: { ...newer.data, name: { no: 1 } } };
  await app.opened.database.records.bulkInsert([newer, odd] as unknown as VolymRecord[]);
  showVip(app, VipList, {});
  const row = (title: string, detail: string) =>
    page.getByRole('button', { name: `${title} ${detail}`, exact: true });
  const kind = NAMES['vip-customer']!.name;
  await expect
    .element(row(customer.data.name, `${kind} · ${credit.notUnderstood.newer}`))
    .toBeVisible();
  await expect.element(row(kind, credit.notUnderstood.newer)).toBeVisible();
});

test('X9: where looking for its days fails, a record can still be put back, and an undo that fails says so', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const customer = customerWith();
  await app.opened.database.records.bulkInsert([customer] as VolymRecord[]);
  await callNewer(app, customer.id);
  const broken = (): Promise<never> => Promise.reject(new Error('the store does not answer'));
  const { records } = app;
  const { oddDays, undoPutBack } = records;
  Object.assign(records, { oddDays: broken, undoPutBack: broken });
  showVip(app, VipList, {});
  await rowOf('vip-customer').click();
  await press(words.putBackLast);
  await press(words.putBack);
  await waitFor(async () =>
    expect((await stored<VolymRecord>(app, customer.id)).data).toEqual(customer.data),
  );
  await undoLast();
  expect(toasts.current?.text).toBe(words.failed);
  Object.assign(records, { oddDays, undoPutBack });
});
