import {
  chromium,
  expect,
  test,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from '@playwright/test';
import { join } from 'node:path';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { chooseFile, importButton, unlock } from './import-steps.ts';
import { LARGE } from './fixture-workspaces.ts';
import { firstOfLarge } from './large-import.ts';
import { enterExample, heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { tinyDisk, type TinyDisk } from './tiny-disk.ts';
import { connectWorkspace, invite, newProfile } from './two-devices.ts';

/** More than the room that is left on the disk. */
const ROWS = 1_000;

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

/** A browser whose whole profile is on its own disk. */
const onDisk = async (disk: TinyDisk, options: BrowserContextOptions & LaunchOptions) => {
  const context = await chromium.launchPersistentContext(join(disk.path, 'profile'), options);
  return { context, page: await context.newPage() };
};

/**
 * A name of more bytes than a browser has room for in the files that it has begun: a short one may
 * still be written there.
 */
const LONG_NAME = 'Nordby skolor, '.repeat(2_000).trim();

const writeInstitution = async (page: Page): Promise<void> => {
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  await page.getByLabel('Institutionens eller företagets namn', { exact: true }).fill(LONG_NAME);
};
const cannotOpen = (page: Page) => heading(page, 'Volym kan inte öppna sin lagring');
const trouble = (page: Page) =>
  page.getByRole('dialog', { name: /^(Enheten är full|Lagringen svarar inte)$/ });

test('X10: on a full disk an edit is reported as not saved; it waits in its form, and is saved once there is room @long', async ({
  viewport,
  locale,
  launchOptions,
}) => {
  const disk = tinyDisk(120);
  const { context, page } = await onDisk(disk, { ...launchOptions, viewport, locale });
  try {
    await enterExample(page, served.url);
    await readyOrderInApp(page, served.url, { number: '4500218837', amount: '25 000' });
    disk.fill();
    await writeInstitution(page);
    // Once more: what the browser cleared away while the form was opened is room again.
    disk.fill();
    await button(page, 'Spara').tap();
    await expect(trouble(page)).toBeVisible();
    // Still full: the store may open or not; nothing is gone, and there is a way on.
    const draft = page.getByText('Det du skrev förra gången finns kvar.');
    await button(page, 'Läs in igen').tap();
    await expect(draft.or(cannotOpen(page))).toBeVisible();
    disk.makeRoom();
    await page.reload();
    await expect(draft).toBeVisible();
    await button(page, 'Spara').tap();
    await expect(page.getByText('Ändringen är sparad')).toBeVisible();
    const [order] = (await storedRecords(page, 'credit-order')).filter(
      ({ data }) => data.orderNumber === '4500218837',
    );
    expect(order?.data.institution).toBe(LONG_NAME);
  } finally {
    await context.close();
    disk.remove();
  }
});

test('X8: on a disk that fills up a first pull says so, and once there is room all of it comes @long', async ({
  browser,
  viewport,
  locale,
  launchOptions,
}) => {
  const disk = tinyDisk(120);
  const sara = (await newProfile(browser)).page;
  const phrase = await connectWorkspace(sara, served.url, served.setUpLink());
  const link = await invite(sara, phrase);
  await sara.goto(`${served.url}/import`);
  await chooseFile(sara, firstOfLarge(ROWS));
  await unlock(sara, phrase);
  await importButton(sara).tap();
  await expect(heading(sara, LARGE)).toBeVisible({ timeout: 60_000 });
  // All of it is on the server, or the pull would wait for it.
  await sara.goto(`${served.url}/safety`);
  await expect(sara.getByText('Allt är sparat här')).toBeVisible();
  await expect(sara.getByText(/väntar$/)).toBeHidden();
  const { context, page } = await onDisk(disk, { ...launchOptions, viewport, locale });
  try {
    await page.goto(link);
    await expect(heading(page, 'Gå med i Nordby IT')).toBeVisible();
    // Room for the store to be made and for what the browser writes by itself, and not for all that
    // comes.
    disk.fill(1_000_000);
    await button(page, 'Gå med').tap();
    await expect(page.getByText(/kan vara full/).first()).toBeVisible({ timeout: 30_000 });
    disk.makeRoom();
    await button(page, 'Läs in igen').last().tap();
    await expect(heading(page, 'Vem är du?')).toBeVisible({ timeout: 60_000 });
    expect(await storedRecords(page, 'redemption-code')).toHaveLength(ROWS);
  } finally {
    await context.close();
    disk.remove();
  }
});

test('X10: a user whose browser lets nothing be stored is told so, with a way on, where there is a workspace and where there is none @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('lets') === null)
      IDBFactory.prototype.open = () => {
        throw new DOMException('not here', 'SecurityError');
      };
  });
  await page.reload();
  await expect(cannotOpen(page)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.evaluate(() => sessionStorage.setItem('lets', 'yes'));
  await page.getByRole('link', { name: 'Läs in igen' }).tap();
  await expect(heading(page, 'Frister')).toBeVisible();
  await page.evaluate(() => (sessionStorage.clear(), localStorage.clear()));
  await page.goto(`${served.url}/`);
  await page.getByRole('button', { name: 'Prova med exempeldata' }).tap();
  await expect(trouble(page)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});
