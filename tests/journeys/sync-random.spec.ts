import { expect, test, type Browser, type Page } from '@playwright/test';
import { randomFrom } from '../fuzz/random.ts';
import { button, fillOrder } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords, type StoredRecord } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile, type Profile } from './two-devices.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const WRITES = 18;
const SEED = 20_361_120;

/** The fields of the form that are written at random. */
const FIELDS = {
  institution: 'Institutionens eller företagets namn',
  purchaserName: 'Innehållsköpare',
} as const;
type Field = keyof typeof FIELDS;
type Write = { readonly field: Field; readonly value: string };

/**
 * Writes a field by the form of the order that is open; comes back when the app says that it is
 * saved.
 */
const writeField = async (page: Page, { field, value }: Write): Promise<void> => {
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  await page.getByLabel(FIELDS[field], { exact: true }).fill(value);
  await button(page, 'Spara').tap();
  // The form is gone only when the store has taken it.
  await expect(button(page, 'Fler val')).toBeVisible();
};

/** Two devices on one order that both have. */
const twoDevices = async (browser: Browser): Promise<readonly [Profile, Profile]> => {
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  await joinAs(johan.page, await invite(sara.page, phrase), 'Johan Ek');
  await sara.page.goto(`${served.url}/credit/new`);
  await fillOrder(sara.page, { number: '4500218837', amount: '25 000' });
  await button(sara.page, 'Spara som beställd').tap();
  await expect(heading(sara.page, '25 000 kr')).toBeVisible();
  await expect.poll(async () => (await storedRecords(johan.page, 'credit-order')).length).toBe(1);
  await johan.page.goto(sara.page.url());
  await expect(heading(johan.page, '25 000 kr')).toBeVisible();
  return [sara, johan];
};

/** What befalls a device now and then; answers it with the page that it has afterwards. */
const befall = async (device: Profile, chance: number): Promise<Profile> => {
  const { context, page } = device;
  const address = page.url();
  if (chance < 0.2) await context.setOffline(true);
  else if (chance < 0.4) await context.setOffline(false);
  else if (chance < 0.5) {
    // Without its service worker (playwright.config.ts) the app itself is loaded over the network.
    await context.setOffline(false);
    await page.reload();
  } else if (chance < 0.6) {
    // Its page is gone in the middle of whatever it sends.
    await context.setOffline(false);
    const next = await context.newPage();
    await page.close({ runBeforeUnload: false });
    await next.goto(address);
    await expect(heading(next, '25 000 kr')).toBeVisible();
    return { context, page: next };
  }
  await expect(heading(page, '25 000 kr')).toBeVisible();
  return device;
};

/** A record without what each browser's own store adds. */
const contentOf = (record: StoredRecord): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(record)
        .filter(([field]) => !field.startsWith('_'))
        .toSorted(),
    ),
  );

const valuesIn = ({ data, history, clashes }: StoredRecord, field: Field): unknown[] => [
  data[field],
  ...history.filter((change) => change.field === field).flatMap(({ from, to }) => [from, to]),
  ...clashes
    .filter((clash) => clash.field === field)
    .flatMap(({ answers }) => answers.map(({ value }) => value)),
];

test('X8: random writes on two devices with spells without network, reloads and killed pages: both hold all of it @long', async ({
  browser,
}) => {
  const random = randomFrom(SEED);
  const devices: Profile[] = [...(await twoDevices(browser))];
  const written: Write[] = [];
  for (let at = 0; at < WRITES; at += 1) {
    const which = random() < 0.5 ? 0 : 1;
    const device = await befall(devices[which] as Profile, random());
    devices[which] = device;
    const write: Write = {
      field: random() < 0.5 ? 'institution' : 'purchaserName',
      value: `Nordby ${at}`,
    };
    await writeField(device.page, write);
    written.push(write);
  }
  for (const { context } of devices) await context.setOffline(false);
  const contents = (): Promise<string[][]> =>
    Promise.all(devices.map(async ({ page }) => (await storedRecords(page)).map(contentOf)));
  const lost = async (): Promise<Write[]> => {
    const [order] = await storedRecords((devices[0] as Profile).page, 'credit-order');
    return written.filter(
      ({ field, value }) => order === undefined || !valuesIn(order, field).includes(value),
    );
  };
  await expect
    .poll(async () => {
      const [one, other] = await contents();
      return { lost: await lost(), isSame: JSON.stringify(one) === JSON.stringify(other) };
    })
    .toEqual({ lost: [], isSame: true });
});
