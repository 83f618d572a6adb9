import { expect, test, type Page } from '@playwright/test';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
test.beforeEach(async ({ page, context }) => {
  // Nothing outside is reached: what a way opens is only looked at.
  await context.route(/apple\.com/, (route) => route.fulfill({ body: 'Apple' }));
  await page.clock.setFixedTime('2026-11-20T09:00:00Z');
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit`);
});

/** The order of the example that has left the inbox, bought from a reseller. */
const EXPIRED = 'WDEMO1003';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stepBox = (page: Page, step: string) =>
  page.getByRole('checkbox', { name: `Klart: ${step}` });
const stepsOf = async (page: Page, number: string): Promise<string[]> => {
  const order = (await storedRecords(page, 'credit-order')).find(
    ({ data }) => data.orderNumber === number,
  );
  return (order?.steps ?? []).map(({ kind, on }) => `${kind} ${on}`);
};

test('A9: AppleCare is asked for what expired, over a reload, and its answer begins ninety new days', async ({
  page,
  context,
}) => {
  await page.getByRole('link', { name: 'Återsänd', exact: true }).tap();
  await expect(page.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
  await expect(page.getByText('0 av 6 klart')).toBeVisible();
  await button(page, 'Kopiera text').tap();
  await expect(page.getByText('Texten är kopierad')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`\n${EXPIRED}    7 500 kr\n`);
  expect(copied).toMatch(/^Hej,\n/);
  await button(page, 'English').tap();
  await expect(page.getByText('Please resend it to our Apple ID')).toBeVisible();
  await tick(page.getByRole('radio', { name: 'Education' }));
  const form = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Öppna formuläret' }).tap();
  expect((await form).url()).toBe('https://support.apple.com/102073');
  await tick(stepBox(page, 'Klicka på Submit'));
  await expect(page.getByText('3 av 6 klart')).toBeVisible();

  // What was begun goes on where it was left.
  await page.reload();
  await expect(page.getByText('3 av 6 klart')).toBeVisible();
  await expect(stepBox(page, 'Klicka på Submit')).toBeChecked();
  await button(page, 'Begärd i dag').tap();
  await expect(page.getByText('Återsändning begärd')).toBeVisible();
  expect((await stepsOf(page, EXPIRED)).at(-1)).toBe('resend-requested 2026-11-20');

  await page.goto(`${served.url}/deadlines`);
  await expect(page.getByRole('link', { name: /Fråga om återsändningen, 7.500 kr/ })).toContainText(
    'fre 27 nov',
  );
  await page.goto(`${served.url}/credit/resend?waiting`);
  await tick(page.getByRole('checkbox', { name: /7.500 kr/ }));
  await button(page, 'Mejlet har kommit').tap();
  await expect(heading(page, 'Kredit')).toBeVisible();
  expect((await stepsOf(page, EXPIRED)).at(-1)).toBe('resent 2026-11-20');
  await page.getByRole('link', { name: new RegExp(EXPIRED) }).tap();
  await expect(page.getByText('dag 0 av 90')).toBeVisible();
});
