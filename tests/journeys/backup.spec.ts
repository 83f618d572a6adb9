import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { formsOf } from './everything-stored.ts';
import { chooseFile, fixture, importButton, unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { newProfile } from './two-devices.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const CODES = ['XFAKECREDITD7USEM', 'XFAKECREDITTJTFXM'];
const SAVED = 'Säkerhetskopian är sparad och provad';
const HANDED_OVER = 'Säkerhetskopian är provad. Enheten sparar den.';

/** As in browsers that do not ask where to save: nobody could answer the question of this one. */
const savesByDownload = (page: Page): Promise<unknown> =>
  page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));

/** All that the device has of its workspace, without what the store adds to it. */
const contents = async (page: Page): Promise<string[]> =>
  (await storedRecords(page)).map((record) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(record).filter(([field]) => !field.startsWith('_'))),
    ),
  );

/** Without people: with whom it is that comes in by a kit is noted that they opened it. */
const withoutPeople = (all: readonly string[]): string[] =>
  all.filter((line) => !line.includes('"kind":"person"'));

/** Makes a backup on the screen that is open; answers the path of the file. */
const download = async (page: Page): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Säkerhetskopiera').tap(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^volym-nordby-it-\d{4}-\d\d-\d\d\.volym$/);
  await expect(page.getByText(HANDED_OVER)).toBeVisible();
  return file.path();
};

const choose = (page: Page, file: Parameters<typeof chooseFile>[1]): Promise<void> =>
  chooseFile(page, file);

const fact = (page: Page, label: string, value: number) =>
  expect(
    page.locator('dl > div, summary').filter({ hasText: label, visible: true }).locator('.num'),
  ).toHaveText(String(value));
/** Unfolds the kinds that a number counts, as a keyboard does. */
const unfold = (page: Page, label: string): Promise<void> =>
  page.locator('summary').filter({ hasText: label }).press('Enter');

const editInstitution = async (page: Page, institution: string): Promise<void> => {
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /4500218837/ }).tap();
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  await page.getByLabel('Institutionens eller företagets namn').fill(institution);
  await button(page, 'Spara').tap();
  await expect(page.getByText('Ändringen är sparad')).toBeVisible();
};

/** Through the trash, as far as there is a way back to. */
const deleteForGood = async (page: Page, number: string): Promise<void> => {
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: new RegExp(number) }).tap();
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Lägg i papperskorgen' }).tap();
  await expect(page.getByText('Ordern ligger i papperskorgen')).toBeVisible();
  await page.goto(`${served.url}/trash`);
  await page.getByRole('link', { name: new RegExp(number) }).tap();
  await button(page, 'Ta bort för gott').tap();
  const sheet = page.getByRole('dialog', { name: /^Ta bort / });
  await tick(sheet.getByRole('checkbox'));
  await sheet.getByRole('button', { name: 'Ta bort för gott' }).tap();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();
};

