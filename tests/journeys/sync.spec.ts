import { expect, test } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile, type Profile } from './two-devices.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

test('X8: a second device joins by link, and both keep one workspace in step', async ({ browser }) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  expect(new URL(link).pathname).toBe('/join');
  expect(await axeFaults(sara.page)).toEqual([]);
  await joinAs(johan.page, link, 'Johan Ek');
  expect(johan.page.url()).not.toContain('invited');
  await expect(sara.page.getByText('Johan Ek', { exact: true })).toBeVisible();
  await expect(heading(johan.page, 'Frister')).toBeVisible();
});

test('X8: what two devices answered differently without network is asked about, and one answer serves both', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  await served.restart();
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  await readyOrderInApp(sara.page, served.url, { number: '4500218837', amount: '25 000' });
  await joinAs(johan.page, link, 'Johan Ek');
  await johan.page.getByRole('link', { name: /25.000.kr/ }).click();
  await expect(heading(johan.page, '25 000 kr')).toBeVisible();
  const write = async ({ page, context }: Profile, institution: string): Promise<void> => {
    await button(page, 'Fler val').click();
    await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).click();
    await expect(page.getByLabel('Institutionens eller företagets namn')).toHaveValue('Nordby kommun');
    await context.setOffline(true);
    await page.getByLabel('Institutionens eller företagets namn').fill(institution);
    await button(page, 'Spara').click();
    await expect(page.getByText('Ändringen är sparad')).toBeVisible();
  };
  await write(sara, 'Nordby skolor');
  await write(johan, 'Nordby bibliotek');
  for (const { context } of [sara, johan]) await context.setOffline(false);

  for (const { page } of [sara, johan]) {
    await page.goto(`${served.url}/deadlines`);
    await expect(page.getByRole('link', { name: /Ni ändrade samma sak/ })).toBeVisible();
  }
  await sara.page.getByRole('link', { name: /Ni ändrade samma sak/ }).click();
  await expect(sara.page.getByText('var Nordby kommun')).toBeVisible();
  expect(await axeFaults(sara.page)).toEqual([]);
  await sara.page.getByRole('radio', { name: /Nordby skolor.*Din ändring/ }).check();
  await button(sara.page, 'Behåll Nordby skolor').click();
  for (const { page } of [sara, johan]) {
    await expect(page.getByRole('link', { name: /Ni ändrade samma sak/ })).toBeHidden();
    expect((await storedRecords(page, 'credit-order')).map(({ data }) => data.institution)).toEqual(['Nordby skolor']);
  }
});
