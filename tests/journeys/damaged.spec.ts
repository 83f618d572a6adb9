import { expect, test, type Browser, type Page } from '@playwright/test';
import { kinds, type KindId } from '#domain/kinds.ts';
import { NEWEST_BASE, type VolymRecord } from '#domain/record.ts';
import { stored } from '#data/envelope.ts';
import { keyringTrouble } from '#i18n/sv/keyring-trouble.ts';
import { settingsTrouble } from '#i18n/sv/settings-trouble.ts';
import { vault } from '#i18n/sv/vault.ts';
import { damagedIn, newerIn } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { unlock } from './import-steps.ts';
import { putRecords } from './put-records.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { settled } from './tour.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';

let served: Served;
// A set-up link connects one workspace.
test.beforeEach(async () => void (served = await serve()));
test.afterEach(() => served.stop());

const SCREENS =
  `/deadlines /credit /credit/purchasers /credit/resend /credit/new /apps /apps/users /apps/new /tokens /tokens/new
  /vip /vip/new /vip/calculator /vip/reconcile /renewals /renewals/history /import /more /people /trash /settings /vault /vault/recovery /safety`.split(
    /\s+/,
  );

/** Where one of those of a newer version is looked at by itself. */
const DETAILS =
  `/credit/credit-order-newer-0 /credit/code-batch-newer-0 /credit/credit-order-newer-0/codes /apps/volume-app-newer-0 /apps/users/volume-user-newer-0
  /tokens/content-token-newer-0 /vip/vip-customer-newer-0 /import/import-run-newer-0 /trash/credit-order-newer-3`.split(
    /\s+/,
  );

/** Of all that can be damaged in each kind of record so many, evenly. */
const OF_EACH = 40;

const STEP = { id: 's', kind: 'ordered', on: '+275760-09-14', at: 5, by: 'sara' };

/** What was found to blank every screen, in each kind. */
const FOUND: readonly object[] = [
  { steps: null },
  { steps: [null] },
  { steps: {} },
  { steps: [STEP] },
  { clashes: null },
  { clashes: [{ id: 'c', field: 'name', answers: [null] }] },
  { history: [null] },
  { data: null },
  { data: { v: 1 } },
];

/** As a colleague's device holds what its owner wrote into its database by hand: their app sends it like any other change. */
const writtenByHand = (record: VolymRecord, id: string): VolymRecord =>
  ({
    ...record,
    ...{ id, _rev: '1-hand', _meta: { lwt: Date.now() + 60_000 }, _attachments: {}, _deleted: '0' },
    ...(Number.isInteger(record.newestFirst) ? {} : { newestFirst: NEWEST_BASE }),
  }) as VolymRecord;

/** Those of which a workspace has many. */
const KINDS = (Object.keys(kinds) as KindId[]).filter((id) => !['workspace', 'keyring'].includes(id));

const damagedRecords = (): VolymRecord[] =>
  KINDS.flatMap((kind) => {
    const good = stored(examples[kind], undefined, doingOn());
    const all = damagedIn(good).map(({ record }) => record);
    const some = all.filter((_, at) => at % Math.ceil(all.length / OF_EACH) === 0);
    return [...FOUND.map((change) => ({ ...good, ...change })), ...some].map((record, at) =>
      writtenByHand(record, `${kind}-${at}`),
    );
  });

/** Of each kind what calls itself of a newer version and says nothing, the settings and the keyring, too. */
const newerRecords = (): VolymRecord[] => {
  const later = { updatedAt: Date.now() + 60_000 };
  const many = KINDS.flatMap((kind) =>
    newerIn(stored(examples[kind], undefined, doingOn())).map((record, at) =>
      writtenByHand({ ...record, ...later }, `${kind}-newer-${at}`),
    ),
  );
  const one = (['workspace', 'keyring'] as const).map((kind) =>
    writtenByHand({ ...stored(examples[kind], undefined, doingOn()), ...later, data: { v: 99 } }, kind),
  );
  return [...many, ...one];
};

/** The screens that show something else than themselves, and what failed on the way. */
const failingOn = async (page: Page, screens: readonly string[] = SCREENS): Promise<string[]> => {
  const failing: string[] = [];
  let path = '';
  page.on('pageerror', ({ message }) => failing.push(`${path}: ${message}`));
  page.on(
    'console',
    (told) =>
      told.type() === 'error' &&
      !told.text().startsWith('Failed to load resource') &&
      failing.push(`${path}: ${told.text()}`),
  );
  for (path of screens) {
    await page.goto(`${served.url}${path}`);
    await settled(page);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    if (title === '' || title === 'Sidan gick inte att visa') failing.push(path);
  }
  return failing;
};

/** Two in step; the second writes records into its own database, and its app sends them. */
const sentByColleague = async (browser: Browser, records: readonly VolymRecord[]) => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  const link = await invite(sara.page, phrase);
  await joinAs(johan.page, link, 'Johan Ek');
  await putRecords(johan.page, records);
  await johan.page.goto(`${served.url}/safety`);
  await expect(heading(johan.page, 'Synk och säkerhet')).toBeVisible();
  await johan.page.goto(`${served.url}/safety`);
  await sara.page.goto(`${served.url}/safety`);
  return { sara, johan, phrase };
};

test('X9: damage in every kind of record, sent by a colleague, and every screen of the others opens', async ({
  browser,
}) => {
  const { sara, johan } = await sentByColleague(browser, damagedRecords());
  // Only what no app writes is left out.
  await expect(sara.page.getByText('Kan inte öppnas här')).toBeVisible();
  expect(await failingOn(sara.page)).toEqual([]);
  // Nor does any fail where they lie.
  expect(await failingOn(johan.page)).toEqual([]);
});

test('X9: records of a newer version with nothing in them, sent by a colleague, end no screen and lock no code in', async ({
  browser,
}) => {
  const { sara, johan, phrase } = await sentByColleague(browser, newerRecords());
  await expect(sara.page.getByText(settingsTrouble.newer)).toBeVisible();
  await expect(sara.page.getByText(keyringTrouble.newer.title)).toBeVisible();
  expect(await failingOn(sara.page, [...SCREENS, ...DETAILS])).toEqual([]);
  expect(await failingOn(johan.page)).toEqual([]);
  // What the device kept opens.
  await sara.page.goto(`${served.url}/vault`);
  await sara.page.getByRole('button', { name: vault.screen.unlock }).click();
  await unlock(sara.page, phrase);
  await expect(sara.page.getByText(vault.screen.open)).toBeVisible();
});
