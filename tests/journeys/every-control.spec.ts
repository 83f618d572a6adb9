import { expect, test, type Page } from '@playwright/test';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { imports } from '#workspace/words/sv/import.ts';
import { resend } from '#programmes/apple-credit/words/sv/resend.ts';
import { vault } from '#workspace/words/sv/vault.ts';
import { chooseFile, fixture } from './import-steps.ts';
import { tick } from './fingers.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import type { StoredRecord } from './stored-records.ts';
import { Walk, type Ground, type Stop } from './walk.ts';
import { answerKit, choosePhrase, next, seedWorkspace } from './workspace.ts';

// Each programme is a separate walk: they share the workers.
test.describe.configure({ mode: 'parallel' });

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

type Records = readonly StoredRecord[];

const at = (path: string, prepare?: Stop['prepare']): Stop => ({
  name: path,
  path: () => path,
  ...(prepare !== undefined && { prepare }),
});
const idOf = (
  records: Records,
  kind: string,
  isMeant: (record: StoredRecord) => boolean = () => true,
): string => records.find((record) => record.kind === kind && isMeant(record))?.id ?? 'none';
const of = (name: string, path: (records: Records) => string, prepare?: Stop['prepare']): Stop => ({
  name,
  path,
  ...(prepare !== undefined && { prepare }),
});

const HOME: readonly Stop[] = [
  at('/'),
  at('/more'),
  at('/settings'),
  at('/vault'),
  at('/vault/recovery'),
  at('/vault/passphrase'),
  at('/vault/kit'),
  at('/safety'),
  at('/people'),
  at('/safety/backup'),
  at('/restore'),
  at('/rules'),
  at('/join'),
  at('/join?couch'),
  at('/trash'),
  at('/trash/none'),
  at('/conflicts/none'),
  at('/no-such-screen'),
];

const orders = (records: Records): StoredRecord[] =>
  records.filter(({ kind }) => kind === 'credit-order');
const batches = (records: Records): StoredRecord[] =>
  records.filter(({ kind }) => kind === 'code-batch');
const freeCode = (records: Records): StoredRecord | undefined =>
  records.find(
    ({ kind, parent, steps }) =>
      kind === 'redemption-code' &&
      steps.length === 0 &&
      batches(records).some(({ id }) => id === parent),
  );
const fault = async (page: Page): Promise<void> => {
  await page.getByLabel(credit.form.amount).fill('mycket');
  await page.getByRole('button', { name: credit.form.saveDraft }).tap();
  await expect(page.getByText(credit.problems['not-an-amount'])).toBeVisible();
};

const CREDIT: readonly Stop[] = [
  at('/credit'),
  ...Array.from({ length: 8 }, (_, nth) =>
    of(`order ${nth}`, (records) => `/credit/${orders(records)[nth]?.id}`),
  ),
  ...Array.from({ length: 2 }, (_, nth) =>
    of(`batch ${nth}`, (records) => `/credit/${batches(records)[nth]?.id}`),
  ),
  at('/credit/new'),
  of('/credit/new, with a fault', () => '/credit/new', fault),
  of('edit order', (records) => `/credit/${orders(records)[0]?.id}/edit`),
  of('order again', (records) => `/credit/new?again=${orders(records)[0]?.id}`),
  at('/credit/0192a0b4-0000-7000-8000-000000000000'),
  of('codes', (records) => `/credit/${freeCode(records)?.parent}/codes`),
  at('/credit/purchasers'),
  of('purchaser', (records) => `/credit/purchasers/${idOf(records, 'purchaser')}`),
  of('rule of an order', (records) => `/rules/apple-credit.inbox?record=${orders(records)[0]?.id}`),
];

const lock = (page: Page) => page.getByRole('dialog', { name: vault.unlock.titles.codes });
const unlock = async (page: Page): Promise<void> => {
  await lock(page).getByRole('button', { name: vault.unlock.open, exact: true }).tap();
  await expect(lock(page)).toBeHidden();
};
const code = (records: Records): string =>
  `/credit/${freeCode(records)?.parent}/code/${freeCode(records)?.id}`;
const toResend = async (page: Page): Promise<void> => {
  // What was chosen once is still so.
  const [onward, route] = [
    page.getByRole('button', { name: resend.choose.next(1) }),
    page.getByRole('radio', { name: resend.routes.applecare }),
  ];
  await expect(onward.or(route)).toBeVisible();
  if (await onward.isVisible()) await onward.tap();
  await tick(route);
  const form = page.getByText(resend.formTitle);
  await expect(form.or(page.getByText(resend.why.none()))).toBeVisible();
  expect(await form.isVisible()).toBe(true);
};

