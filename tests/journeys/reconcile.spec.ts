import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bringList } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOON = new Date('2026-11-20T11:00:00Z');
const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/adobe', name);

const stepsOf = async (page: Page, kind: string): Promise<string[]> =>
  (await storedRecords(page))
    .filter((record) => record.kind === kind)
    .flatMap(({ steps }) =>
      (steps as readonly { readonly kind: string }[]).map((step) => step.kind),
    );

const chip = (page: Page, name: string, count: number) =>
  page
    .getByRole('radiogroup', { name: 'Visa' })
    .getByRole('radio', { name: new RegExp(`^${name}\\s*${count}$`) });

test('C13: a report is reconciled: what differs, what is paired and explained, undone, and what is left is exported', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOON);
  await seedWorkspace(page, served.url);
  await openImport(page);
  for (const name of ['customers.csv', 'orders.csv', 'reconciliation-report.csv']) {
    await bringList(page, fixture(name));
    if (name === 'reconciliation-report.csv') break;
    await page.goBack();
    await expect(heading(page, 'Import')).toBeVisible();
  }
  await page.getByRole('link', { name: /^Stäm av/ }).tap();
  await expect(heading(page, 'Avstämning')).toBeVisible();
  await expect(page.getByText(/^reconciliation-report\.csv · 12 rader mot/)).toBeVisible();

  // Two of the ten that were sold agree, eight have other quantities; nothing went back that was
  // granted here.
  await expect(chip(page, 'Stämmer', 2)).toBeAttached();
  const differ = page.getByRole('region', { name: 'Hör ihop, men skiljer' });
  await expect(differ.getByRole('listitem')).toHaveCount(8);
  const tandvard = differ.getByRole('listitem').filter({ hasText: 'Order 7710000037' });
  await expect(tandvard).toContainText('fakturan har 23 färre');
  // The marketplace's file writes another price pool than VIP's list.
  await expect(tandvard).toContainText(
    'fakturan 65000001CA01A12: samma produktnummer, annan prisgrupp',
  );
  const alone = page.getByRole('region', { name: 'Rader utan order' });
  await expect(alone.getByRole('listitem')).toHaveCount(2);
  await expect(alone).toContainText('Ingen beviljad retur på order 7710000111.');
  const missed = page.getByRole('region', { name: 'Order utan rad' });
  await expect(missed.getByRole('listitem')).toHaveCount(1);

  // Explained, and taken back by the toast.
  await tandvard.getByRole('button', { name: /^Fler val/ }).tap();
  await page.getByRole('menuitem', { name: 'Förklara och stäng' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Förklara och stäng' });
  await sheet.getByLabel('Förklaring').fill('Resten kommer i december');
  await sheet.getByRole('button', { name: 'Stäng raden' }).tap();
  await expect(differ.getByRole('listitem')).toHaveCount(7);
  expect(await stepsOf(page, 'invoice-line')).toContain('line-explained');
  await page.getByRole('button', { name: 'Ångra' }).tap();
  await expect(differ.getByRole('listitem')).toHaveCount(8);

  // A credit is paired by hand with the order that it is of, and apart again under All.
  const credit = alone.getByRole('listitem').filter({ hasText: 'Kreditrad 000010' });
  await credit.getByRole('button', { name: /^Fler val/ }).tap();
  await page.getByRole('menuitem', { name: 'Para ihop' }).tap();
  const pairing = page.getByRole('dialog', { name: 'Para ihop' });
  await tick(pairing.getByRole('radio', { name: /^Order 7710000111/ }));
  await pairing.getByRole('button', { name: 'Para ihop', exact: true }).tap();
  await expect(alone.getByRole('listitem')).toHaveCount(1);
  await expect(missed).toHaveCount(0);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exportera det som är kvar' }).tap();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('avstamning-2026-11-20.csv');
  const rows = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(rows[0]).toMatch(/^\ufeffLäge;Gissning;Kund;Ordernummer/);
  // Nine that differ and one credit.
  expect(rows).toHaveLength(1 + 9 + 1);
  expect(rows.find((row) => row.includes('7710000037'))).toContain(';26;;');
});
