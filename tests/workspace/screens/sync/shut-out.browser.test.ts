import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Device } from '#workspace/rules/people/device.ts';
import { newDevice } from '#workspace/rules/people/device-commands.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { shutOutOf } from '#workspace/rules/people/shut-out.ts';
import type { DoorsOf, LetIn } from '#data/sync/server/accounts-client.ts';
import { people as english } from '#workspace/words/en/sync-people.ts';
import { sync as syncEnglish } from '#workspace/words/en/sync.ts';
import { people as swedish } from '#workspace/words/sv/sync-people.ts';
import { sync as syncSwedish } from '#workspace/words/sv/sync.ts';
import type { App } from '#ui/app.svelte.ts';
import { DevicesInside } from '#workspace/screens/people/devices-inside.svelte.ts';
import Devices from '#workspace/screens/people/Devices.svelte';
import ShutOutDevices from '#workspace/screens/people/ShutOutDevices.svelte';
import { faults } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const inside = (id: string, letIn: number, more: Partial<LetIn> = {}): LetIn => ({
  id,
  role: 'member',
  since: 0,
  seen: 0,
  own: false,
  letIn,
  ...more,
});

/**
 * This device, one that it let in, and two that this one let in, itself or through the other, of
 * which one only reads.
 */
const FOUR: readonly LetIn[] = [
  inside('own', 0, { own: true }),
  inside('d1', 2, { by: 'own' }),
  inside('d2', 0, { by: 'd1' }),
  inside('d3', 0, { by: 'd2', role: 'reader' }),
];

/** A server that lets these in; with the first but this one go all the others. */
const letting = (first: readonly LetIn[]) => {
  let devices = first;
  const asked: unknown[] = [];
  const doors = {
    devices: () => Promise.resolve({ ok: true, value: devices }),
    shutOut: (id: string, { withLetIn = false } = {}) => {
      asked.push([id, withLetIn]);
      const gone = withLetIn ? devices.filter(({ own }) => !own).map((device) => device.id) : [id];
      devices = devices.filter((device) => !gone.includes(device.id));
      return Promise.resolve({ ok: true, value: { devices: gone } });
    },
  } as unknown as DoorsOf;
  return { doors, asked };
};

let app: App;
beforeEach(async () => void ({ app } = await openApp()));

const show = async (
  language: 'sv' | 'en',
  first: readonly LetIn[] = FOUR,
  known: readonly Device[] = [],
) => {
  const { doors, asked } = letting(first);
  const devices = new DevicesInside(doors);
  await devices.look();
  const [people, sync] = language === 'sv' ? [swedish, syncSwedish] : [english, syncEnglish];
  showWith(app, Devices, { devices, known }, language, { people, sync });
  return { asked, words: people };
};

const wereShutOut = async (): Promise<string[]> => {
  const devices = (await app.records.find({ kind: 'device' })) as Device[];
  return devices.filter((device) => shutOutOf(device, app.today) !== undefined).map(({ id }) => id);
};

test.each(['sv', 'en'] as const)(
  'X18: a device that let in others may be shut out with them, and each is noted (%s)',
  async (language) => {
    const { asked, words } = await show(language);
    const shutOut = page.getByRole('button', { name: words.shutOut, exact: true });
    await shutOut.nth(0).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(words.letIn(2))).toBeVisible();
    expect((await faults()).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual(
      [],
    );
    await dialog.getByRole('button', { name: words.shutOutWithLetIn(2) }).click();
    await expect.poll(async () => (await wereShutOut()).sort()).toEqual(['d1', 'd2', 'd3']);
    expect(asked).toEqual([['d1', true]]);
  },
);

/** Devices that named their owner; Maja's has a model, Johan has two. */
const saidWhose = async (): Promise<readonly Device[]> => {
  const [sara] = await app.records.find({ kind: 'person' });
  await app.records.insert([
    newPerson('johan', 'Johan Ek'),
    newPerson('maja', 'Maja Holm'),
    newDevice('own', sara?.id ?? '', 'windows'),
    newDevice('d1', 'johan', 'iphone'),
    newDevice('d2', 'maja', 'android'),
    newDevice('d4', 'johan', 'ipad'),
  ]);
  return (await app.records.find({ kind: 'device' })) as Device[];
};

