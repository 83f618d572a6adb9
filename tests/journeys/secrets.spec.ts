import { expect, test, type Locator, type Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hearEverything, type Heard } from './ears.ts';
import { everythingStored, formsOf, placesOf, type Kept } from './everything-stored.ts';
import { chooseFile, fixture, importButton, unlock } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const CREDIT = 'XFAKECREDITD7USEM';
const APP = [
  'FAKEPE3SACXL',
  'FAKEWUZUFSZL',
  'FAKEEQQQLXTJ',
  'FAKE8ERYQJYG',
  'FAKE68W4N7HF',
] as const;
/** A sheet without headings, whose first code is written as no other. */
const BARE = ['FAKE1234ABCD', 'FAKE5678ABCD', 'FAKE9999ABCD'] as const;
const CODES = [CREDIT, 'XFAKECREDITTJTFXM', ...APP, ...BARE] as const;

const importSheet = async (page: Page, name: string): Promise<void> => {
  await openImport(page);
  await chooseFile(page, fixture(name));
  await importButton(page).tap();
  await expect(heading(page, name)).toBeVisible();
};

const importBareSheet = async (page: Page): Promise<void> => {
  const [first, ...others] = BARE;
  const lines = [`Ada,${first.toLowerCase()},7B`, ...others.map((code) => `Bo,${code},7B`)];
  await openImport(page);
  await chooseFile(page, {
    name: 'bare.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  await expect(page.getByText('Rubrikerna känns inte igen')).toBeVisible();
  await expectHidden(page);
  await page.getByRole('button', { name: 'Ja, det stämmer' }).tap();
  await expect(importButton(page)).toHaveText('Importera 3 rader');
  await importButton(page).tap();
  await expect(heading(page, 'bare.csv')).toBeVisible();
};

const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Huvudnavigering' }).getByRole('link', { name });

/** From anywhere to the order of the credit sheet. */
const openOrder = async (page: Page): Promise<void> => {
  await place(page, 'Kredit').tap();
  // The page of an import leads there from each of its rows, too.
  await page.waitForURL(/\/credit$/);
  await page.getByRole('link', { name: /WFX0000417/ }).tap();
};

const codeSheet = (page: Page): Locator =>
  page.getByRole('dialog').filter({ has: page.getByText('Visningar') });
const shown = (page: Page): Locator =>
  codeSheet(page).getByRole('group', { name: 'Inlösningskod' });

const reveal = async (page: Page, reason: string, code: string): Promise<void> => {
  await codeSheet(page).getByRole('button', { name: reason, exact: true }).first().tap();
  await expect.poll(async () => (await shown(page).innerText()).replace(/\s/g, '')).toBe(code);
};

/** Nothing of a code in the document, neither as text nor as value, address or picture's name. */
const expectHidden = async (page: Page): Promise<void> => {
  await expect(shown(page)).toHaveCount(0);
  const kept = [{ where: 'document', bytes: await page.content() }];
  for (const code of CODES) expect(placesOf(code, kept)).toEqual([]);
  const values = await page
    .locator('input, textarea, select')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join('\n'));
  for (const code of CODES)
    expect(placesOf(code, [{ where: 'fields', bytes: values }])).toEqual([]);
};

/** Every file under a folder, as Latin-1. */
const filesUnder = async (folder: string): Promise<Kept[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (where) => ({ where, bytes: await readFile(where, 'latin1') })),
  );
};

const asKept = (heard: readonly Heard[]): Kept[] =>
  heard.map(({ where, text }) => ({ where, bytes: text }));

