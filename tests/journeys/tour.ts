import { expect, type Locator, type Page } from '@playwright/test';
import { backup as backupEn } from '#workspace/words/en/backup.ts';
import { credit as creditEn } from '#programmes/apple-credit/words/en/credit.ts';
import { imports as importEn } from '#workspace/words/en/import.ts';
import { resend as resendEn } from '#programmes/apple-credit/words/en/resend.ts';
import { shell as shellEn } from '#ui/words/en/shell.ts';
import { trash as trashEn } from '#workspace/words/en/trash.ts';
import { vault as vaultEn } from '#workspace/words/en/vault.ts';
import { backup as backupSv } from '#workspace/words/sv/backup.ts';
import { credit as creditSv } from '#programmes/apple-credit/words/sv/credit.ts';
import { imports as importSv } from '#workspace/words/sv/import.ts';
import { resend as resendSv } from '#programmes/apple-credit/words/sv/resend.ts';
import { shell as shellSv } from '#ui/words/sv/shell.ts';
import { trash as trashSv } from '#workspace/words/sv/trash.ts';
import { vault as vaultSv } from '#workspace/words/sv/vault.ts';
import { chooseFile, fixture } from './import-steps.ts';
import { tourOfVip, tourOfVipStart } from './tour-vip.ts';
import { storedRecords, type StoredRecord } from './stored-records.ts';
import { tick } from './fingers.ts';
import { wordsAskedFor, wordsOf } from './workspace.ts';

/** The words of the screens, by language. */
export const WORDS = {
  sv: {
    backup: backupSv,
    credit: creditSv,
    imports: importSv,
    resend: resendSv,
    shell: shellSv,
    trash: trashSv,
    vault: vaultSv,
  },
  en: {
    backup: backupEn,
    credit: creditEn,
    imports: importEn,
    resend: resendEn,
    shell: shellEn,
    trash: trashEn,
    vault: vaultEn,
  },
} as const;

/** How the app is looked at. */
export type Look = { readonly language: 'sv' | 'en'; readonly theme: 'light' | 'dark' };

/**
 * How a tour comes to its screens: by their address, each reloaded, or from one to the next
 * within the app.
 */
export type Way = 'by address' | 'within';

/**
 * Goes to a screen. Within the app the page, and what a tool needs to look at it, stays: a third of
 * the work.
 */
export const goTo = async (page: Page, url: string, way: Way): Promise<void> => {
  if (way === 'by address') {
    await page.goto(url);
    return;
  }
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to });
    document.body.append(link);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    link.remove();
  }, url);
  await page.waitForURL(url);
  // The address is there just before the screen.
  await page.evaluate(() => new Promise(requestAnimationFrame));
};

/** What is done at each stop of a tour, with its name. */
export type AtStop = (name: string) => Promise<void>;

/** How a tour is made, and what is looked at on its way. */
export type Tour = Pick<Look, 'language'> & {
  readonly way: Way;
  readonly atStop: AtStop;
  /** How many orders and tokens are visited: those of other states are the same screen. */
  readonly ofAKind: number;
};

/** Gives the device its language and theme before the app starts, and nothing more than that. */
export const lookAt = (page: Page, look: Look): Promise<unknown> =>
  page.addInitScript((chosen) => {
    const settings = JSON.parse(localStorage.getItem('volym-settings') ?? '{}') as object;
    localStorage.setItem('volym-settings', JSON.stringify({ ...settings, ...chosen }));
  }, look);

const level1 = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** The grey rows in place of those that are being loaded. */
const waitingRows = (page: Page): Locator => page.locator('.card[aria-hidden=true]');

/** The screen is there, with its rows and fonts and without a transition half done. */
export const settled = async (page: Page): Promise<void> => {
  await expect(level1(page).or(page.getByRole('dialog')).first()).toBeVisible();
  await expect(waitingRows(page)).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    );
  });
};