test.each([
  ['sv', 'insläppt av', 'Läsande enhet, kom in '],
  ['en', 'let in by', 'Read-only device, joined '],
] as const)(
  'X18: the rows say who let in each device, and which go with one (%s)',
  async (language, by, reader) => {
    const known = await saidWhose();
    // What Johan's iPad let in is of the one before it, which did not let it in itself.
    const left = inside('d5', 0, { by: 'd1', isHandedOn: true });
    const { words } = await show(language, [...FOUR, inside('d4', 0, { by: 'own' }), left], known);
    const rows = page.getByRole('region', { name: words.devices });
    const told = () => rows.getByText(by, { exact: false }).all();
    await expect
      .poll(() => told().map((locator) => locator.element().textContent.split(' · ')[0]))
      .toEqual([
        `Johan Ek, ${by} Sara Lindholm`,
        `Maja Holm, ${by} Johan Ek (iPhone)`,
        expect.stringMatching(`${words.readerUses}, .+, ${by} Maja Holm$`),
        `Johan Ek, ${by} Sara Lindholm`,
      ]);
    await page.getByRole('button', { name: words.shutOut, exact: true }).nth(0).click();
    const named = page.getByRole('dialog').getByRole('listitem').all();
    expect(named.map((locator) => locator.element().textContent)).toEqual([
      'Android, Maja Holm',
      expect.stringContaining(reader),
      expect.stringContaining(words.models.unknown),
    ]);
  },
);

test('X18: of many devices that go with one the first are named and the others counted, and all can be pressed', async () => {
  const many = Array.from({ length: 30 }, (_, at) => inside(`m${at}`, 0, { by: 'd1' }));
  const { words } = await show('sv', [
    inside('own', 0, { own: true }),
    inside('d1', 30, { by: 'own' }),
    ...many,
  ]);
  await page.getByRole('button', { name: words.shutOut, exact: true }).nth(0).click();
  const dialog = page.getByRole('dialog');
  expect(dialog.getByRole('listitem').all()).toHaveLength(6);
  await expect.element(dialog.getByText('och 25 till')).toBeVisible();
  await expect
    .element(dialog.getByRole('button', { name: words.shutOutWithLetIn(30) }))
    .toBeInViewport();
});

test('X18: with an older server that says only how many go with one, none of them is named', async () => {
  const { words } = await show('sv', [
    inside('own', 0, { own: true }),
    inside('d1', 2),
    inside('d2', 0),
  ]);
  await page.getByRole('button', { name: words.shutOut, exact: true }).nth(0).click();
  await expect.element(page.getByRole('dialog').getByText(words.letIn(2))).toBeVisible();
  expect(page.getByRole('dialog').getByRole('listitem').all()).toEqual([]);
});

test('X18: a device that let in nobody is shut out alone, without a word of others', async () => {
  const { asked, words } = await show('sv');
  await page.getByRole('button', { name: words.shutOut, exact: true }).nth(1).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText(words.shutOutText)).toBeVisible();
  expect(dialog.getByRole('button', { name: words.shutOut }).all()).toHaveLength(1);
  // Keys are changed once it is out: nothing leads there before.
  expect(dialog.getByRole('link').all()).toEqual([]);
  await dialog.getByRole('button', { name: words.shutOut, exact: true }).click();
  await expect.poll(wereShutOut).toEqual(['d2']);
  expect(asked).toEqual([['d2', false]]);
});

test.each(['sv', 'en'] as const)(
  'X18: a device that never said what it is keeps the name that it had before it was shut out (%s)',
  async (language) => {
    const { words } = await show(language);
    await page.getByRole('button', { name: words.shutOut, exact: true }).nth(0).click();
    await page.getByRole('button', { name: words.shutOutWithLetIn(2) }).click();
    await expect.poll(async () => (await wereShutOut()).length).toBe(3);
    const known = (await app.records.find({ kind: 'device' })) as Device[];
    showWith(app, ShutOutDevices, { known, keysChangedAt: 0, isOut: false }, language, {
      people: words,
    });
    const out = page.getByRole('region', { name: words.shutOutDevices });
    await expect.element(out.getByText(words.models.reader)).toBeVisible();
    expect(out.getByText(words.models.unknown).all()).toHaveLength(2);
    expect(out.getByText(words.models.other, { exact: true }).all()).toEqual([]);
  },
);
