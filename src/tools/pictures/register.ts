import type { Page } from 'playwright';
import type { Album } from './album.ts';
import { open, title, turnTo, type Desk } from './desk.ts';
import { TODAY } from './seed.ts';

// What the screens of the register and of resending show besides; made up, and entered last, so
// that no other picture has it.

type OrderToEnter = {
  readonly number: string;
  readonly amount: string;
  readonly orderDate: string;
};

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const fromRegister = async (page: Page, purchaser: string): Promise<void> => {
  const list = page.getByLabel('Ur registret');
  await list.selectOption(
    await list.locator('option', { hasText: purchaser }).getAttribute('value'),
  );
};

/** Writes down an order as the form asks for it, to an account of the register. */
export const orderBy = async (
  { page, ...desk }: Desk,
  purchaser: string,
  { number, amount, orderDate }: OrderToEnter,
  rest: () => Promise<void> = async () => undefined,
): Promise<void> => {
  await open({ page, ...desk }, '/credit/new', 'Ny order');
  await fromRegister(page, purchaser);
  await field(page, 'Kreditvärde').fill(amount);
  await field(page, 'Institutionens eller företagets namn').fill('Nordby kommun');
  await rest();
  await field(page, 'Ordernummer').fill(number);
  await field(page, 'Orderdatum').fill(orderDate);
  await press(page, 'Spara som beställd');
  await title(page, new RegExp(amount.replace(/\s/, '\\s'))).waitFor();
};

/** Four content purchasers of the register, each in a different state. */
export const fillRegister = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  for (const [name, account, manager] of [
    ['Birgit Vall', 'bok@nordby.example', 'school'],
    ['Petter Hagström', 'media@nordby.example', 'school'],
    ['Johan Ek', 'forvaltning@nordby.example', 'business'],
  ] as const) {
    await open(desk, '/credit/purchasers', 'Innehållsköpare');
    await press(page, 'Ny innehållsköpare');
    const form = page.getByRole('dialog');
    await form.getByLabel('Namn').fill(name);
    await form.getByLabel('Apple-ID').fill(account);
    await form.getByLabel('Registrerad i').selectOption(manager);
    await form.getByRole('button', { name: 'Spara' }).click();
    await form.waitFor({ state: 'hidden' });
  }
  await judge(desk, 'Johan Ek', { press: 'Kontot är giltigt', on: '2026-01-12' });
  await registeredAt(desk, 'Sara Lindholm', 'school');
  await orderBy(desk, 'Petter Hagström', {
    number: '4500222907',
    amount: '10 000',
    orderDate: '2026-11-17',
  });
  await orderBy(desk, 'Birgit Vall', {
    number: '4500216602',
    amount: '12 000',
    orderDate: '2026-11-01',
  });
  const why = 'Kontot är ingen innehållsköpare i Apple School Manager.';
  await judge(desk, 'Birgit Vall', { press: 'Avvisat av Apple', on: '2026-11-03', why });
};

const purchaser = async (desk: Desk, name: string): Promise<void> => {
  await open(desk, '/credit/purchasers', 'Innehållsköpare');
  await desk.page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await title(desk.page, name).waitFor();
};

const judge = async (
  desk: Desk,
  name: string,
  verdict: { readonly press: string; readonly on: string; readonly why?: string },
): Promise<void> => {
  await purchaser(desk, name);
  await press(desk.page, verdict.press);
  const sheet = desk.page.getByRole('dialog');
  await sheet.getByLabel('Dag').fill(verdict.on);
  if (verdict.why !== undefined) await sheet.getByLabel('Varför').fill(verdict.why);
  await sheet.getByRole('button', { name: 'Spara' }).click();
  await sheet.waitFor({ state: 'hidden' });
};

const registeredAt = async (desk: Desk, name: string, manager: string): Promise<void> => {
  await purchaser(desk, name);
  await press(desk.page, 'Ändra uppgifter');
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('Registrerad i').selectOption(manager);
  await form.getByRole('button', { name: 'Spara' }).click();
  await form.waitFor({ state: 'hidden' });
};

/** The form of a new order, its purchaser chosen from the register. */
export const newOrderScreen = async (desk: Desk, album: Album): Promise<void> => {
  const { page } = desk;
  await turnTo(page, TODAY);
  await open(desk, '/credit/new', 'Ny order');
  await field(page, 'Kreditvärde').fill('25 000');
  await field(page, 'Institutionens eller företagets namn').fill('Nordby kommun');
  await fromRegister(page, 'Sara Lindholm');
  await page.getByRole('radio', { name: 'Återförsäljare' }).check({ force: true });
  await field(page, 'Auktoriserad återförsäljare').fill('Fjord Utbildning AB');
  await field(page, 'Apple-ID som köpte').fill('inkop@nordby.example');
  await field(page, 'Inköpsordernummer').fill('NK-20417');
  await field(page, 'Ordernummer').fill('45002241');
  await page.evaluate(() => window.scrollTo(0, 0));
  await album.add(page, { look: '29' });
};
