import type { Locator, Page } from 'playwright';

/** A sheet as the browser's file input takes it. */
export type SheetFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
};

/**
 * What someone works at: a page with the app, the passphrase of the workspace, and a calendar that
 * can be turned.
 */
export type Desk = {
  readonly page: Page;
  readonly url: string;
  /** Makes the page as large as a phone or a tablet. */
  resize(size: { readonly width: number; readonly height: number }): Promise<void>;
  phrase: string;
};

/**
 * Turns the calendar: the page's clock stops at a local time in Stockholm, which is an hour ahead
 * in winter.
 */
export const turnTo = (page: Page, day: string, time = '07:42'): Promise<void> =>
  page.clock.setFixedTime(
    new Date(`${day}T${time}:00${day > '2026-03-29' && day < '2026-10-25' ? '+02:00' : '+01:00'}`),
  );

/** The title of a screen. */
export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

/** Opens an address of the app, loaded again. */
export const open = async (
  { page, url }: Desk,
  address: string,
  heading: string | RegExp,
): Promise<void> => {
  await page.goto(`${url}${address}`);
  await title(page, heading).first().waitFor();
};

/**
 * Goes to a screen by its line in the frame or in a list, without loading the page again, so that
 * the vault stays open.
 */
export const follow = async (
  { page }: Desk,
  link: string | RegExp,
  heading: string | RegExp,
): Promise<void> => {
  await page.getByRole('link', { name: link }).first().click();
  await title(page, heading).first().waitFor();
};

/** Changes the language in Settings. */
export const speak = async (desk: Desk, language: 'sv' | 'en'): Promise<void> => {
  await open(desk, '/settings', /Inställningar|Settings/);
  await desk.page
    .getByRole('radio', { name: language === 'sv' ? 'Svenska' : 'English' })
    .check({ force: true });
  await title(desk.page, language === 'sv' ? 'Inställningar' : 'Settings').waitFor();
};

/** Unlocks if the passphrase is requested, and waits for what follows. */
export const unlockFor = async ({ page, phrase }: Desk, next: Locator): Promise<void> => {
  const sheet = page.getByRole('dialog', { name: 'Lås upp koder' });
  await sheet.or(next).first().waitFor();
  if (!(await sheet.isVisible())) return;
  await sheet.getByLabel('Lösenfras').fill(phrase);
  await sheet.getByRole('button', { name: 'Lås upp', exact: true }).click();
  await next.first().waitFor();
};

/** Chooses a sheet on the import screen and stops at its dry run. */
export const dryRun = async (desk: Desk, sheet: SheetFile): Promise<void> => {
  await open(desk, '/import', 'Import');
  await desk.page.locator('input[type=file]').first().setInputFiles(sheet);
  await unlockFor(desk, title(desk.page, 'Provkörning'));
};

/** Imports a complete sheet. */
export const importSheet = async (desk: Desk, sheet: SheetFile): Promise<void> => {
  await dryRun(desk, sheet);
  await desk.page
    .getByRole('button', { name: /^Importera \d/ })
    .first()
    .click();
  await title(desk.page, sheet.name).waitFor();
};
