import { expect, test } from '@playwright/test';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

test('X8: a second device joins by link, and both keep one workspace in step', async ({ browser }) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  expect(new URL(link).pathname).toBe('/join');
  await joinAs(johan.page, link, 'Johan Ek');
  expect(johan.page.url()).not.toContain('invited');
  await expect(sara.page.getByText('Johan Ek', { exact: true })).toBeVisible();
  await expect(heading(johan.page, 'Frister')).toBeVisible();
});