const CODES: readonly Stop[] = [
  of('unlock', code, (page) => expect(lock(page)).toBeVisible()),
  of('code, shown', code, unlock),
  at('/import'),
  of(
    'dry run',
    () => '/import',
    async (page) => {
      await chooseFile(page, fixture('13-dirty-codes.csv'));
      await unlock(page);
      await expect(page.getByRole('heading', { level: 1, name: imports.dryRun })).toBeVisible();
    },
  ),
  of(
    'import, refused',
    () => '/import',
    async (page) => {
      await chooseFile(page, fixture('18-corrupt.xlsx'));
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ),
  at('/credit/resend'),
  of('resend: AppleCare', () => '/credit/resend', toResend),
  of(
    'resend: own store',
    () => '/credit/resend',
    async (page) => {
      await toResend(page);
      await tick(page.getByRole('radio', { name: resend.routes['own-store'] }));
      await page.getByRole('button', { name: resend.moveAll(1) }).tap();
      await expect(page.getByText(resend.storeTitle)).toBeVisible();
    },
  ),
  at('/credit/resend?waiting'),
];

const tokens = (records: Records): StoredRecord[] =>
  records.filter(({ kind }) => kind === 'content-token');
const LICENCES: readonly Stop[] = [
  at('/tokens'),
  ...Array.from({ length: 7 }, (_, nth) =>
    of(`token ${nth}`, (records) => `/tokens/${tokens(records)[nth]?.id}`),
  ),
  of('handover note', (records) => `/tokens/${tokens(records)[0]?.id}/note`),
  at('/tokens/new'),
  at('/tokens/none'),
  of(
    'rule of a token',
    (records) => `/rules/apple-licences.token-year?record=${tokens(records)[1]?.id}`,
  ),
  at('/apps'),
  at('/apps/new'),
  at('/apps/none'),
  of(
    'app with installations',
    (records) => `/apps/${idOf(records, 'volume-app', ({ data }) => data.installs !== undefined)}`,
  ),
  of(
    'app of devices',
    (records) =>
      `/apps/${idOf(records, 'volume-app', ({ data }) => data.adamId === '900000000103')}`,
  ),
  at('/apps/users'),
  of(
    'user who is invited',
    (records) =>
      `/apps/users/${idOf(records, 'volume-user', ({ data }) => data.invite !== undefined)}`,
  ),
];

const customer = (records: Records, name: string): string =>
  `/vip/${idOf(records, 'vip-customer', ({ data }) => data.name === name)}`;
const waiting = (records: Records): string => customer(records, 'Björkdalens gymnasium');
const below = (records: Records, kind: string): string =>
  idOf(records, kind, ({ parent }) => waiting(records).endsWith(parent));
const VIP: readonly Stop[] = [
  at('/vip'),
  ...[
    'Kulturhuset Näckrosen',
    'Räddningstjänsten Tallmon',
    'Turistbyrån Skogsrået AB',
    'Björkdalens gymnasium',
  ].map((name) => of(name, (records) => customer(records, name))),
  of('VIP history', (records) => `${customer(records, 'Turistbyrån Skogsrået AB')}/history`),
  of('VIP authorization', (records) => `${waiting(records)}/authorize`),
  of(
    'VIP order',
    (records) => `${waiting(records)}/order/${below(records, 'purchase-authorization')}`,
  ),
  of('VIP return', (records) => `${waiting(records)}/return/${below(records, 'vip-order')}`),
  of('VIP renewal', (records) => `${customer(records, 'Björkdalens Energi AB')}/renewal`),
  at('/vip/new'),
  at('/vip/none'),
  at('/vip/reconcile'),
  at('/vip/calculator'),
  at('/renewals'),
  at('/renewals/history'),
  at('/rules/adobe-vip.order-days'),
];

const onStart = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await expect(heading(page, vault.start.title)).toBeVisible();
};
const onto = async (page: Page, title: string): Promise<void> => {
  await next(page).tap();
  await expect(heading(page, title)).toBeVisible();
};
const toRules = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vault.start.empty }).tap();
  await expect(heading(page, vault.rules.title)).toBeVisible();
};
const toNames = async (page: Page): Promise<void> => {
  await toRules(page);
  await onto(page, vault.names.title);
};
const toPhrase = async (page: Page): Promise<void> => {
  await toNames(page);
  await page.getByLabel(vault.names.yours).fill('Sara Lindholm');
  await page.getByLabel(vault.names.workspace).fill('Nordby IT');
  await onto(page, vault.phrase.title);
};
const toOwnPhrase = async (page: Page): Promise<void> => {
  await toPhrase(page);
  await tick(page.getByRole('radio', { name: vault.phrase.own, exact: true }));
  await page.getByLabel(vault.phrase.ownPhrase).fill('lösenord');
  await page.getByLabel(vault.phrase.againOwn).fill('lösenordet');
  await expect(page.getByText(vault.phrase.tooWeak)).toBeVisible();
};
const toKit = async (page: Page): Promise<void> => {
  await toPhrase(page);
  await choosePhrase(page);
};
const toKitShown = async (page: Page): Promise<void> => {
  await toKit(page);
  await page.getByRole('button', { name: vault.kit.showAll }).tap();
  await expect(page.getByText(vault.kit.allShown)).toBeVisible();
};
const toEnd = async (page: Page): Promise<void> => {
  await toKit(page);
  await answerKit(page);
  await expect(page.getByRole('button', { name: vault.kit.create })).toBeEnabled();
};

