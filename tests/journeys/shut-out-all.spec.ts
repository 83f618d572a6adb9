import { expect, test } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { newKit, prove } from './change-steps.ts';
import { button } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';
import { wordsOf } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

test('X18: with a device goes all that it let in, if its colleague wants that @long', async ({
  browser,
}) => {
  const [sara, johan, maja] = [
    await newProfile(browser),
    await newProfile(browser),
    await newProfile(browser),
  ];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  await joinAs(johan.page, await invite(sara.page, phrase), 'Johan Ek');
  await johan.page.goto(`${served.url}/people`);
  await joinAs(maja.page, await invite(johan.page, phrase), 'Maja Holm');

  await sara.page.goto(`${served.url}/people`);
  await expect(button(sara.page, 'Stäng ute')).toHaveCount(2);
  await button(sara.page, 'Stäng ute').first().tap();
  const asks = sara.page.getByRole('dialog', { name: /^Stäng ute/ });
  await expect(asks.getByText(/^Johan Ek, insläppt av Sara Lindholm · sedd/)).toBeVisible();
  await expect(asks.getByText(/^Den har släppt in 1 enhet till/)).toBeVisible();
  await expect(asks.getByRole('listitem')).toHaveText(/, Maja Holm$/);
  await expect(asks.getByRole('link')).toHaveCount(0);
  expect(await axeFaults(sara.page)).toEqual([]);
  await asks.getByRole('button', { name: 'Stäng ute båda' }).tap();
  await expect(sara.page.getByText('2 enheter är utestängda')).toBeVisible();
  const out = sara.page.getByRole('region', { name: 'Utestängda' });
  await expect(out).toContainText('Johan Ek');
  await expect(out).toContainText('Maja Holm');
  const people = sara.page.getByRole('region', { name: 'Personer' });
  await expect(people.getByText('Alla enheter är utestängda')).toHaveCount(2);
  await expect(people.getByText('Öppnar koder')).toHaveCount(1);
  for (const { page } of [johan, maja]) {
    await page.goto(`${served.url}/people`);
    await expect(page.getByText('Servern släpper inte in enheten')).toBeVisible();
  }

  // Johan opened codes until now: he is not to hear the new passphrase.
  await sara.page.goto(`${served.url}/people`);
  await out.getByRole('link', { name: /^Byt nycklar/ }).tap();
  await prove(sara.page, phrase);
  await expect(heading(sara.page, 'Välj en lösenfras')).toBeVisible();
  const next = (await wordsOf(sara.page, 'De fem orden')).join(' ');
  await sara.page.getByLabel('Skriv orden en gång till').fill(next);
  await button(sara.page, 'Fortsätt').tap();
  await newKit(sara.page);
  await button(sara.page, 'Byt nycklarna').tap();
  await expect(heading(sara.page, 'Nycklarna är bytta')).toBeVisible();
  const left = sara.page.getByRole('region', { name: 'Det här återstår' });
  await expect(left).toContainText('Säg den nya lösenfrasen till dem som öppnar koder');
  await expect(left).toContainText('Inte till Johan Ek: alla deras enheter är utestängda.');
  expect(await axeFaults(sara.page)).toEqual([]);
});