/** The three steps of the first start, and the screens of a workspace with nothing in it. */
export const tourOfStart = async (
  page: Page,
  url: string,
  given: Omit<Tour, 'ofAKind'>,
): Promise<void> => {
  const { language, way, atStop } = given;
  const { backup, vault } = WORDS[language];
  const stop = async (name: string): Promise<void> => (await settled(page), atStop(name));
  // Nobody could answer the browser's question where to save.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(`${url}/`);
  await expect(level1(page)).toHaveText(vault.start.title);
  await stop('start');
  await page.getByRole('button', { name: vault.start.empty }).tap();
  await expect(level1(page)).toHaveText(vault.rules.title);
  await stop('start: rules');
  await page.getByRole('button', { name: vault.next }).tap();
  await expect(level1(page)).toHaveText(vault.names.title);
  await stop('start: names');
  await page.getByLabel(vault.names.yours).fill('Sara Lindholm');
  await page.getByLabel(vault.names.workspace).fill('Nordby IT');
  await page.keyboard.press('Enter');
  await expect(level1(page)).toHaveText(vault.phrase.title);
  await stop('start: passphrase');
  await tick(page.getByRole('radio', { name: vault.phrase.own, exact: true }));
  await page.getByLabel(vault.phrase.ownPhrase).fill('lösenord');
  await stop('start: own passphrase');
  await page.getByLabel(vault.phrase.ownPhrase).fill('sju sjösjuka sjömän skeppar');
  await page.getByLabel(vault.phrase.againOwn).fill('sju sjösjuka sjömän skeppar');
  await page.keyboard.press('Enter');
  await expect(level1(page)).toHaveText(vault.kit.title);
  await stop('start: kit');
  await page.getByRole('button', { name: vault.kit.showAll }).tap();
  await stop('start: kit shown');
  const kit = await wordsOf(page, vault.kit.words);
  await page.getByRole('button', { name: vault.kit.toCheck }).tap();
  for (const { field, word } of await wordsAskedFor(page, kit)) await field.fill(word);
  await page.keyboard.press('Enter');
  await expect(level1(page)).toHaveText(WORDS[language].shell.places.deadlines);
  await stop('deadlines, none');
  await tourOfVipStart(async (path, name) => (await goTo(page, url + path, way), stop(name)));
  for (const [path, name] of [
    ['/credit', 'credit, none'],
    ['/tokens', 'tokens, none'],
    ['/tokens/new', 'token, first'],
    ['/import', 'import, none'],
    ['/apps', 'apps, none'],
    ['/apps/new', 'app, new'],
    ['/apps/none', 'an app that is not here'],
    ['/apps/users', 'users, none'],
    ['/apps/users/none', 'a user who is not here'],
    ['/safety', 'safety, alone'],
    ['/people', 'people, alone'],
    ['/join', 'join'],
    ['/join?couch', 'join by a CouchDB'],
    ['/conflicts/none', 'question, answered'],
    ['/restore', 'restore'],
    ['/safety/backup', 'backup, none'],
  ] as const) {
    await goTo(page, url + path, way);
    await stop(name);
  }
  const makeOne = page.getByRole('button', { name: backup.backUp, exact: true });
  const [file] = await Promise.all([page.waitForEvent('download'), makeOne.tap()]);
  await expect(page.getByText(backup.make.handedOver)).toBeVisible();
  await stop('backup, made');
  await goTo(page, `${url}/restore`, way);
  await chooseFile(page, fixture('18-corrupt.xlsx'));
  await expect(page.getByRole('alert')).toBeVisible();
  await stop('restore, refused');
  await chooseFile(page, await file.path());
  await expect(level1(page)).toHaveText(backup.restore.dryRun);
  await stop('restore, dry run');
};

/**
 * Every screen of the example workspace; the sheets that matter, the dry run and the import among
 * them.
 */
