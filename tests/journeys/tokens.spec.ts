import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { everythingStored } from './everything-stored.ts';
import { unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { checkKit, choosePhrase, keepRules, seedWorkspace } from './workspace.ts';
import { tick, untick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const TODAY = Date.UTC(2026, 10, 20, 8);

const token = (name: string): string => join(import.meta.dirname, '../fixtures/vpptokens', name);
const files = (page: Page): Locator => page.locator('input[type=file]').last();

/** A workspace that looks after credit and tokens, on the day that the fixtures are made for. */
const withTokens = async (page: Page): Promise<string> => {
  await page.clock.setFixedTime(TODAY);
  const { phrase } = await seedWorkspace(page, served.url);
  // Reloaded, the vault is closed.
  await page.goto(`${served.url}/tokens`);
  await expect(heading(page, 'Token')).toBeVisible();
  return phrase;
};

test('B1–B6: the first token from guide to lock, its renewal, and what it is found to be', async ({
  page,
}) => {
  const phrase = await withTokens(page);
  await page.getByRole('link', { name: 'Ny token' }).last().tap();
  await expect(
    page.getByText('Registrerad hos Apple för volyminköp', { exact: true }),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // A wrong file says why, and nothing is asked before one was read.
  await expect(button(page, 'Lås in token')).toHaveCount(0);
  await files(page).setInputFiles(token('t05-no-expdate.vpptoken'));
  await expect(
    page.getByText('Det saknas i filen: expDate. Hämta den igen hos Apple.'),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await files(page).setInputFiles(token('t02-valid-20.vpptoken'));
  await expect(page.getByText('10 dec, 20 dagar')).toBeVisible();

  // Asked as in the dialog, and confirmed that the account stays.
  await page.getByLabel('Namn på token').fill('Gymnasiet');
  await button(page, 'Lås in token').tap();
  await expect(page.getByText('Skriv kontots Apple-ID. Det är en e-postadress.')).toBeVisible();
  await page.getByLabel('Apple-ID').fill('vpp@nordby.example');
  await button(page, 'Lås in token').tap();
  await expect(page.getByText('Bekräfta att kontot inte kan bytas senare.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await tick(page.getByLabel(/^Jag vet att vi inte kan byta/));
  await button(page, 'Lås in token').tap();
  await unlock(page, phrase);
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await expect(page.getByText('En person har åtkomst')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // The secret is nowhere but sealed.
  const text = readFileSync(token('t02-valid-20.vpptoken'), 'utf8').trim();
  const inside = Buffer.from(text, 'base64').toString('utf8');
  const secret = (JSON.parse(inside) as { token: string }).token;
  const stored = await everythingStored(page);
  for (const form of [text, secret])
    expect(stored.filter(({ bytes }) => bytes.includes(form))).toEqual([]);

  // It is due on home, and its row leads back.
  await page.getByRole('link', { name: 'Frister', exact: true }).last().tap();
  await page.getByRole('link', { name: /Förnya token/ }).tap();
  await expect(heading(page, 'Gymnasiet')).toBeVisible();

  // The renewal: ticked by hand up to the file, which proves itself.
  await tick(page.getByLabel('Klart: Logga in hos Apple'));
  await expect(page.getByText('1 av 5 klara', { exact: true })).toBeVisible();
  await button(page, 'Välj fil').tap();
  const sheet = page.getByRole('dialog', { name: 'Läs in den nya filen' });
  await files(page).setInputFiles(token('t12-swedish-emoji.vpptoken'));
  await expect(sheet.getByText(/^Filen hör till Räksmörgåsens förskola/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Byt fil' }).tap();
  await files(page).setInputFiles(token('t02-valid-20.vpptoken'));
  await expect(sheet.getByText(/^Det är samma fil/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Byt fil' }).tap();
  await files(page).setInputFiles(nextFile('t02-valid-20.vpptoken', '2027-12-09'));
  await expect(sheet.getByText(/^Samma organisation och en senare sista dag/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Byt ut, bara uppgifterna' }).tap();
  await expect(page.getByText('Token är förnyad, till 9 dec 2027')).toBeVisible();
  await expect(page.getByText('2 av 5 klara', { exact: true })).toBeVisible();
  await expect(page.getByText('Giltig', { exact: true }).last()).toBeVisible();
  await expect(page.getByText('inte sparad')).toBeVisible();

  // Nobody entered where it is used: the list leaves that out, and offers to add it.
  await expect(page.getByText('Byt ut filen där den används', { exact: true })).toBeVisible();
  await button(page, 'Ange system').tap();
  await page.getByRole('combobox', { name: 'Används i' }).selectOption('Annat system');
  await page.getByLabel('Systemets namn').fill('Nordby MDM');
  await page.getByRole('button', { name: 'Spara', exact: true }).tap();
  await expect(page.getByText('Byt ut filen i Nordby MDM', { exact: true })).toBeVisible();
  await expect(button(page, 'Ange system')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /dagar kvar av ett år, till/ })).toBeVisible();

  // What someone finds out comes before what the file says.
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Anteckna att den inte gäller' }).tap();
  await tick(page.getByRole('radio', { name: 'Återkallad hos Apple' }));
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Anteckna', exact: true }).tap();
  await expect(page.getByText(/^Återkallad hos Apple\. Den gäller inte längre/)).toBeVisible();
  await expect(page.getByRole('img', { name: /^Återkallad\. Gäller inte längre/ })).toBeVisible();
  await expect(page.getByText(/dagar kvar/)).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${served.url}/deadlines`);
  await expect(page.getByRole('link', { name: /Token är återkallad/ })).toBeVisible();
});

/** A file of the same organisation as a fixture, of another day. */
const nextFile = (name: string, day: string) => {
  const content = Buffer.from(readFileSync(token(name), 'utf8').trim(), 'base64').toString('utf8');
  const next = {
    ...(JSON.parse(content) as object),
    token: `FAKE-${day}`,
    expDate: `${day}T12:00:00+0000`,
  };
  const buffer = Buffer.from(Buffer.from(JSON.stringify(next), 'utf8').toString('base64'));
  return { name: 'ny.vpptoken', mimeType: '', buffer };
};

/** Fills in what is asked of a token and saves it without its text. */
const fillIn = async (page: Page, file: string, name: string): Promise<void> => {
  await page.goto(`${served.url}/tokens/new`);
  await files(page).setInputFiles(token(file));
  await page.getByLabel('Namn på token').fill(name);
  await page.getByLabel('Apple-ID').fill('vpp@nordby.example');
  const known = page.getByLabel(/^Jag vet att vi inte kan byta/);
  if (await known.isVisible()) await tick(known);
  await button(page, 'Bara uppgifterna').tap();
};

test('B4: the handover note is printed, and nothing but the note is on the paper @long', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', '');
  });
  await withTokens(page);
  await fillIn(page, 't02-valid-20.vpptoken', 'Gymnasiet');
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await page.getByRole('link', { name: /^Överlämningsblad/ }).tap();
  const paper = page.getByRole('article', { name: 'Överlämningsblad' });
  await expect(paper.getByText('VPP-token Gymnasiet')).toBeVisible();
  await expect(paper.getByText('10 dec 2026', { exact: true })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Skriv ut').tap();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);

  await page.emulateMedia({ media: 'print' });
  await expect(paper.getByText('Lösenordet byts på kontot')).toBeVisible();
  for (const other of [
    heading(page, 'Överlämningsblad'),
    button(page, 'Skriv ut'),
    page.getByRole('navigation'),
  ])
    await expect(other.filter({ visible: true })).toHaveCount(0);
  // All of it is on paper, however long: nothing is cut off at the first sheet.
  const height = await paper.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(
    Math.floor(height),
  );
});

test('B2: the ring leads to the rule behind the last day, at its own address @long', async ({
  page,
}) => {
  await withTokens(page);
  await fillIn(page, 't02-valid-20.vpptoken', 'Gymnasiet');
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await page.getByRole('link', { name: /Så räknas dagen/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Förnya senast tors 10 dec' });
  await expect(sheet.getByText('60, 30, 14, 7 och 0')).toBeVisible();
  await expect(sheet.getByText(/^Lösenordet byts på kontot/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.goBack();
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/);

  // Reloaded, the sheet is open over the same token; the rule has its own address, too.
  await page.goForward();
  await expect(sheet).toBeVisible();
  await page.reload();
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Stäng' }).tap();
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await page.goto(`${served.url}/rules/apple-licences.token-year`);
  await expect(page.getByRole('dialog', { name: 'En token gäller ett år' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('B6: a renewal with a wrong file is taken back at once, or later from the menu, until its file was checked @long', async ({
  page,
}) => {
  await withTokens(page);
  await fillIn(page, 't02-valid-20.vpptoken', 'Gymnasiet');
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  const renew = async (): Promise<void> => {
    await button(page, 'Välj fil').tap();
    await files(page).setInputFiles(nextFile('t02-valid-20.vpptoken', '2027-12-09'));
    await page.getByRole('button', { name: 'Byt ut, bara uppgifterna' }).tap();
    await expect(page.getByText('Token är förnyad, till 9 dec 2027')).toBeVisible();
  };
  const undo = page.getByRole('menuitem', { name: 'Ångra förnyelsen' });
  const undone = page.getByText(
    /^Förnyelsen är ångrad\. Den förra filen gäller, till 10 dec 2026\./,
  );
  await button(page, 'Fler val').tap();
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The page tells its files: the one that came, and the one before it.
  const filesOf = page.getByRole('region', { name: 'Filer', exact: true });
  await expect(filesOf.getByText('nu, till 10 dec')).toBeVisible();
  await renew();
  await expect(filesOf.locator('dd')).toHaveText(['nu, till 9 dec 2027', 'till 10 dec']);
  await button(page, 'Ångra').tap();
  await expect(undone).toBeVisible();
  await expect(filesOf.locator('dd')).toHaveText(['nu, till 10 dec']);
  await expect(page.getByText('Upphör tors 10 dec')).toBeVisible();
  await expect(page.getByText('borta, byttes ut vid förnyelsen som ångrades')).toBeVisible();
  await page.goto(`${served.url}/deadlines`);
  await expect(page.getByRole('link', { name: /Förnya token/ })).toContainText('20');
  await page.goBack();

  await renew();
  await page.reload();
  await button(page, 'Fler val').tap();
  await undo.tap();
  await expect(undone).toBeVisible();
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Historik' }).tap();
  await expect(page.getByRole('dialog').getByText('Ny fil, taget tillbaka')).toHaveCount(2);
  await page.keyboard.press('Escape');

  await renew();
  // The list is empty again with its last tick, so that it does not stay ticked.
  await page.getByLabel('Klart: Synkronisera och kontrollera').tap();
  await expect(page.getByText('Förnyelsen är klar')).toBeVisible();
  await button(page, 'Fler val').tap();
  await expect(page.getByRole('menuitem', { name: 'Historik' })).toBeVisible();
  await expect(undo).toHaveCount(0);
});

test('X15, B1: a team that looks after no credit begins with a token or a customer, and what it chose outlives a reload @long', async ({
  page,
}) => {
  await page.clock.setFixedTime(TODAY);
  await page.goto(`${served.url}/`);
  await untick(page.getByRole('checkbox', { name: 'VPP-kredit från Apple' }));
  await page.getByRole('button', { name: 'Börja tomt' }).tap();
  await keepRules(page);
  await page.getByLabel('Ditt namn').fill('Sara Lindholm');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'VPP-kredit från Apple' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Börja tomt' }).tap();
  await keepRules(page);
  await page.getByLabel('Arbetsplatsens namn').fill('Nordby IT');
  await expect(page.getByLabel('Ditt namn')).toHaveValue('Sara Lindholm');
  await page.keyboard.press('Enter');
  await choosePhrase(page);
  await checkKit(page);
  await expect(heading(page, 'Frister')).toBeVisible();
  const places = page.getByRole('navigation').filter({ visible: true });
  await expect(places.getByRole('link', { name: 'Appar' })).toBeVisible();
  await expect(places.getByRole('link', { name: /^Kredit|^VPP-kredit/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Ny order/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ny VIP-kund Adobe VIP' })).toBeVisible();
  await page.getByRole('link', { name: 'Ny token Token för appar' }).tap();
  await expect(
    page.getByText('Registrerad hos Apple för volyminköp', { exact: true }),
  ).toBeVisible();
});

test('B1: what was typed of a new token outlives leaving and a reload, and the token’s text is kept nowhere @long', async ({
  page,
}) => {
  await withTokens(page);
  await page.goto(`${served.url}/tokens/new`);
  await tick(page.getByRole('checkbox', { name: 'Gamla MDM-användare borttagna' }));
  await files(page).setInputFiles(token('t02-valid-20.vpptoken'));
  await page.getByLabel('Namn på token').fill('Gymnasiet');
  await page.getByLabel('Namn', { exact: true }).fill('Johan Ek');
  await button(page, 'Lägg till någon').tap();
  await page.getByRole('link', { name: 'Avbryt' }).tap();
  await expect(heading(page, 'Token')).toBeVisible();
  const text = readFileSync(token('t02-valid-20.vpptoken'), 'utf8').trim();
  expect((await everythingStored(page)).filter(({ bytes }) => bytes.includes(text))).toEqual([]);

  await page.goto(`${served.url}/tokens/new`);
  await expect(page.getByRole('checkbox', { name: 'Gamla MDM-användare borttagna' })).toBeChecked();
  // It is said from the start, with what it is: the form itself comes with the file.
  await expect(page.getByText('Det du skrev förra gången finns kvar.')).toBeVisible();
  await expect(page.getByText('Gymnasiet', { exact: true })).toBeVisible();
  await expect(page.getByText(/Johan Ek/)).toBeVisible();
  await expect(page.getByText(/Filen själv sparas inte/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await files(page).setInputFiles(token('t02-valid-20.vpptoken'));
  await expect(page.getByText('Det du skrev förra gången finns kvar.')).toBeVisible();
  await expect(page.getByLabel('Namn på token')).toHaveValue('Gymnasiet');
  await expect(page.getByText('Johan Ek', { exact: true })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Börja om').tap();
  await expect(page.getByLabel('Namn på token')).toHaveValue('');
  await button(page, 'Ångra').tap();
  await expect(page.getByLabel('Namn på token')).toHaveValue('Gymnasiet');
  await button(page, 'Börja om').tap();
  await expect(page.getByLabel('Namn på token')).toHaveValue('');
  await fillIn(page, 't02-valid-20.vpptoken', 'Gymnasiet');
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await page.goto(`${served.url}/tokens/new`);
  await files(page).setInputFiles(token('t03-expired.vpptoken'));
  await expect(page.getByLabel('Namn på token')).toHaveValue('');
});

test('X1, B2: on a tablet home shows the token beside its list, and a narrow window its own screen @long', async ({
  page,
}) => {
  await withTokens(page);
  await fillIn(page, 't02-valid-20.vpptoken', 'Gymnasiet');
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.goto(`${served.url}/deadlines`);
  await page.getByRole('link', { name: /Förnya token/ }).tap();
  await expect(heading(page, 'Frister')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Gymnasiet' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Förnya token/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  expect(await axeFaults(page)).toEqual([]);
  // The rule opens over both, and Back returns to them.
  await page.getByRole('link', { name: /Så räknas dagen/ }).tap();
  await expect(page.getByRole('dialog', { name: 'Förnya senast tors 10 dec' })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Gymnasiet' })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(heading(page, 'Gymnasiet')).toBeVisible();
  await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/);
});
