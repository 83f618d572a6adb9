import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import CodeList from '#programmes/apple-credit/screens/code/CodeList.svelte';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import AppDetail from '#programmes/apple-licences/screens/app/AppDetail.svelte';
import TokenDetail from '#programmes/apple-licences/screens/token/TokenDetail.svelte';
import UserDetail from '#programmes/apple-licences/screens/user/UserDetail.svelte';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import CustomerDoor from '#programmes/adobe-vip/screens/customer/CustomerDoor.svelte';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { App } from '#ui/app.svelte.ts';
import { appWith } from '#tests/factories/apps.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { openApp, showIn, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { showTokens } from '#tests/programmes/apple-licences/screens/token/tokens-app.ts';
import { showVip } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

afterEach(cleanup);

const leave = (): void => undefined;

/** The screen of each kind, with what it says where the record is not here and where that leads. */
const SCREENS: readonly (readonly [
  kind: string,
  show: (app: App, id: string) => unknown,
  says: string,
  leadsTo: string,
])[] = [
  [
    'credit-order',
    (app, orderId) => showIn(app, OrderDetail, { orderId }),
    credit.order.gone,
    '/credit',
  ],
  [
    'code-batch',
    (app, parentId) => showIn(app, CodeList, { parentId }),
    credit.order.gone,
    '/credit',
  ],
  [
    'volume-app',
    (app, appId) => showApps(app, AppDetail, { appId, ontrashed: leave }),
    apps.missing.title,
    '/apps',
  ],
  [
    'content-token',
    (app, id) => showTokens(app, TokenDetail, { id, ontrashed: leave }),
    tokens.missing.title,
    '/tokens',
  ],
  [
    'volume-user',
    async (app, userId) =>
      showApps(app, UserDetail, {
        userId,
        words: await loadAppleLicencesWords('sv', 'licences'),
        asksLocation: false,
        ontrashed: leave,
      }),
    'Användaren finns inte här',
    '/apps/users',
  ],
  [
    'vip-customer',
    (app, customerId) => showVip(app, CustomerDoor, { customerId, tab: 'plans' }),
    vip.missing.title,
    '/vip',
  ],
];

test.each(SCREENS)(
  'X9: a record that is not here (%s) says so, and leads to its list',
  async (_kind, show, says, leadsTo) => {
    const { app } = await openApp();
    await show(app, 'nowhere');
    expect(await screen.findByText(says, { selector: 'h2' })).toBeTruthy();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toContain(leadsTo);
  },
);

test.each(SCREENS)(
  'X9: what is of another kind is not shown where %s is asked for',
  async (kind, show, says) => {
    const { app } = await openApp();
    const other = kind === 'volume-app' ? customerWith() : appWith({ id: 'customer-1' });
    await addRecords(app, [other]);
    await show(app, other.id);
    expect(await screen.findByText(says, { selector: 'h2' })).toBeTruthy();
  },
);

test('X12: an app in the trash says so, and is put back from there', async () => {
  const { app } = await openApp();
  await addRecords(app, [appWith({ id: 'app-1' })]);
  await app.records.change('app-1', toTrash);
  showApps(app, AppDetail, { appId: 'app-1', ontrashed: leave });
  expect(await screen.findByText(apps.inTrash.title)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: apps.inTrash.restore }));
  await waitFor(async () => expect((await stored<VolymRecord>(app, 'app-1')).trashedOn).toBe(''));
});

test('X12: the screen of a customer in the trash leads there', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith()]);
  await app.records.change('customer-1', toTrash);
  showVip(app, CustomerDoor, { customerId: 'customer-1', tab: 'plans' });
  expect(await screen.findByText(vip.missing.trashed)).toBeTruthy();
  expect(screen.getByRole('link', { name: vip.missing.open })).toHaveAttribute(
    'href',
    '/trash/customer-1',
  );
});
