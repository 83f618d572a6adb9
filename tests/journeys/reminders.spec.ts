import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { addDays, daysBetween } from '#core/day/day.ts';
import { axeFaults } from './axe-faults.ts';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { test } from './installed.ts';
import { dismissAll, notifications, remind, tap, wakeWorker } from './notifications.ts';
import { enterExample, heading } from './screens.ts';
import type { Served } from './serve.ts';
import { answeredByWorker } from './worker.ts';
import { seedWorkspace } from './workspace.ts';

test.use({ serviceWorkers: 'allow' });

let served: Served;
test.beforeAll(async ({ installed }) => void (served = await installed.serveAgain()));
test.afterAll(() => served.stop());

/** Day 0 of the order's count; its last day in the inbox is 3 December. */
const ARRIVED = '2026-09-04';
const onDay = (count: number): string => addDays(ARRIVED, count);

type Visit = (day: string | undefined, visit: (page: Page) => Promise<void>) => Promise<void>;

/**
 * Opens the app in one profile, each time in its own browser; windows without a profile may
 * show no notifications.
 */
const profileFor = (profile: string, allowed: boolean): Visit => {
  // A zone that is only acted out for the page leaves the worker in the computer's own: they would
  // differ by a day at night.
  const [timezoneId, env] = [
    'Europe/Stockholm',
    { ...process.env, TZ: 'Europe/Stockholm' } as Record<string, string>,
  ];
  const options = { locale: 'sv-SE', viewport: { width: 390, height: 844 }, timezoneId, env };
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return async (day, visit) => {
    const context: BrowserContext = await chromium.launchPersistentContext(profile, {
      ...options,
      executablePath,
      args: CHROMIUM_FLAGS,
    });
    if (allowed) await context.grantPermissions(['notifications'], { origin: served.url });
    // The page's clock alone: the worker takes the day from the page that speaks to it.
    if (day !== undefined) await context.clock.install({ time: new Date(`${day}T09:00:00`) });
    await visit(await context.newPage());
    await context.close();
  };
};

/** An order by hand, with the day of Apple's mail; answers its address. */
const addOrder = async (page: Page, arrived: string): Promise<string> => {
  await page.goto(`${served.url}/credit/new`);
  await page.getByLabel('Kreditvärde').fill('25000');
  await page.getByLabel('Institutionens eller företagets namn').fill('Nordby kommun');
  await page.getByLabel('Innehållsköpare', { exact: true }).fill('Sara Lindholm');
  await page.getByLabel('Innehållsköparens Apple-ID').fill('innehall@nordby.example');
  await page.getByLabel('Ordernummer', { exact: true }).fill('W1200345678');
  await page.getByLabel('Orderdatum').fill(addDays(arrived, -7));
  await page.getByLabel('Länk till säkra inkorgen').fill('https://inbox.example/s3cret');
  await page.getByRole('button', { name: 'Spara som beställd' }).tap();
  await page.getByRole('button', { name: 'Mejlet har kommit' }).tap();
  await page.getByRole('dialog').getByLabel('Mejlets dag').fill(arrived);
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByText('Mejlets dag är sparad')).toBeVisible();
  return new URL(page.url()).pathname;
};

/** The days in the plan that the page left for the worker. */
const plannedDays = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === 'volym-plan')) return [];
    const database = await asked(indexedDB.open('volym-plan'));
    const plans = (await asked(database.transaction('plans').objectStore('plans').getAll())) as {
      items: { reminders: { day: string }[] }[];
    }[];
    database.close();
    return plans.flatMap(({ items }) =>
      items.flatMap(({ reminders }) => reminders.map(({ day }) => day)),
    );
  });