test('X9: the search finds a code in every form and in every place where it could be', async ({
  page,
}) => {
  const code = 'XFAKEPLANTED7QW2';
  await page.goto(`${served.url}/start`);
  expect(placesOf(code, await everythingStored(page))).toEqual([]);
  await page.evaluate(async (forms) => {
    const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const made = await new Promise<IDBDatabase>((fulfil, reject) => {
      const request = indexedDB.open('planted', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('things');
      request.onsuccess = () => fulfil(request.result);
      request.onerror = () => reject(request.error);
    });
    const cache = await caches.open('planted');
    const folder = await navigator.storage.getDirectory();
    const entries = Object.entries(forms);
    await new Promise((done) => {
      const writing = made.transaction('things', 'readwrite');
      for (const [form, text] of entries) {
        const store = writing.objectStore('things');
        store.put({ deep: [{ text }] }, `text ${form}`);
        store.put({ deep: bytesOf(text).buffer }, `bytes ${form}`);
        store.put(new Map([['file', new Blob([bytesOf(text)])]]), `file ${form}`);
      }
      writing.oncomplete = done;
    });
    made.close();
    for (const [form, text] of entries) {
      await cache.put(`/planted/${form}`, new Response(bytesOf(text)));
      localStorage.setItem(`planted ${form}`, text);
      sessionStorage.setItem(`planted ${form}`, text);
      const file = await (
        await folder.getFileHandle(`planted ${form}`, { create: true })
      ).createWritable();
      await file.write(bytesOf(text));
      await file.close();
    }
  }, formsOf(code));

  const found = placesOf(code, await everythingStored(page));
  const places = [
    'planted/things.',
    'cache planted',
    'localStorage',
    'sessionStorage',
    'private files',
  ];
  for (const form of Object.keys(formsOf(code)))
    for (const where of places)
      expect(
        found.some((leak) => leak.startsWith(`${form} in ${where}`)),
        `${form} in ${where}`,
      ).toBe(true);
  for (const kind of ['text', 'bytes', 'file'])
    expect(
      found.filter((leak) => leak.startsWith('plain in planted/things')).length,
      kind,
    ).toBeGreaterThanOrEqual(3);

  await page.evaluate(
    async (forms) => {
      localStorage.clear();
      sessionStorage.clear();
      await caches.delete('planted');
      const folder = await navigator.storage.getDirectory();
      for (const form of forms) await folder.removeEntry(`planted ${form}`);
      await new Promise((done) => (indexedDB.deleteDatabase('planted').onsuccess = done));
    },
    Object.keys(formsOf(code)),
  );
  expect(placesOf(code, await everythingStored(page))).toEqual([]);
});

test.describe('with its worker, as it is used', () => {
  test.use({ serviceWorkers: 'allow' });

  test('X9: a code is nowhere but sealed, through all that is done with it', async ({
    page,
    context,
  }) => {
    test.slow();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const heard = await hearEverything(page, context);
    await seedUnlocked(page, served.url);
    for (const sheet of ['09-credit.csv', '01-minimal.csv', '13-dirty-codes.csv']) {
      await place(page, 'Frister').tap();
      await importSheet(page, sheet);
      await expectHidden(page);
    }
    await place(page, 'Frister').tap();
    await importBareSheet(page);
    await expectHidden(page);

    await openOrder(page);
    await page.getByRole('link', { name: 'Visa kod' }).tap();
    await reveal(page, 'Lösa in', CREDIT);
    // While it is shown, it is on the screen and nowhere else.
    expect(placesOf(CREDIT, await everythingStored(page))).toEqual([]);
    await codeSheet(page).getByRole('button', { name: 'Kopiera kod' }).tap();
    await expect(page.getByText('Koden är kopierad.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CREDIT);
    await codeSheet(page).getByRole('button', { name: 'Markera som inlöst' }).tap();
    const form = page.getByRole('dialog', { name: 'Markera som inlöst' });
    await form.getByLabel('Apple-ID som löste in').fill('innehall@nordby.example');
    await form.getByRole('button', { name: 'Markera som inlöst' }).tap();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/^Inlöst/)
        .first(),
    ).toBeVisible();
    await expectHidden(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).tap();

    await place(page, 'Kredit').tap();
    await page.getByRole('link', { name: /01-minimal/ }).tap();
    await page
      .getByRole('link', { name: /^Kod 1/ })
      .first()
      .tap();
    await reveal(page, 'Lämna ut', APP[0]);
    await codeSheet(page).getByRole('button', { name: 'Kopiera länk' }).tap();
    await expect(page.getByText('Länken är kopierad.')).toBeVisible();
    await codeSheet(page).getByRole('button', { name: 'Lämna ut koden' }).tap();
    const handOut = page.getByRole('dialog', { name: 'Lämna ut koden' });
    await handOut.getByLabel('Till vem').fill('Klass 7B');
    await handOut.getByRole('button', { name: 'Lämna ut', exact: true }).tap();
    await expect(
      page.getByRole('dialog').getByText('Utlämnad till Klass 7B').first(),
    ).toBeVisible();
    await expectHidden(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).tap();

    await page.getByRole('link', { name: 'Kredit' }).first().tap();
    await place(page, 'Mer').tap();
    await page.getByRole('button', { name: 'Lås nu' }).tap();
    await expect(page.getByText('Koderna är låsta')).toBeVisible();
    await expectHidden(page);

    const places = [
      ...(await everythingStored(page)),
      ...asKept(heard),
      ...(await filesUnder(served.data())),
    ];
    expect(placesOf('WFX0000417', places)).not.toEqual([]);
    expect(heard.filter(({ where }) => where === 'title').length).toBeGreaterThan(0);
    for (const code of CODES) expect(placesOf(code, places)).toEqual([]);
    // Nothing went anywhere but to the app's own server, and nothing but questions for its files.
    const requests = heard.filter(({ where }) => where === 'request').map(({ text }) => text);
    expect(
      requests.filter((text) => text.startsWith('http') && !text.startsWith(served.url)),
    ).toEqual([]);
  });
});

/** What the browser does when another app or tab comes to the front. */
const leave = (page: Page, how: 'window' | 'sight'): Promise<void> =>
  page.evaluate((how) => {
    if (how === 'window') return void window.dispatchEvent(new Event('blur'));
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, how);

const comeBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => 'visible',
    });
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('X9: a code is hidden at once on leaving, after its minute, and locked after the times of the settings @long', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  const { phrase } = await seedUnlocked(page, served.url);
  await importSheet(page, '09-credit.csv');
  await openOrder(page);
  await page.getByRole('link', { name: 'Visa kod' }).tap();
  const isLocked = codeSheet(page).getByText('Koderna är låsta. Lås upp för att visa den.');

  for (const how of ['window', 'sight'] as const) {
    await reveal(page, 'Kontrollera', CREDIT);
    await leave(page, how);
    await expectHidden(page);
    await comeBack(page);
    // A short look elsewhere hides and does not lock.
    await expectHidden(page);
    await expect(isLocked).toBeHidden();
  }

  await reveal(page, 'Kontrollera', CREDIT);
  await codeSheet(page).getByRole('button', { name: 'Kopiera kod' }).tap();
  await expect(page.getByText('Koden är kopierad.')).toBeVisible();
  await page.clock.fastForward(61_000);
  await expectHidden(page);
  await expect(isLocked).toBeHidden();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('');

  // Five minutes without a touch.
  await page.clock.fastForward(5 * 60_000);
  await expect(isLocked).toBeVisible();
  await expectHidden(page);
  await codeSheet(page).getByRole('button', { name: 'Kontrollera' }).tap();
  await unlock(page, phrase);
  await expect(shown(page)).toBeVisible();

  // A minute out of sight.
  await leave(page, 'sight');
  await page.clock.fastForward(61_000);
  await comeBack(page);
  await expect(isLocked).toBeVisible();
  await expectHidden(page);
});
