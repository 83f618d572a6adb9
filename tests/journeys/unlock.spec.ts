import { expect, test, type Page } from '@playwright/test';
import { unlock } from './import-steps.ts';
import { hearRequests } from './requests-on-demand.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { keepRules, seedWorkspace } from './workspace.ts';

// A page that no worker answers, and a browser that keeps no files: what is not here when the
// network goes is not here.
test.use({ serviceWorkers: 'block' });

const PARTS = '**/_app/immutable/**';

let served: Served;
test.beforeEach(async () => {
  served = await serve();
});
test.afterEach(() => served.stop());

/**
 * Whether the app has planned its reminders, the last that it does by itself once it has been
 * drawn.
 */
const isPlanned = (page: Page): Promise<boolean> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).some(({ name }) => name === 'volym-plan'),
  );

/** As if none had ever been planned, so that the next page plans them before it rests. */
const forgetPlan = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((fulfil, reject) => {
        const asked = indexedDB.deleteDatabase('volym-plan');
        asked.onsuccess = () => fulfil();
        asked.onerror = () => reject(new Error('the plan was not forgotten'));
      }),
  );

/**
 * A separate workspace, locked, on the screen of the lock, with an empty cache; answers the
 * passphrase.
 */
const locked = async (page: Page): Promise<string> => {
  const { phrase } = await seedWorkspace(page, served.url);
  await expect.poll(() => isPlanned(page)).toBe(true);
  await forgetPlan(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await page.goto(`${served.url}/vault`);
  await expect(heading(page, 'Lås och lösenfras')).toBeVisible();
  return phrase;
};

const askToUnlock = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Lås upp' }).tap();
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Lås upp koder' });
const isOpen = (page: Page): Promise<void> =>
  expect(page.getByText('Koder och token är upplåsta', { exact: true })).toBeVisible();

test('X9: once the lock asks, nothing of the page is fetched any more @long', async ({ page }) => {
  const phrase = await locked(page);
  await askToUnlock(page);
  await expect(sheet(page)).toBeVisible();
  // What the app loads by itself once it has been drawn is no part of unlocking.
  await expect.poll(() => isPlanned(page)).toBe(true);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await unlock(page, phrase);
  await isOpen(page);
  // Its worker is made for one derivation, and comes with it.
  expect(fetched.filter((path) => !path.includes('/workers/'))).toEqual([]);
});

test('X9: with the server gone the lock says so, the phrase stays, and opens when the server is back', async ({
  page,
}) => {
  const phrase = await locked(page);
  await askToUnlock(page);
  await sheet(page).getByLabel('Lösenfras').fill(phrase);
  await served.stop();
  const press = () => sheet(page).getByRole('button', { name: 'Lås upp', exact: true }).tap();
  await press();
  await expect(
    page.getByText(/^En del av appen kunde inte hämtas\. Det du skrev står kvar/),
  ).toBeVisible();
  await expect(sheet(page).getByLabel('Lösenfras')).toHaveValue(phrase);
  await served.restart();
  await press();
  await isOpen(page);
});

test('X9: a lock that cannot be fetched says so and asks whether to try again @long', async ({
  page,
}) => {
  const phrase = await locked(page);
  const questions: string[] = [];
  // The network is back while the second question is open.
  await page.route(PARTS, (route) => (questions.length < 2 ? route.abort() : route.continue()));
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void (questions.length < 2 ? dialog.dismiss() : dialog.accept());
  });
  await askToUnlock(page);
  await expect
    .poll(() => questions)
    .toEqual([expect.stringContaining('Låset kunde inte hämtas. Inget är förlorat.')]);
  await expect(sheet(page)).toBeHidden();
  await askToUnlock(page);
  await unlock(page, phrase);
  await isOpen(page);
  // A part that was refused before the network came back may bring the question once more.
  expect(questions.length).toBeGreaterThan(1);
});

test('X9: words that cannot be fetched are reported in the first start, and the names stay @long', async ({
  page,
}) => {
  hearRequests(page);
  await page.goto(`${served.url}/`);
  await expect(page.getByRole('button', { name: 'Börja tomt' })).toBeVisible();
  // The steps come after the first paint, each part once what asks for it is here; the words come
  // when they are drawn.
  await page.waitForLoadState('networkidle');
  await page.route(PARTS, (route) => route.abort());
  await page.getByRole('button', { name: 'Börja tomt' }).tap();
  await keepRules(page);
  await page.getByLabel('Ditt namn').fill('Sara Lindholm');
  await page.getByLabel('Arbetsplatsens namn').fill('Nordby IT');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Orden kunde inte hämtas\./)).toBeVisible();
  await page.unroute(PARTS);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Välj en lösenfras')).toBeVisible();
});