test('X3: used on day 59, closed, opened on day 81: two notifications with their own days, once; silent when done', async ({
  installed,
}, testInfo) => {
  test.slow();
  const profile = testInfo.outputPath('profile');
  await installed.copyTo(profile);
  const visit = profileFor(profile, true);
  let order = '';

  await visit(onDay(59), async (page) => {
    await seedWorkspace(page, served.url);
    await answeredByWorker(page);
    order = await addOrder(page, ARRIVED);
    await expect.poll(() => plannedDays(page)).toEqual([60, 80, 88, 90].map(onDay));
    expect(await remind(page, onDay(59))).toBe(true);
    expect(await notifications(page)).toEqual([]);
  });

  await visit(onDay(81), async (page) => {
    await page.goto(served.url);
    await expect.poll(async () => (await notifications(page)).length).toBe(2);
    const found = await notifications(page);
    expect(found.map(({ day, title, body }) => [day, title, body])).toEqual([
      [
        onDay(60),
        'Hämta kredit, 25 000 kr',
        'W1200345678. Sista dagen är 3 dec. Påminnelse från 3 nov.',
      ],
      [
        onDay(80),
        'Hämta kredit, 25 000 kr',
        'W1200345678. Sista dagen är 3 dec. Påminnelse från 23 nov.',
      ],
    ]);
    expect(new Set(found.map(({ tag }) => tag)).size).toBe(2);
    expect(JSON.stringify(found)).not.toMatch(/s3cret|inbox\.example|@|code/i);
    // Each leads to the order: to the tab that shows it, or else to a new one.
    const { pathname } = new URL(page.url());
    expect(await tap(page.context(), pathname)).toMatch(/Not allowed to focus a window\. 0 left$/);
    expect(await tap(page.context(), order)).toMatch(/Not allowed to open a window\. 0 left$/);
    expect(found.map(({ data }) => data)).toEqual([order, order]);
    await page.goto(`${served.url}${String(found[0]?.data)}`);
    await expect(page.getByText(/W1200345678/).first()).toBeVisible();
    await dismissAll(page);
    expect(await remind(page, onDay(81))).toBe(true);
    expect(await notifications(page)).toEqual([]);
  });

  await visit(onDay(81), async (page) => {
    await page.goto(served.url);
    await expect(page.getByText('Hämta kredit').first()).toBeVisible();
    expect(await remind(page, onDay(81))).toBe(true);
    expect(await notifications(page)).toEqual([]);
  });

  await visit(onDay(88), async (page) => {
    await page.goto(`${served.url}${order}`);
    await expect
      .poll(async () => (await notifications(page)).map(({ day }) => day))
      .toEqual([onDay(88)]);
    expect((await notifications(page))[0]?.body).toBe(
      'W1200345678. Sista dagen är 3 dec, 2 dagar kvar.',
    );
    await page.getByRole('button', { name: 'Hämta kalkylbladet, fler val' }).tap();
    await page.getByRole('menuitem', { name: 'Fyll i dagen' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).tap();
    // What is on the screen goes with it.
    await expect.poll(() => notifications(page)).toEqual([]);
    expect(await plannedDays(page)).toEqual([]);
  });

  await visit(onDay(90), async (page) => {
    await page.goto(served.url);
    await expect(heading(page, 'Frister')).toBeVisible();
    expect(await remind(page, onDay(90))).toBe(true);
    expect(await notifications(page)).toEqual([]);
  });
});

test('X3: without permission nothing is shown nor counted as shown; a worker woken by the browser shows it later @long', async ({
  installed,
}, testInfo) => {
  test.slow();
  const profile = testInfo.outputPath('profile');
  await installed.copyTo(profile);
  let today = '';
  await profileFor(profile, false)(undefined, async (page) => {
    await seedWorkspace(page, served.url);
    await answeredByWorker(page);
    today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
    await addOrder(page, addDays(today, -80));
    await expect
      .poll(() => plannedDays(page))
      .toEqual([0, 8, 10].map((days) => addDays(today, days)));
    await remind(page, today);
    expect(await notifications(page)).toEqual([]);
    await page.goto(`${served.url}/settings`);
    await expect(page.getByText('Påminnelser är av')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    // A browser without a window answers no by itself.
    await page.getByRole('button', { name: 'Tillåt notiser' }).tap();
    await expect(page.getByText('Notiser är blockerade')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    expect(await notifications(page)).toEqual([]);
  });

  await profileFor(profile, true)(undefined, async (page) => {
    // Not the app: another page of the same address, so that only the browser wakes the worker.
    await page.goto(`${served.url}/manifest.webmanifest`);
    expect(
      daysBetween(today, await page.evaluate(() => new Date().toLocaleDateString('sv-SE'))),
    ).toBe(0);
    await wakeWorker(page, served.url);
    await expect
      .poll(async () => (await notifications(page)).map(({ day }) => day))
      .toEqual([today]);
    expect((await notifications(page))[0]?.body).toMatch(
      /^W1200345678\. Sista dagen är .*, 10 dagar kvar\.$/,
    );
  });
});

test('X3: a press in Settings shows a sample; the example workspace reminds of nothing @long', async ({
  installed,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  await installed.copyTo(profile);
  await profileFor(profile, true)(undefined, async (page) => {
    await enterExample(page, served.url);
    await answeredByWorker(page);
    await page.goto(`${served.url}/settings`);
    await expect(page.getByText('Påminnelser är på')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tillåt notiser' })).toBeHidden();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Visa ett prov' }).tap();
    await expect(page.getByText(/^Provet är skickat/)).toBeVisible();
    expect((await notifications(page)).map(({ title }) => title)).toEqual([
      'Så här ser en påminnelse ut',
    ]);
    expect(await plannedDays(page)).toEqual([]);
  });
});
