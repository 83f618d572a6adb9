import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, newProfile } from './two-devices.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

/**
 * Writes to the server past the app, with the credential that this device was given; answers HTTP's
 * status.
 */
const writePastApp = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    type Kept = { server: string; database: string; device: string; credential: string };
    const kept = await new Promise<Kept | undefined>((resolve, reject) => {
      const opening = indexedDB.open('volym-device');
      opening.onerror = () => reject(opening.error ?? new Error('no store'));
      opening.onsuccess = () => {
        const [name = ''] = opening.result.objectStoreNames;
        const all = opening.result.transaction(name).objectStore(name).getAll();
        all.onsuccess = () =>
          resolve(
            (all.result as Partial<Kept>[]).find(
              ({ credential, database }) => credential && database,
            ) as Kept,
          );
      };
    });
    if (kept === undefined) throw new Error('this device is let in nowhere');
    const answer = await fetch(`${kept.server}/db/${kept.database}/_bulk_docs`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${kept.device}.${kept.credential}`,
      },
      body: JSON.stringify({ docs: [{ _id: 'past-the-app' }] }),
    });
    return answer.status;
  });

test('X18: a reader sees everything in step, cannot change anything in any way, and may be let change @long', async ({
  browser,
}) => {
  const [sara, revision] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  // The link that was made for someone who changes is taken back when it is to be for a reader.
  const first = await invite(sara.page, phrase);
  await sara.page.getByLabel('Vad kollegan får göra').selectOption('Får bara läsa');
  await expect(sara.page.getByText('En gång, 30 min kvar')).toBeVisible();
  const isNew = sara.page.getByText(/^Länken är ny\. .* gäller den inte längre/);
  await expect(isNew).toBeVisible();
  await button(sara.page, 'Kopiera länken').tap();
  await expect(isNew).toBeHidden();
  const link = await sara.page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toBe(first);
  expect(await axeFaults(sara.page)).toEqual([]);

  // A reader is not asked for a name: nothing that a reader does would carry it.
  const { page } = revision;
  await page.goto(link);
  await expect(page.getByText(/^Enheten får bara läsa: den ser allt utom koder/)).toBeVisible();
  await button(page, 'Gå med').tap();
  await expect(heading(page, 'Frister')).toBeVisible();
  await expect(page.getByText('Du kan läsa, inte ändra')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ny beställning' })).toHaveCount(0);
  await expect(sara.page.getByText('Läsande enhet')).toBeVisible();
  await expect(
    sara.page.getByText(/^skriver inget, inte heller vems den är, kom in i dag/),
  ).toBeVisible();

  await readyOrderInApp(sara.page, served.url, { number: '4500218837', amount: '25 000' });
  await page.getByRole('link', { name: /25.000.kr/ }).tap();
  await expect(heading(page, '25 000 kr')).toBeVisible();
  // The buttons that are left copy what is shown, or open the history.
  await expect(
    page.getByRole('main').getByRole('button', { name: /^(?!.*Kopiera$|Fler val$)/ }),
  ).toHaveCount(0);
  await button(page, 'Fler val').tap();
  await expect(page.getByRole('menuitem')).toHaveText([/Historik/]);
  await page.keyboard.press('Escape');
  expect(await axeFaults(page)).toEqual([]);
  for (const address of ['credit/new', 'import', 'conflicts/none', 'credit/resend']) {
    await page.goto(`${served.url}/${address}`);
    await expect(heading(page, 'Personer')).toBeVisible();
  }
  await revision.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The question names who asks, who has no name here yet, and by when it came in the device among
  // others that read.
  await expect(page.getByText('Du kan läsa, inte ändra')).toHaveCount(1);
  await button(page, 'Kopiera en fråga om att få ändra').tap();
  await expect(page.getByText(/^Skriv ditt namn, så att den som läser frågan/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Ditt namn').fill(' Amina Noor ');
  await button(page, 'Kopiera en fråga om att få ändra').tap();
  await expect(
    page.getByRole('status').getByText(/^Frågan är kopierad\..* När någon låter enheten ändra/),
  ).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(
      `^Amina Noor ber om att få ändra i Volym\\. Enheten kom in \\d+ \\S+ \\d\\d:\\d\\d .* ${served.url}/people$`,
    ),
  );
  await page.reload();
  await expect(page.getByLabel('Ditt namn')).toHaveValue('Amina Noor');
  await expect(button(page, 'Stäng ute')).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  expect(await writePastApp(page)).toBe(403);
  // What is of this device alone still works.
  await page.goto(`${served.url}/settings`);
  await page.getByRole('radio', { name: 'English' }).tap();
  await expect(page.getByText('You can read, not edit')).toBeVisible();
  await page.getByRole('radio', { name: 'Svenska' }).tap();

  // Sara lets the device change, which it hears at once, and no line says the contrary: it says who
  // it is of, then writes.
  await page.goto(`${served.url}/people`);
  await sara.page.goto(`${served.url}/people`);
  await sara.page.getByLabel('Vad Läsande enhet får göra').selectOption('Får ändra');
  await expect(sara.page.getByText('Enheten får ändra')).toBeVisible();
  await expect(page.getByText('Du får ändra nu')).toBeVisible();
  await expect(page.getByText('Du kan läsa, inte ändra')).toHaveCount(0);
  await page.getByRole('link', { name: 'Säg vem du är' }).tap();
  await expect(page.getByLabel('Ditt namn')).toHaveValue('Amina Noor');
  await button(page, 'Klar').tap();
  await expect(heading(page, 'Frister')).toBeVisible();
  await expect(page.getByText('Du kan läsa, inte ändra')).toHaveCount(0);
  await readyOrderInApp(page, served.url, { number: '4500197752', amount: '12 000' });
  await expect(sara.page.getByText('Amina Noor', { exact: true })).toBeVisible();
  await sara.page.goto(`${served.url}/deadlines`);
  await expect(sara.page.getByRole('link', { name: /12.000.kr/ })).toBeVisible();

  // And takes it back: what Amina has open hears so at once.
  await sara.page.goto(`${served.url}/people`);
  await sara.page.getByLabel('Vad Linux-dator får göra').selectOption('Får bara läsa');
  await expect(sara.page.getByText('Enheten får bara läsa')).toBeVisible();
  await expect(page.getByText('Du kan läsa, inte ändra')).toBeVisible();
  expect(await writePastApp(page)).toBe(403);
  // Who has a name here by now asks under it, unasked.
  await page.getByRole('link', { name: 'Be om åtkomst' }).tap();
  await expect(page.getByLabel('Ditt namn')).toHaveCount(0);
  await button(page, 'Kopiera en fråga om att få ändra').tap();
  await expect(page.getByText(/^Frågan är kopierad/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Amina Noor ber om att få ändra i Volym/,
  );
  expect((await storedRecords(page, 'credit-order')).length).toBe(2);
});
