import { importSheet, open, title, turnTo, type Desk } from './desk.ts';
import { codes, corrected, downloaded, inbox, redeemed } from './sheets.ts';

/** The day of all pictures. */
export const TODAY = '2026-11-20';

/**
 * Fills the workspace through the import screen and the forms, on the days when it would have
 * happened.
 */
export const seed = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  await turnTo(page, '2026-06-22');
  await importSheet(desk, redeemed);
  await turnTo(page, '2026-10-12', '13:20');
  await importSheet(desk, downloaded);
  await turnTo(page, '2026-11-12', '09:05');
  await importSheet(desk, codes);
  await handOut(desk, [79, '7A, hela klassen'], [1, '7B, Freja Holm'], [1, '7B, Hugo Lind']);
  await turnTo(page, '2026-11-18', '15:31');
  await handOut(desk, [3, '7C, hela klassen']);
  await turnTo(page, '2026-11-19', '10:12');
  await importSheet(desk, inbox);
  await followOrder(desk);
  await turnTo(page, TODAY);
};

/** Corrects the amount by a sheet, once the dry run that would correct it has been pictured. */
export const correctAmount = (desk: Desk): Promise<void> => importSheet(desk, corrected);

const handOut = async (
  desk: Desk,
  ...portions: readonly (readonly [number, string])[]
): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit', 'Kredit');
  await page.getByRole('link', { name: /Läsresan/ }).click();
  await title(page, 'Läsresan').waitFor();
  for (const [count, to] of portions) {
    await page.getByRole('button', { name: 'Lämna ut koder' }).click();
    const sheet = page.getByRole('dialog', { name: 'Lämna ut koder' });
    await sheet.getByLabel('Hur många').fill(String(count));
    await sheet.getByLabel('Till vem').fill(to);
    await sheet.getByRole('button', { name: /^Lämna ut \d/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Klar' }).click();
    await sheet.waitFor({ state: 'hidden' });
  }
};

/**
 * The order that waits in the inbox: its account is valid, and it has the link from the mail.
 */
const followOrder = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  await open(desk, '/credit', 'Kredit');
  await page.getByRole('link', { name: /4500218837/ }).click();
  await page.getByRole('button', { name: 'Lägg till länk' }).click();
  const link = page.getByRole('dialog', { name: 'Länk till säkra inkorgen' });
  await link
    .getByLabel('Länk till säkra inkorgen')
    .fill('https://inbox.nordby.example/credit/4500218837');
  await link.getByRole('button', { name: 'Spara' }).click();
  await link.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Kontot godkänt, fler val' }).click();
  await page.getByRole('menuitem', { name: 'Fyll i dagen' }).click();
  const step = page.getByRole('dialog', { name: 'Kontot godkänt' });
  await step.getByLabel('Dag').fill('2026-08-31');
  await step.getByRole('button', { name: 'Spara' }).click();
  await step.waitFor({ state: 'hidden' });
};
