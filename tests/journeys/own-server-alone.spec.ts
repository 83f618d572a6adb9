import { expect, test, type Page } from '@playwright/test';
import { button } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { connectWorkspace, newProfile } from './two-devices.ts';
import { answeredByWorker } from './worker.ts';

test.use({ serviceWorkers: 'allow' });

let [served, other]: [Served | undefined, Served | undefined] = [undefined, undefined];
test.beforeAll(async () => void ([served, other] = [await serve(), await serve()]));
test.afterAll(() => Promise.all([served?.stop(), other?.stop()]));

/** Where the start page may ask that the worker answers with. */
const keptPlaces = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const kept = await caches.match('/index.html', { ignoreSearch: true });
    return /connect-src ([^;]*)/.exec(kept?.headers.get('content-security-policy') ?? '')?.[1];
  });

/** Whether the page comes through to that address, which lets any page ask. */
const reaches = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(
    (to) =>
      fetch(to).then(
        () => true,
        () => false,
      ),
    address,
  );

test('X9: a page of a server that keeps a workspace asks no other, also from what is kept on the device, and says why @long', async ({
  browser,
  page,
}) => {
  const url = served?.url ?? '';
  const elsewhere = (other?.url ?? '').replace('127.0.0.1', 'localhost');
  await page.goto(url);
  await answeredByWorker(page);
  expect(await keptPlaces(page)).toContain('https:');
  expect(await reaches(page, `${elsewhere}/db/`)).toBe(true);
  await connectWorkspace(page, url, served?.setUpLink() ?? '');

  // The worker looks when a page is loaded, and what it keeps holds from the next one on.
  await page.reload();
  await expect.poll(() => keptPlaces(page)).toBe("'self'");
  await page.goto(`${url}/people`);
  await expect(heading(page, 'Personer')).toBeVisible();
  expect(await reaches(page, `${elsewhere}/db/`)).toBe(false);
  expect(await reaches(page, `${url}/_up`)).toBe(true);

  // Nor does someone who comes by later, and wants to go elsewhere from here.
  const later = await newProfile(browser);
  await later.page.goto(`${url}/join`);
  await later.page.getByRole('link', { name: /^En egen CouchDB/ }).tap();
  await later.page.getByLabel('Adress').fill(`${elsewhere}/db`);
  await later.page.getByLabel('Databas').fill('nordby');
  await later.page.getByLabel('Användare').fill('sara');
  await later.page.getByLabel('Lösenord', { exact: true }).fill('räksmörgås');
  await button(later.page, 'Fortsätt').tap();
  await expect(later.page.getByRole('alert')).toContainText('CONNECT_TO');
});