test('X10: a lost device comes back from the file and the twelve words, and files of two devices meet', async ({
  browser,
}) => {
  const [sara, johan] = [(await newProfile(browser)).page, (await newProfile(browser)).page];
  for (const page of [sara, johan]) await savesByDownload(page);
  const { phrase, kit } = await seedWorkspace(sara, served.url);
  await readyOrderInApp(sara, served.url, { number: '4500218837', amount: '25 000' });
  await sara.goto(`${served.url}/import`);
  await choose(sara, fixture('09-credit.csv'));
  await unlock(sara, phrase);
  await importButton(sara).tap();
  await expect(heading(sara, '09-credit.csv')).toBeVisible();

  // Reloaded: the codes are locked while the file is made.
  await sara.goto(`${served.url}/safety`);
  await expect(sara.getByText('Ingen kopia är gjord på den här enheten')).toBeVisible();
  await expect(sara.getByText('inte provat')).toBeVisible();
  await sara.getByRole('link', { name: 'Säkerhetskopiera' }).tap();
  await expect(heading(sara, 'Säkerhetskopia')).toBeVisible();
  expect(await axeFaults(sara)).toEqual([]);
  const file = await download(sara);
  await expect(sara.getByText(/^Kontrollerad i dag .*, innan den sparades/)).toBeVisible();
  expect(await axeFaults(sara)).toEqual([]);
  const before = await contents(sara);
  const bytes = readFileSync(file).toString('latin1');
  for (const code of CODES)
    for (const form of Object.values(formsOf(code))) expect(bytes).not.toContain(form);
  for (const part of ['Nordby', 'Sara', '4500218837', phrase, kit])
    expect(bytes).not.toContain(part);
  await sara.goto(`${served.url}/safety`);
  await expect(sara.getByText(/^Krypterad, sparad/)).toBeVisible();
  await expect(sara.getByText(/^provat \d/)).toBeVisible();

  // Another device, which has the file and the paper of the kit alone.
  await johan.goto(`${served.url}/`);
  await johan.getByRole('link', { name: /^Återställ från säkerhetskopia/ }).tap();
  await expect(heading(johan, 'Återställ från säkerhetskopia')).toBeVisible();
  expect(await axeFaults(johan)).toEqual([]);
  const whole = readFileSync(file);
  const other = (buffer: Buffer) => ({ name: 'fil.volym', mimeType: '', buffer });
  await choose(johan, other(Buffer.from('Ordernummer;Kod\n1;FAKE')));
  await expect(johan.getByText(/^Det här är ingen säkerhetskopia från Volym/)).toBeVisible();
  await choose(johan, other(whole.subarray(0, 200)));
  await expect(johan.getByText(/^Filen är inte hel: slutet saknas/)).toBeVisible();
  await choose(johan, file);
  await expect(heading(johan, 'Öppna säkerhetskopian')).toBeVisible();
  await johan.getByLabel('Lösenfras').fill('inte den rätta frasen alls');
  await button(johan, 'Lås upp').tap();
  await expect(johan.getByText('Försök 1')).toBeVisible();
  expect(await axeFaults(johan)).toEqual([]);
  await johan.getByRole('button', { name: /återställningskit/i }).tap();
  await johan.getByRole('textbox').fill(kit);
  await button(johan, 'Lås upp').tap();
  await expect(heading(johan, 'Det här finns i filen')).toBeVisible();
  await fact(johan, 'Poster', before.length);
  await expect(johan.getByText('Inlösningskod', { exact: true })).toBeHidden();
  await unfold(johan, 'Poster');
  const ofKind = (kind: string) =>
    before.filter((line) => line.includes(`"kind":"${kind}"`)).length;
  await fact(johan, 'Inlösningskod', ofKind('redemption-code'));
  await fact(johan, 'VPP-kredit', ofKind('credit-order'));
  await fact(johan, 'Nycklar', 1);
  expect(await axeFaults(johan)).toEqual([]);
  expect(await contents(johan)).toEqual([]);
  await button(johan, 'Fortsätt').tap();
  await expect(heading(johan, 'Vem är du?')).toBeVisible();
  await tick(johan.getByRole('radio', { name: 'Sara Lindholm' }));
  await button(johan, 'Klar').tap();
  await expect(heading(johan, 'Frister')).toBeVisible();
  await expect(johan.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
  expect(withoutPeople(await contents(johan))).toEqual(withoutPeople(before));
  const code = (await storedRecords(johan, 'redemption-code'))[0];
  await johan.goto(`${served.url}/credit/${code?.parent}/code/${code?.id}`);
  await unlock(johan, phrase);
  await johan.getByRole('button', { name: 'Kontrollera' }).tap();
  const shown = johan.getByRole('group', { name: 'Inlösningskod', exact: true });
  await expect(shown).toBeVisible();
  expect(CODES).toContain((await shown.innerText()).replace(/\s/g, ''));

  // Both go on apart. The old file takes nothing from what is newer.
  await readyOrderInApp(johan, served.url, { number: '4500197752', amount: '12 000' });
  await editInstitution(johan, 'Nordby skolor');
  await johan.goto(`${served.url}/safety/backup`);
  const newer = await download(johan);
  await readyOrderInApp(sara, served.url, { number: '4500190001', amount: '8 000' });
  await editInstitution(sara, 'Nordby bibliotek');
  const apart = await contents(sara);
  await sara.goto(`${served.url}/safety/backup`);
  await sara.getByRole('link', { name: /^Läs in en säkerhetskopia/ }).tap();
  await choose(sara, file);
  await expect(sara.getByText(/Det finns inget att läsa in/)).toBeVisible();
  await fact(sara, 'Olika, nyare här', 1);
  await button(sara, 'Avbryt').tap();
  await expect(heading(sara, 'Återställ från säkerhetskopia')).toBeVisible();
  expect(await contents(sara)).toEqual(apart);

  // The file of the other device brings what is new there, and what both wrote is asked about.
  await choose(sara, newer);
  await expect(heading(sara, 'Det här finns i filen')).toBeVisible();
  await fact(sara, 'Frågor att svara på', 1);
  await unfold(sara, 'Frågor att svara på');
  await fact(sara, 'VPP-kredit', 1);
  expect(await axeFaults(sara)).toEqual([]);
  await button(sara, 'Slå ihop').tap();
  await expect(heading(sara, 'Frister')).toBeVisible();
  await expect(sara.getByRole('link', { name: /Ni ändrade samma sak/ })).toBeVisible();
  const numbers = (await storedRecords(sara, 'credit-order')).map(({ data }) => data.orderNumber);
  for (const number of ['4500218837', '4500197752', '4500190001'])
    expect(numbers).toContain(number);

  // What she deletes for good stays deleted when that file is read once more, unless she says
  // otherwise.
  await deleteForGood(sara, '4500197752');
  await sara.goto(`${served.url}/restore`);
  await choose(sara, newer);
  await fact(sara, 'Borttaget för gott här', 1);
  expect(await axeFaults(sara)).toEqual([]);
  await expect(sara.getByText(/Allt annat i filen finns redan här/)).toBeVisible();
  await button(sara, 'Ta tillbaka den borttagna').tap();
  await expect(heading(sara, 'Frister')).toBeVisible();
  expect((await storedRecords(sara, 'credit-order')).map(({ data }) => data.orderNumber)).toContain(
    '4500197752',
  );
});

test('X10: where the browser asks where to save, the file is written there; it becomes a second workspace elsewhere @long', async ({
  browser,
}) => {
  const [{ page }, { page: elsewhere }] = [await newProfile(browser), await newProfile(browser)];
  // The browser's question cannot be answered here; the file it gives is a real one.
  await page.addInitScript(() => {
    const pick = async ({ suggestedName }: { suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
    Object.assign(window, { showSaveFilePicker: pick });
  });
  const { phrase } = await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/safety/backup`);
  await button(page, 'Säkerhetskopiera').tap();
  await expect(page.getByText(SAVED)).toBeVisible();
  await expect(page.getByText(/^Sparad och läst tillbaka i dag/)).toBeVisible();
  const file = await page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<
      [string, FileSystemFileHandle]
    >;
    for await (const [name, handle] of folder)
      return { name, bytes: [...new Uint8Array(await (await handle.getFile()).arrayBuffer())] };
    throw new Error('nothing was saved');
  });

  await seedWorkspace(elsewhere, served.url);
  await elsewhere.goto(`${served.url}/restore`);
  await choose(elsewhere, { name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) });
  await elsewhere.getByLabel('Lösenfras').fill(phrase);
  await button(elsewhere, 'Lås upp').tap();
  await expect(elsewhere.getByText(/ligger kvar\. Du byter under Inställningar/)).toBeVisible();
  await button(elsewhere, 'Fortsätt').tap();
  await elsewhere.getByLabel('Ditt namn').fill('Johan Ek');
  await button(elsewhere, 'Klar').tap();
  await expect(heading(elsewhere, 'Frister')).toBeVisible();
  await elsewhere.goto(`${served.url}/settings`);
  await expect(elsewhere.getByLabel('Används nu').getByRole('option')).toHaveCount(2);
  expect((await storedRecords(elsewhere, 'keyring')).length).toBe(2);
});
