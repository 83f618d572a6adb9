import { expect, type Locator, type Page } from '@playwright/test';

/** A sheet by its title. */
export const sheet = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('dialog', { name });

/** The clock of a browser at nine in the morning of a day. */
export const atDay = (day: string): number => Date.parse(`${day}T08:00:00Z`);

/** One product of an authorization, as a hand types it. */
export type Wanted = { readonly product: string; readonly quantity: number };

/** Fills the sheet of a new authorization, one product after the other, and creates it. */
export const authorize = async (
  page: Page,
  products: readonly Wanted[],
  purchaseOrderNumber: string,
): Promise<void> => {
  const dialog = sheet(page, 'Ny inköpsauktorisering');
  for (const [at, { product, quantity }] of products.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: 'Lägg till produkt' }).tap();
    await dialog.getByLabel(`Produkt ${at + 1}`).fill(product);
    await dialog.getByLabel(`Antal ${product}`).fill(String(quantity));
  }
  await dialog.getByLabel('Kundens PO-nummer').fill(purchaseOrderNumber);
  await dialog.getByRole('button', { name: 'Skapa inköpsauktorisering' }).tap();
  await expect(dialog).toBeHidden();
};

/** Notes how many users hold a product's licences, on the customer's plans. */
export const assign = async (page: Page, product: string, count: number): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${product}`) }).tap();
  const plan = sheet(page, 'Ändra antal');
  await plan.getByLabel('Tilldelade').fill(String(count));
  await plan.getByRole('button', { name: 'Spara' }).tap();
  await expect(plan).toBeHidden();
};
