import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';
import { tick } from './fingers.ts';
import { newKit, prove } from './change-steps.ts';
import { wordsOf } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

/** Two for as long as the new one was not opened: an old one goes only after that. */
const facts = (page: Page) => page.getByText(/^Kit \d, märke/);

/** Locks the codes of a device and tries to open them; whether they are open then. */
const opens = async (page: Page, phrase: string): Promise<boolean> => {
  await page.goto(`${served.url}/vault`);
  await button(page, 'Lås upp').tap();
  const sheet = page.getByRole('dialog', { name: 'Lås upp koder' });
  await sheet.getByLabel('Lösenfras').fill(phrase);
  await sheet.getByRole('button', { name: 'Lås upp', exact: true }).tap();
  const open = page.getByText('Koder och token är upplåsta', { exact: true });
  await expect(open.or(sheet.getByText(/^Frasen stämmer inte/))).toBeVisible();
  return open.isVisible();
};

/**
 * Without a network nothing is put in the place of what counts: someone may be changing the keys,
 * and would not be heard of.
 */
const waitsForTheServer = async (page: Page, save: string): Promise<void> => {
  await page.context().setOffline(true);
  await expect(page.getByText(/^Servern nås inte just nu\. Vänta med bytet/)).toBeVisible();
  await expect(button(page, save)).toBeDisabled();
  expect(await axeFaults(page)).toEqual([]);
  await page.context().setOffline(false);
  await expect(button(page, save)).toBeEnabled();
};

