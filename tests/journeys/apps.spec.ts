import { expect, test, type Page } from '@playwright/test';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { putRecords } from './put-records.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOW = Date.UTC(2026, 10, 20, 8);

/** A workspace that looks after apps. */
const withApps = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(NOW);
  await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/settings`);
  await tick(page.getByLabel('Token för appar'));
  await page.getByRole('link', { name: 'Appar', exact: true }).last().tap();
  await expect(heading(page, 'Appar')).toBeVisible();
};

const menu = async (page: Page, item: string): Promise<void> => {
  await button(page, 'Fler val').last().tap();
  await page.getByRole('menuitem', { name: item }).tap();
};
const row = (page: Page, name: RegExp) => page.getByRole('listitem').getByRole('link', { name });
const toList = (page: Page) => page.getByRole('link', { name: 'Appar', exact: true }).last().tap();

test('B8: apps by hand, found, changed, thrown away and taken back', async ({ page }) => {
  await withApps(page);
  await expect(page.getByText('Inga appar ännu')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // A pasted address gives the number; what is wrong says so, and the edition of one token asks for
  // no location.
  await button(page, 'Lägg till för hand')
    .or(page.getByRole('link', { name: 'Lägg till för hand' }))
    .tap();
  await expect(heading(page, 'Ny app')).toBeVisible();
  await expect(page.getByLabel('Plats hos Apple')).toHaveCount(0);
  await button(page, 'Spara').last().tap();
  await expect(page.getByText('Ge appen ett namn.')).toBeVisible();
  await page.getByLabel('Namn').fill('Procreate');
  await page.getByLabel('Adam ID eller adress i App Store').fill('Procreate');
  await button(page, 'Spara').last().tap();
  await expect(page.getByText(/^Skriv appens nummer/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const address = page.getByLabel('Adam ID eller adress i App Store');
  await address.fill('https://apps.apple.com/se/app/procreate/id425073498?mt=8');
  await expect(page.getByText('Adam ID 425073498')).toBeVisible();
  await page.getByLabel('Ägda').fill('2');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Procreate')).toBeVisible();
  await expect(page.getByText(/^Skrivet för hand i dag/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // The same app once more is refused, by its number.
  await page.goto(`${served.url}/apps/new`);
  await page.getByLabel('Namn').fill('En gång till');
  await address.fill('425073498');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Appen finns redan på den platsen: Procreate.')).toBeVisible();
  await page.getByLabel('Namn').fill('Läsresan');
  await address.fill('700000001');
  await page.getByLabel('Ägda').fill('300');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Läsresan')).toBeVisible();

  // Two free are few; 300 are not, until an own line says so.
  await toList(page);
  await expect(row(page, /^Procreate 2 lediga/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Snart slut\s*1$/ })).toBeVisible();
  await row(page, /^Läsresan 300 lediga/).tap();
  await menu(page, 'Ändra uppgifter');
  await page.getByLabel('Egen gräns').fill('300');
  await button(page, 'Spara').last().tap();
  await expect(page.getByText('Ändringen är sparad')).toBeVisible();
  await expect(page.getByText('snart slut vid 300')).toBeVisible();
  await toList(page);
  await expect(page.getByRole('radio', { name: /^Snart slut\s*2$/ })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // Found without the dots of its letters, and by its number.
  await page.getByRole('searchbox').fill('lasresan');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('searchbox').fill('425073');
  await expect(row(page, /^Procreate/)).toBeVisible();
  await page.getByRole('searchbox').fill('finns inte');
  await expect(page.getByText('Inga träffar')).toBeVisible();
  await button(page, 'Visa alla').tap();
  await expect(page.getByRole('listitem')).toHaveCount(2);

  // A change is undone as it was, and so is the trash.
  await row(page, /^Procreate/).tap();
  await menu(page, 'Ändra uppgifter');
  await page.getByLabel('Namn').fill('Procreate Pocket');
  await button(page, 'Spara').last().tap();
  await expect(heading(page, 'Procreate Pocket')).toBeVisible();
  await button(page, 'Ångra').tap();
  await expect(heading(page, 'Procreate')).toBeVisible();
  await menu(page, 'Historik');
  await expect(page.getByRole('dialog', { name: 'Historik' }).getByText('Skapad')).toBeVisible();
  await page.keyboard.press('Escape');
  const at = page.url();
  await menu(page, 'Lägg i papperskorgen');
  await expect(page.getByRole('group').getByText('Appen ligger i papperskorgen')).toBeVisible();
  await expect(page).toHaveURL(/\/apps$/);
  await expect(row(page, /^Procreate/)).toHaveCount(0);
  await button(page, 'Ångra').tap();
  await expect(row(page, /^Procreate/)).toBeVisible();
  await row(page, /^Procreate/).tap();
  await menu(page, 'Lägg i papperskorgen');
  await expect(heading(page, 'Appar')).toBeVisible();
  await page.goto(at);
  await expect(page.getByText('Den kan återställas därifrån, eller här.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Återställ appen').tap();
  await expect(heading(page, 'Procreate')).toBeVisible();
  await page.goto(`${served.url}/apps/none`);
  await expect(page.getByText('Appen finns inte här')).toBeVisible();
});

test('B8, B12, B13: what a list brought: out and low, locations, contradictions, who waits or failed and why @long', async ({
  page,
}) => {
  await withApps(page);
  const asOf = '2026-11-20T05:02:00Z';
  const user = (id: string, name: string, status: 'registered' | 'associated') =>
    userWith({
      id,
      name,
      clientUserId: id,
      group: '7B',
      said: { source: 'Apple', asOf, at: 1, status },
    });
  const licence = (
    id: string,
    name: string,
    state: 'installed' | 'pending' | 'failed',
    code = '',
  ) =>
    licenceWith({
      id: `l${id}`,
      name,
      user: id,
      target: id,
      install: { source: 'Intune', asOf, at: 1, state, code },
    });
  await putRecords(page, [
    appWith({
      id: 'app-1',
      name: 'Procreate',
      adamId: '425073498',
      total: 120,
      assigned: 118,
      asOf,
      installs: {
        failed: 1,
        pending: 1,
        installed: 1,
        notInstalled: 0,
        source: 'intune',
        asOf,
        at: 1,
      },
    }),
    appWith({
      id: 'app-2',
      name: 'Mattestigen',
      adamId: '700000001',
      total: 30,
      assigned: 30,
      asOf,
    }),
    appWith({
      id: 'app-3',
      name: 'Läsresan',
      adamId: '700000002',
      location: 'Norrskolan',
      total: 300,
      assigned: 2,
      asOf,
    }),
    appWith({
      id: 'app-4',
      name: 'Läsresan',
      adamId: '700000002',
      location: 'Söderskolan',
      total: 90,
      assigned: 1,
      asOf: '2026-11-12',
    }),
    appWith({
      id: 'app-5',
      name: 'Kodverkstan',
      adamId: '700000003',
      total: 10,
      assigned: 12,
      asOf,
    }),
    appWith({
      id: 'app-6',
      name: 'Keynote',
      adamId: '361285480',
      unlimited: true,
      assigned: 1284,
      asOf,
    }),
    user('u1', 'Elis Bergqvist', 'registered'),
    user('u2', 'Oskar Kvist', 'associated'),
    user('u3', 'Amina Noor', 'associated'),
    user('u4', 'Hugo Lind', 'associated'),
    licence('u1', 'Elis Bergqvist', 'pending'),
    licence('u2', 'Oskar Kvist', 'failed', '-2016330882'),
    licence('u3', 'Amina Noor', 'installed'),
    {
      ...licence('u4', 'Hugo Lind', 'installed'),
      steps: [{ id: 's1', kind: 'uninstall-asked', on: '2026-11-18', at: 5, by: 'sara' }],
    },
  ]);
  await page.reload();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  const titles = await page.locator('a.row .name').allTextContents();
  expect(titles).toEqual([
    'Mattestigen',
    'Kodverkstan',
    'Procreate',
    'Keynote',
    'Läsresan',
    'Läsresan',
  ]);
  await expect(row(page, /^Mattestigen 0 lediga Slut\. 30 av 30 tilldelade$/)).toBeVisible();
  await expect(row(page, /^Procreate 2 lediga 1 installation misslyckades i dag$/)).toBeVisible();
  await expect(row(page, /^Keynote Fritt antal 1.284 tilldelade$/)).toBeVisible();
  await expect(row(page, /^Läsresan 298 lediga .*Norrskolan/)).toBeVisible();
  await expect(page.getByText(/^En app har siffror som är äldre än 48 timmar/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // From the keyboard through both lists; a location, and what contradicts itself.
  for (const name of [/^Mattestigen/, /^Kodverkstan/, /^Procreate/, /^Keynote/]) {
    await page.keyboard.press('ArrowDown');
    await expect(row(page, name)).toBeFocused();
  }
  await page.getByLabel('Plats', { exact: true }).selectOption('Söderskolan');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Plats', { exact: true }).selectOption('Alla platser');
  await page.getByLabel('Ordning').selectOption('Namn');
  await expect(page.getByRole('listitem').last()).toContainText('Söderskolan');
  await tick(page.getByRole('radio', { name: /^Motsägelser/ }));
  await row(page, /^Kodverkstan/).tap();
  await expect(page.getByText('12 är tilldelade, men bara 10 ägs.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // Who has it, what wants a hand first, and why.
  await page.goto(`${served.url}/apps/app-1`);
  await expect(page.getByText('1 frisläpps när appen tas bort')).toBeVisible();
  const people = page.getByRole('list', { name: 'Har Procreate' }).getByRole('listitem');
  await expect(people).toHaveText([
    /Oskar Kvist.*Misslyckades: inga licenser kvar.*Godkänt/s,
    /Elis Bergqvist.*Väntar på villkoren.*Inbjuden/s,
    /Hugo Lind.*Avinstalleras.*Godkänt/s,
    /Amina Noor.*Installerad i dag 06:02.*Godkänt/s,
  ]);
  expect(await axeFaults(page)).toEqual([]);
  await tick(page.getByRole('radio', { name: /^Misslyckades/ }));
  await expect(people).toHaveCount(1);
  await people.getByRole('button').tap();
  const sheet = page.getByRole('dialog', { name: 'Oskar Kvist' });
  await expect(sheet.getByText('Köp fler hos Apple, eller frigör en, och synka.')).toBeVisible();
  await expect(sheet.getByText('0x87D13B7E')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // On a tablet the list stands beside a table.
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect(page.getByRole('table', { name: 'Har Procreate' }).getByRole('row')).toHaveCount(2);
  await expect(
    page.getByRole('region', { name: 'Appar' }).getByRole('link', { name: /^Procreate/ }),
  ).toHaveAttribute('aria-current', 'true');
  expect(await axeFaults(page)).toEqual([]);

  // Owned is what is assigned: it has run out.
  await menu(page, 'Ändra uppgifter');
  await page.getByLabel('Ägda').fill('118');
  await button(page, 'Spara').last().tap();
  await expect(
    page
      .getByRole('region', { name: 'Appar' })
      .getByRole('link', { name: /^Procreate 0 lediga Slut/ }),
  ).toBeVisible();
  // The history tells from which number to which, and that it was undone.
  await menu(page, 'Historik');
  const past = page.getByRole('dialog', { name: 'Historik' });
  await expect(past.getByText('från 120 till 118')).toBeAttached();
  await page.keyboard.press('Escape');
  await button(page, 'Ångra').tap();
  await menu(page, 'Historik');
  await expect(past.getByText('Ägda, skrivet för hand, taget tillbaka')).toBeVisible();
  await page.keyboard.press('Escape');
});