/**
 * Each step is walked on a device that has not been used: what was chosen before is none of its
 * own.
 */
const START: readonly Stop[] = [
  at('/'),
  of('rules of today', () => '/', toRules),
  of('names', () => '/', toNames),
  of('passphrase', () => '/', toPhrase),
  of('own passphrase', () => '/', toOwnPhrase),
  of('kit', () => '/', toKit),
  of('kit, shown', () => '/', toKitShown),
  of('kit, checked', () => '/', toEnd),
  at('/join'),
  at('/restore'),
];

const NOTHING_YET: readonly Stop[] = [
  '/',
  '/more',
  '/credit',
  '/credit/purchasers',
  '/credit/resend',
  '/tokens',
  '/tokens/new',
  '/apps',
  '/apps/users',
  '/vip',
  '/vip/reconcile',
  '/renewals',
  '/renewals/history',
  '/import',
  '/trash',
  '/people',
  '/safety',
].map((path) => at(path));

/** Controls that may be smaller than a finger, by how the walk tells them, each with its reason. */
const SMALL: readonly { readonly told: RegExp; readonly why: string }[] = [
  {
    told: /^\S+: main \| button \|  \(\)/,
    why: 'A peg of the tape is at its day, as near to the next as the days are; its row below does the same.',
  },
];

type Area = { readonly stops: readonly Stop[]; readonly ground?: Ground };

/** Walks that take about the same time, so that two workers share them. */
const WALKS: Readonly<Record<string, Area>> = {
  'home and settings': { stops: HOME.slice(0, 3), ground: { frame: true } },
  'safety and the rest': { stops: HOME.slice(3) },
  'credit orders': { stops: CREDIT.slice(0, 9) },
  'credit codes and forms': { stops: CREDIT.slice(9) },
  'unlocking and import': { stops: CODES.slice(0, 5) },
  resending: { stops: CODES.slice(5) },
  tokens: { stops: LICENCES.slice(0, 12) },
  apps: { stops: LICENCES.slice(12, 16) },
  'devices and users': { stops: LICENCES.slice(16) },
  'a VIP customer': { stops: VIP.slice(0, 2) },
  'VIP customers': { stops: VIP.slice(2, 6) },
  'VIP orders': { stops: VIP.slice(6, 10) },
  'VIP and renewals': { stops: VIP.slice(10) },
  'first start': { stops: START, ground: { begin: onStart, isSpent: true } },
  'empty workspace': { stops: NOTHING_YET, ground: { begin: seedWorkspace } },
};

for (const [area, { stops, ground }] of Object.entries(WALKS))
  test(
    `X14: by a finger every control does something (${area})`,
    { tag: '@long' },
    async ({ browser }) => {
      test.setTimeout(600_000);
      const walk = new Walk(browser, served.url, ground);
      for (const stop of stops) await walk.visit(stop);
      await walk.end();
      expect(walk.found.taps).toBeGreaterThan(10);
      const small = walk.found.small.filter(
        (control) => !SMALL.some(({ told }) => told.test(control)),
      );
      const { dead, broken } = walk.found;
      expect({ dead, small, broken }).toEqual({ dead: [], small: [], broken: [] });
    },
  );
