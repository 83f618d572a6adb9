import { expect, test, type Browser, type Page } from '@playwright/test';
import { kinds, type KindId } from '#programmes/kinds.ts';
import { NEWEST_BASE, type VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { keyringTrouble } from '#workspace/words/sv/keyring-trouble.ts';
import { settingsTrouble } from '#workspace/words/sv/settings-trouble.ts';
import { vault } from '#workspace/words/sv/vault.ts';
import { damagedIn, newerIn } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { randomFrom } from '../fuzz/random.ts';
import { unlock } from './import-steps.ts';
import { putRecords } from './put-records.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { goTo, settled } from './tour.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';

let served: Served;
// A set-up link connects one workspace.
test.beforeEach(async () => void (served = await serve()));
test.afterEach(() => served.stop());

/**
 * `DAMAGE_SEED=random` draws another one; that of a run that failed is given again. The first found
 * an order's name in what has none.
 */
const DRAWN = process.env.DAMAGE_SEED ?? '397967063';
const SEED = DRAWN === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(DRAWN);

const SCREENS =
  `/deadlines /credit /credit/purchasers /credit/resend /credit/new /apps /apps/users /apps/new /tokens /tokens/new
  /vip /vip/new /vip/calculator /vip/reconcile /renewals /renewals/history /import /more /people /trash /settings /vault /vault/recovery /safety
  /safety/backup`.split(/\s+/);

/** The addresses of records that a newer version wrote. */
const NEWER_SCREENS =
  `/credit/credit-order-newer-0 /credit/code-batch-newer-0 /credit/credit-order-newer-0/codes /apps/volume-app-newer-0 /apps/users/volume-user-newer-0
  /tokens/content-token-newer-0 /vip/vip-customer-newer-0 /import/import-run-newer-0 /trash/credit-order-newer-3`.split(
    /\s+/,
  );

/** A record's screen, by its kind; `conflicts` is the screen of a question about it. */
const SCREEN_OF: Partial<Record<KindId, (id: string) => string>> = {
  'credit-order': (id) => `/credit/${id}`,
  'redemption-code': (id) => `/credit/credit-order-good/code/${id}`,
  'vip-customer': (id) => `/vip/${id}`,
  'content-token': (id) => `/tokens/${id}`,
  'volume-app': (id) => `/apps/${id}`,
  'volume-user': (id) => `/apps/users/${id}`,
  'purchase-authorization': (id) => `/conflicts/${id}`,
};

/** Of all that can be damaged in each kind of record so many. */
const OF_EACH = 40;

/** So many records of a kind are opened. */
const OPENED = 3;

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

/** Two people answered one field of it: a question with its own screen. */
const asked = (record: VolymRecord): VolymRecord => {
  const field = Object.keys(record.data).find((name) => name !== 'v') ?? 'v';
  const answer = { value: 'x', by: 'sara', at: 6 };
  return {
    ...record,
    clashes: [{ id: 'c', field, answers: [answer, { ...answer, value: 'y', by: 'kim', at: 7 }] }],
  };
};

/**
 * As a colleague's device holds what its owner wrote into its database by hand: their app sends it
 * like any other change.
 */
const writtenByHand = (record: VolymRecord, id: string): VolymRecord =>
  ({
    ...record,
    id,
    _rev: '1-hand',
    _meta: { lwt: Date.now() + 60_000 },
    _attachments: {},
    _deleted: '0',
    ...(Number.isInteger(record.newestFirst) ? {} : { newestFirst: NEWEST_BASE }),
  }) as VolymRecord;

/** The parents of the examples, as they are called here. */
const PARENTS: Readonly<Record<string, string>> = {
  'order-1': 'credit-order-good',
  'customer-1': 'vip-customer-good',
  'app-1': 'volume-app-good',
};

const shuffled = <T>(all: readonly T[], random: () => number): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Those of which a workspace has many. */
const KINDS = (Object.keys(kinds) as KindId[]).filter(
  (id) => !['workspace', 'keyring'].includes(id),
);

/**
 * Of each kind one that is good, what was found, and damage at random; half of it with a question.
 */
const damagedRecords = (random: () => number): VolymRecord[] =>
  KINDS.flatMap((kind) => {
    const made = stored(examples[kind], undefined, doingOn());
    const good = { ...made, parent: PARENTS[made.parent] ?? made.parent };
    const all = [...damagedIn(good), ...damagedIn(asked(good))].map(({ record }) => record);
    const some = shuffled(all, random).slice(0, OF_EACH);
    const records = [...FOUND.map((change) => ({ ...good, ...change })), ...some];
    return [
      writtenByHand(good, `${kind}-good`),
      ...records.map((record, at) => writtenByHand(record, `${kind}-${at}`)),
    ];
  });

/**
 * Of each kind what calls itself of a newer version and says nothing, the settings and the keyring,
 * too.
 */
const newerRecords = (): VolymRecord[] => {
  const later = { updatedAt: Date.now() + 60_000 };
  const many = KINDS.flatMap((kind) =>
    newerIn(stored(examples[kind], undefined, doingOn())).map((record, at) =>
      writtenByHand({ ...record, ...later }, `${kind}-newer-${at}`),
    ),
  );
  const records = (['workspace', 'keyring'] as const).map((kind) =>
    writtenByHand(
      { ...stored(examples[kind], undefined, doingOn()), ...later, data: { v: 99 } },
      kind,
    ),
  );
  return [...many, ...records];
};

const isOurs = ({ id }: Pick<VolymRecord, 'id'>): boolean =>
  /-(?:\d+|good)$/.test(id) && idKind(id) in kinds;

const idKind = (id: string): string => id.replace(/-(?:\d+|good)$/, '');

/** The screens of some records of each kind on a device, the good one first. */
const recordScreens = async (page: Page, random: () => number): Promise<string[]> => {
  const ids = (await storedRecords(page)).filter(isOurs).map(({ id }) => id);
  return Object.entries(SCREEN_OF).flatMap(([kind, screenOf]) => {
    const there = ids.filter((id) => idKind(id) === kind && !id.endsWith('-good'));
    return [`${kind}-good`, ...shuffled(there, random).slice(0, OPENED)].map(screenOf);
  });
};

/**
 * How many of what was sent have come: those that the device took, and those that it counts as
 * unreadable.
 */
const arrived = async (page: Page): Promise<number> => {
  const taken = (await storedRecords(page)).filter(isOurs).length;
  const row = page.getByRole('listitem').filter({ hasText: 'Kan inte öppnas här' }).first();
  const counted = (await row.locator('.value').textContent()) ?? '';
  return taken + (Number(counted.replace(/\D/g, '')) || 0);
};

/** The screens that show something else than themselves, and what failed on the way. */
const failingOn = async (page: Page, screens: readonly string[]): Promise<string[]> => {
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
    await goTo(page, `${served.url}${path}`, 'within');
    await settled(page);
    const title = await page.getByRole('heading', { level: 1 }).first().textContent();
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
  await sara.page.goto(`${served.url}/safety`);
  return { sara, johan, phrase };
};

test('X9: damage in every kind of record, sent by a colleague, and every screen of the others opens @long', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const again = `DAMAGE_SEED=${SEED}`;
  console.log(again);
  const random = randomFrom(SEED);
  const records = damagedRecords(random);
  const { sara, johan } = await sentByColleague(browser, records);
  // Only what no app writes is left out, and it is counted.
  await expect
    .poll(() => arrived(sara.page), { message: again, timeout: 240_000 })
    .toBe(records.length);
  for (const { page } of [sara, johan]) {
    const screens = [...SCREENS, ...(await recordScreens(page, random))];
    expect(await failingOn(page, screens), again).toEqual([]);
  }
});

test('X9: records of a newer version with nothing in them, sent by a colleague, end no screen and lock no code in @long', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { sara, johan, phrase } = await sentByColleague(browser, newerRecords());
  await expect(sara.page.getByText(settingsTrouble.newer)).toBeVisible();
  await expect(sara.page.getByText(keyringTrouble.newer.title)).toBeVisible();
  expect(await failingOn(sara.page, [...SCREENS, ...NEWER_SCREENS])).toEqual([]);
  expect(await failingOn(johan.page, SCREENS)).toEqual([]);
  // What the device kept opens.
  await sara.page.goto(`${served.url}/vault`);
  await sara.page.getByRole('button', { name: vault.screen.unlock }).tap();
  await unlock(sara.page, phrase);
  await expect(sara.page.getByText(vault.screen.open)).toBeVisible();
});