export const tourOfExample = async (page: Page, url: string, given: Tour): Promise<void> => {
  const { language, way, atStop, ofAKind } = given;
  const { credit, imports, resend, shell, trash, vault } = WORDS[language];
  const stop = async (name: string): Promise<void> => (await settled(page), atStop(name));
  const go = (path: string): Promise<void> => goTo(page, url + path, way);
  const open = async (path: string, name: string): Promise<void> => (await go(path), stop(name));
  const unlock = async (): Promise<void> => {
    await lock.getByRole('button', { name: vault.unlock.open, exact: true }).tap();
    await expect(lock).toBeHidden();
  };
  const lock = page.getByRole('dialog', { name: vault.unlock.titles.codes });
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: vault.start.demo }).tap();
  await expect(level1(page)).toHaveText(shell.places.deadlines);
  await expect(page.locator('a.row').first()).toBeVisible();
  await stop('deadlines');

  await go('/credit');
  await expect(page.getByRole('link', { name: /WDEMO/ }).first()).toBeVisible();
  await stop('credit');
  // Asked of the store: a long list draws only what is in view.
  const records = await storedRecords(page);
  const orders = records.filter(({ kind }) => kind === 'credit-order').map(pathOf);
  const batches = records.filter(({ kind }) => kind === 'code-batch').map(pathOf);
  expect([orders.length, batches.length]).toEqual([8, 4]);
  for (const { path, name } of [...orders.slice(0, ofAKind), ...batches.slice(0, 1)]) {
    await go(path);
    await expect(page.getByText(name).filter({ visible: true }).first()).toBeVisible();
    await stop(`credit: ${name}`);
  }
  const first = orders[0]?.path ?? '';
  await go(first);
  await page.getByRole('button', { name: shell.more, exact: true }).first().tap();
  await page.getByRole('menuitem', { name: credit.menu.history }).tap();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await stop('history of an order');
  await open('/credit/new', 'new order');
  await page.getByLabel(credit.form.amount).fill('mycket');
  await page.getByRole('button', { name: credit.form.saveDraft }).tap();
  await expect(page.getByText(credit.problems['not-an-amount'])).toBeVisible();
  await stop('new order, with a fault');
  await open(`${first}/edit`, 'edit order');
  await open('/credit/0192a0b4-0000-7000-8000-000000000000', 'an order that is not here');

  const free = records.find(
    ({ kind, parent, steps }) =>
      kind === 'redemption-code' && steps.length === 0 && batches.some(({ id }) => id === parent),
  );
  await open(`/credit/${free?.parent}/codes`, 'codes');
  // Reloaded, the codes are locked.
  await page.goto(`${url}/credit/${free?.parent}/code/${free?.id}`);
  await expect(lock).toBeVisible();
  await stop('unlock');
  await lock.getByRole('button', { name: shell.close }).tap();
  await expect(lock).toBeHidden();
  const codeSheet = page.getByRole('dialog', { name: credit.code.title });
  await stop('code, masked');
  await codeSheet.getByRole('button', { name: credit.code.reasons.check }).tap();
  await unlock();
  const shown = codeSheet.getByRole('group', { name: credit.code.shown, exact: true });
  await expect(shown).toBeVisible();
  await stop('code, shown');
  expect(await page.title()).not.toContain((await shown.innerText()).replace(/\s/g, ''));

  await page.goto(`${url}/import`);
  await stop('import');
  await page.getByRole('button', { name: imports.share.title }).tap();
  await stop('share here');
  await page.getByRole('dialog').getByRole('button', { name: shell.close }).tap();
  await chooseFile(page, fixture('13-dirty-codes.csv'));
  await unlock();
  await expect(level1(page)).toHaveText(imports.dryRun);
  await stop('dry run');
  await page.getByRole('button', { name: /6/ }).last().tap();
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await stop('import run');
  await open('/import', 'import, with runs');
  await chooseFile(page, fixture('18-corrupt.xlsx'));
  await expect(page.getByRole('alert')).toBeVisible();
  await stop('import, refused');

  await open('/credit/purchasers', 'purchasers');
  await page.getByRole('link', { name: /Maja Ek/ }).tap();
  await expect(page.getByText(credit.purchasers.verdict.valid)).toBeVisible();
  await stop('purchaser');
  await open(`/credit/new?again=${first.split('/').at(-1)}`, 'order again');

  await open('/credit/resend', 'resend: which');
  await page.getByRole('button', { name: resend.choose.next(1) }).tap();
  await expect(page.getByText(resend.formTitle)).toBeVisible();
  await expect(page.getByText(/^(Hej|Hello),/)).toBeVisible();
  await stop('resend: AppleCare');
  await tick(page.getByRole('radio', { name: resend.routes['own-store'] }));
  await stop('resend: nothing on this way');
  await page.getByRole('button', { name: resend.moveHere }).tap();
  await expect(page.getByText(resend.storeTitle)).toBeVisible();
  await stop('resend: own store');
  await open('/credit/resend?waiting', 'resend: waiting');

  await open('/rules/apple-credit.inbox', 'rule');
  await open(`/rules/apple-credit.inbox?record=${first.split('/').at(-1)}`, 'rule of an order');
  const tokens = records
    .filter(({ kind }) => kind === 'content-token')
    .map(({ id }) => `/tokens/${id}`);
  expect(tokens.length).toBe(7);
  await open('/tokens', 'tokens');
  for (const path of tokens.slice(0, ofAKind)) await open(path, 'a token');
  await open(`${tokens[0]}/note`, 'handover note');
  await open('/rules/apple-licences.token-year', 'rule of tokens');
  await open(
    `/rules/apple-licences.token-year?record=${tokens[1]?.split('/').at(-1)}`,
    'rule of a token',
  );
  await open('/tokens/none', 'a token that is not here');
  await open('/apps', 'apps');
  for (const { path, name } of toldApps(records)) await open(path, name);
  await open('/apps/users', 'users');
  const waits = records.find(
    ({ kind, data }) => kind === 'volume-user' && data.invite !== undefined,
  );
  await open(`/apps/users/${waits?.id}`, 'a user who is invited');
  await tourOfVip(records, open);
  await open('/trash', 'trash, empty');
  await go(first);
  await page.getByRole('button', { name: shell.more, exact: true }).first().tap();
  await page.getByRole('menuitem', { name: credit.menu.trash }).tap();
  await expect(page.getByText(credit.menu.trashedOrder)).toBeVisible();
  await go('/trash');
  await expect(page.locator('a.row').first()).toBeVisible();
  await stop('trash');
  await page.locator('a.row').first().tap();
  await expect(page.getByText(trash.until('').slice(0, 12))).toBeVisible();
  await stop('a record in the trash');
  await open('/trash/none', 'a record that is not in the trash');
  await open('/more', 'more');
  await open('/settings', 'settings');
  await open('/vault', 'vault');
  await open('/vault/recovery', 'recovery');
  await open('/vault/passphrase', 'another passphrase: what counts now');
  await page.getByRole('button', { name: vault.next }).tap();
  await expect(level1(page)).toHaveText(vault.phrase.title);
  await stop('another passphrase');
  await open('/vault/kit', 'another kit: what counts now');
  await page.getByRole('button', { name: vault.next }).tap();
  await expect(level1(page)).toHaveText(vault.kit.title);
  await stop('another kit');
  await open('/no-such-screen', 'no such screen');
};

/** An app with a list of its installations, and one that devices have. */
const toldApps = (
  records: readonly StoredRecord[],
): { readonly path: string; readonly name: string }[] => {
  const isOf = ({ data }: StoredRecord): boolean =>
    data.installs !== undefined || data.adamId === '900000000103';
  const apps = records.filter((record) => record.kind === 'volume-app' && isOf(record));
  expect(apps.length).toBe(2);
  return apps.map(({ id, data }) => ({ path: `/apps/${id}`, name: `app: ${String(data.name)}` }));
};

/** The address of an order or batch, and what it is known by. */
const pathOf = ({
  id,
  data,
}: StoredRecord): { readonly id: string; readonly path: string; readonly name: string } => ({
  id,
  path: `/credit/${id}`,
  name: String(data.name ?? data.orderNumber),
});