/** A person's row on the screen of people. */
const rowOf = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`) });

test('X9, X18: another passphrase and kit count everywhere, and who opens codes is shown and decided @long', async ({
  browser,
}) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const { page } = sara;
  const old = await connectWorkspace(page, served.url, served.setUpLink());
  await joinAs(johan.page, await invite(page, old), 'Johan Ek');
  await expect(rowOf(page, 'Johan Ek')).toContainText('Ändrar, har inte lösenfrasen');
  await expect(rowOf(page, 'Sara Lindholm')).toContainText('Öppnar koder');

  await page.goto(`${served.url}/vault`);
  await page.getByRole('link', { name: /Byt lösenfras/ }).tap();
  // What it does is read before anything is typed.
  await expect(
    page.getByText(/^Gör det när någon har hört frasen .*byt nycklar i stället\.$/),
  ).toBeVisible();
  await prove(page, 'inte den frasen alls');
  await expect(page.getByText(/^Frasen stämmer inte/)).toBeVisible();
  await prove(page, old);
  await expect(heading(page, 'Välj en lösenfras')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const phrase = (await wordsOf(page, 'De fem orden')).join(' ');
  await page.getByLabel('Skriv orden en gång till').fill(phrase);
  await waitsForTheServer(page, 'Byt lösenfras');
  await button(page, 'Byt lösenfras').tap();
  // What is left to do stays until it is closed.
  await expect(heading(page, 'Lösenfrasen är bytt')).toBeVisible();
  const left = page.getByRole('region', { name: 'Det här återstår' });
  await expect(left).toContainText('Säg den nya lösenfrasen till dem som öppnar koder');
  await expect(left.getByRole('link')).toHaveText([/Gör en ny säkerhetskopia/]);
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Klar').tap();
  await expect(heading(page, 'Lås och lösenfras')).toBeVisible();

  await page.getByRole('link', { name: /Gör ett nytt återställningskit/ }).tap();
  await prove(page, phrase);
  const kit = await newKit(page);
  await waitsForTheServer(page, 'Använd det nya kitet');
  await button(page, 'Använd det nya kitet').tap();
  await expect(page.getByText(/^Det nya kitet gäller/)).toBeVisible();
  await expect(facts(page)).toHaveText([/^Kit 2/]);

  await johan.page.goto(`${served.url}/vault`);
  await expect(facts(johan.page)).toHaveText([/^Kit 2/]);
  expect(await opens(johan.page, old)).toBe(false);
  // Nobody can know that it was the old one, so the message adds that it was changed, by whom and
  // what to do.
  const wrong = johan.page.getByText(/^Frasen stämmer inte/);
  await expect(wrong).toContainText(
    /Lösenfrasen byttes i dag .* av Sara Lindholm: en äldre öppnar inte längre/,
  );
  const dialog = johan.page.getByRole('dialog');
  await expect(
    dialog.getByText('Be någon som öppnar koder om lösenfrasen: Sara Lindholm.'),
  ).toBeVisible();
  expect(await axeFaults(johan.page)).toEqual([]);
  expect(await opens(johan.page, phrase)).toBe(true);
  await button(johan.page, 'Lås nu').tap();
  await johan.page.getByRole('link', { name: 'Lås upp med kitet' }).tap();
  await johan.page.getByLabel('De tolv orden').fill(kit.join(' '));
  await button(johan.page, 'Lås upp').tap();
  await expect(johan.page.getByText('Koder och token är upplåsta.', { exact: true })).toBeVisible();
  await button(johan.page, 'Inte nu').tap();

  // Johan opened with what counts now; when Sara decides otherwise his codes lock by themselves and
  // stay so.
  await page.goto(`${served.url}/people`);
  await expect(rowOf(page, 'Johan Ek')).toContainText('Öppnar koder');
  await rowOf(page, 'Johan Ek').press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Johan Ek' });
  await tick(sheet.getByRole('radio', { name: /^Får inte öppna koder/ }));
  expect(await axeFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByText('Johan Ek får inte öppna koder', { exact: true })).toBeVisible();
  await expect(rowOf(page, 'Johan Ek')).toContainText('Får inte öppna koder');
  await expect(johan.page.getByText('Koder och token är låsta', { exact: true })).toBeVisible();
  // The reason is shown in the button's place, on every lock, before anything is typed.
  const why = johan.page.getByText(
    /Sara Lindholm bestämde i dag .*ändra det, under Personer: Sara Lindholm\.$/,
  );
  await expect(why).toBeVisible();
  await expect(button(johan.page, 'Lås upp')).toBeHidden();
  for (const path of ['/more', '/settings', '/vault/recovery', '/vault/passphrase']) {
    await johan.page.goto(`${served.url}${path}`);
    await expect(why).toBeVisible();
    await expect(johan.page.getByLabel(/^(Lösenfras|De tolv orden)$/)).toBeHidden();
    expect(await axeFaults(johan.page)).toEqual([]);
  }
  await page.goto(`${served.url}/safety`);
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Personer som öppnar koder' }),
  ).toContainText('1');
  expect(await axeFaults(page)).toEqual([]);
});

test('X9, X14, X18: once the keys were changed, who does not know the passphrase comes in again by an invitation @long', async ({
  browser,
}) => {
  const [{ page }, { page: johan }, { page: amina }] = [
    await newProfile(browser),
    await newProfile(browser),
    await newProfile(browser),
  ];
  await served.restart();
  const phrase = await connectWorkspace(page, served.url, served.setUpLink());
  await joinAs(johan, await invite(page, phrase), 'Johan Ek');
  const devices = page.getByRole('region', { name: 'Enheter' });
  const others = devices.getByRole('button', { name: 'Stäng ute' });
  // Amina was told the passphrase, Johan was not.
  await page.goto(`${served.url}/people`);
  await joinAs(amina, await invite(page, phrase), 'Amina Noor');
  expect(await opens(amina, phrase)).toBe(true);
  await page.goto(`${served.url}/people`);
  await expect(others).toHaveCount(2);
  await expect(rowOf(page, 'Amina Noor')).toContainText('Öppnar koder');

  await page.goto(`${served.url}/vault`);
  await page.getByRole('link', { name: /^Byt nycklar/ }).tap();
  await expect(
    page.getByText(/^Gör det när en enhet eller någon har stängts ute.*Inget går förlorat/),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await prove(page, phrase);
  await tick(page.getByRole('radio', { name: 'Behåll' }));
  await waitsForTheServer(page, 'Fortsätt');
  await button(page, 'Fortsätt').tap();
  await newKit(page);
  // The paper is printed by now: it stays, and counts once the server answers.
  await waitsForTheServer(page, 'Byt nycklarna');
  await button(page, 'Byt nycklarna').tap();
  await expect(heading(page, 'Nycklarna är bytta')).toBeVisible();
  const left = page.getByRole('region', { name: 'Det här återstår' });
  await expect(left).toContainText('Amina Noor skriver lösenfrasen en gång');
  await expect(left.getByRole('link')).toHaveText([
    /Bjud in de andra på nytt/,
    /Gör en ny säkerhetskopia/,
  ]);
  await expect(left).toContainText('Lås in det nya kitet');
  expect(await axeFaults(page)).toEqual([]);
  // It stays open for as long as the others have to be told, in whatever language is chosen
  // meanwhile.
  const settings = await page.context().newPage();
  await settings.goto(`${served.url}/settings`);
  await settings.getByRole('radio', { name: 'English' }).tap();
  await expect(heading(page, 'The keys are changed')).toBeVisible();
  await settings.getByRole('radio', { name: 'Svenska' }).tap();
  await expect(heading(page, 'Nycklarna är bytta')).toBeVisible();
  await settings.close();

  await expect(johan.getByRole('complementary', { name: 'Nycklarna är bytta' })).toBeVisible();
  await left.getByRole('link', { name: /^Bjud in de andra på nytt/ }).tap();
  await expect(heading(page, 'Personer')).toBeVisible();
  await johan.goto(await invite(page, phrase));
  await button(johan, 'Gå med').tap();
  await expect(heading(johan, 'Frister')).toBeVisible();
  await expect(johan.getByRole('complementary', { name: 'Nycklarna är bytta' })).toBeHidden();
  // It is the same device, known once; whose it is came sealed with the new keys.
  await page.goto(`${served.url}/people`);
  await expect(others).toHaveCount(2);
  await expect(devices).toContainText('Johan Ek, insläppt av Sara Lindholm · ');
});
