import { expect, type Page } from '@playwright/test';
import { heading } from './screens.ts';

/** A button of the screen, by its whole name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What is written into the form of a new order. */
export type WrittenOrder = {
  readonly number: string;
  readonly amount: string;
  readonly purchaser?: readonly [string, string];
};

/** Fills the form of a new order for Nordby kommun, without saving it. */
export const fillOrder = async (
  page: Page,
  {
    number,
    amount,
    purchaser: [name, appleId] = ['Sara Lindholm', 'innehall@nordby.example'],
  }: WrittenOrder,
): Promise<void> => {
  await page.getByLabel('Kreditvärde').fill(amount);
  await page.getByLabel('Institutionens eller företagets namn').fill('Nordby kommun');
  await page.getByLabel('Innehållsköpare', { exact: true }).fill(name);
  await page.getByLabel('Innehållsköparens Apple-ID').fill(appleId);
  await page.getByLabel('Ordernummer', { exact: true }).fill(number);
};

/** Says that the mail came today. */
export const mailCame = async (page: Page): Promise<void> => {
  await button(page, 'Mejlet har kommit').tap();
  await page
    .getByRole('dialog', { name: 'Mejlet har kommit' })
    .getByRole('button', { name: 'Spara' })
    .tap();
  // The count alone tells nothing: it is shown from the order on, as a preliminary one.
  await expect(page.getByRole('button', { name: /^Klar i säkra inkorgen/ })).toBeVisible();
  await expect(page.getByText('dag 0 av 90')).toBeVisible();
};

/** An order whose mail came today, from an empty form. */
export const readyOrderInApp = async (
  page: Page,
  url: string,
  order: WrittenOrder,
): Promise<void> => {
  await page.goto(`${url}/credit/new`);
  await fillOrder(page, order);
  await button(page, 'Spara som beställd').tap();
  await expect(heading(page, `${order.amount} kr`)).toBeVisible();
  await mailCame(page);
};
