import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { serve, type Served } from './serve.ts';
import { connectWorkspace, newProfile } from './two-devices.ts';

const ADMIN = { ADMIN_USER: 'admin', ADMIN_PASSWORD: 'en lång fras för servern' };

let served: Served;
test.beforeAll(async () => void (served = await serve(undefined, ADMIN)));
test.afterAll(() => served.stop());

/** What the admin of the server asks it, as any program might that speaks CouchDB. */
const asAdmin = async <T>(path: string, body?: object): Promise<T> => {
  const authorization = `Basic ${Buffer.from(`${ADMIN.ADMIN_USER}:${ADMIN.ADMIN_PASSWORD}`).toString('base64')}`;
  const asked = body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) };
  const headers = { authorization, 'content-type': 'application/json' };
  return (await (await fetch(`${served.url}/db${path}`, { ...asked, headers })).json()) as T;
};

/** A line of what was checked, with the sentence below it. */
const line = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

/** How often a page had the server counted. */
const countsOf = (page: Page) => {
  const counts = { asked: 0 };
  page.on(
    'request',
    (request) => void (counts.asked += request.url().includes('_design%2F%22') ? 1 : 0),
  );
  return counts;
};

test('X11: journey: the proof of safety counts when it is opened, in whichever tab, and what cannot be opened is written over', async ({
  browser,
}) => {
  const { context, page } = await newProfile(browser);
  await connectWorkspace(page, served.url, served.setUpLink());
  await readyOrderInApp(page, served.url, { number: '4500218837', amount: '25 000' });
  await page.goto(`${served.url}/safety`);
  await expect(
    page.getByText('Samma poster, förseglade. Servern kan inte läsa dem.'),
  ).toBeVisible();
  await expect(line(page, 'Finns på servern men inte här')).toContainText(
    /Räknat i dag \d\d:\d\d\.$/,
  );

  // Another tab is opened: the one that syncs counts, once, and both tell it.
  const counts = countsOf(page);
  const other = await context.newPage();
  await other.goto(`${served.url}/safety`);
  await expect(
    other.getByText('Samma poster, förseglade. Servern kan inte läsa dem.'),
  ).toBeVisible();
  await expect(line(other, 'Finns på servern men inte här')).toContainText(
    /Räknat i dag \d\d:\d\d\.$/,
  );
  expect(counts.asked).toBe(1);
  await other.close();
  // Coming back to the app is looking, too.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => counts.asked).toBe(2);
  await expect(
    page.getByText('Samma poster, förseglade. Servern kan inte läsa dem.'),
  ).toBeVisible();

  // Someone breaks into the server, and changes what is there.
  const [database] = (await asAdmin<string[]>('/_all_dbs')).filter((name) => !name.startsWith('_'));
  const { _rev, key } = await asAdmin<{ _rev: string; key: string }>(`/${database}/workspace`);
  // Under a key that the keyring names: what another one sealed may be of a change that is about to
  // be told, and is left.
  const garbled = { key, sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } };
  await asAdmin(`/${database}/workspace`, { ...garbled, _rev });
  await asAdmin(`/${database}/elsewhere`, garbled);
  const unreadable = line(page, 'Kan inte öppnas här');
  await expect(unreadable).toContainText('Av dem finns 1 här också, som enheten senast hade den.');
  await expect(unreadable).toContainText('Av dem finns 1 bara på servern.');
  await expect(line(page, 'Finns på servern men inte här')).toContainText('1');
  await page.reload();
  await button(page, 'Skriv över dem').tap();
  const sheet = page.getByRole('dialog', { name: 'Skriv över på servern' });
  await expect(sheet.getByText('1 post finns bara på servern och får ligga kvar.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Skriv över 1 post' }).tap();
  await expect(sheet.getByText('1 post är överskriven.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(unreadable).not.toContainText('här också');
  expect(await asAdmin(`/${database}/workspace`)).not.toMatchObject(garbled);
  expect(await asAdmin(`/${database}/elsewhere`)).toMatchObject(garbled);
  expect(await axeFaults(page)).toEqual([]);
});
