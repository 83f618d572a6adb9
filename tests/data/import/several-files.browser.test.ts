import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportRun } from '#core/import/import-run.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { joinedTask } from '#data/import/lot/joined-task.ts';
import type { OpenLot } from '#data/import/open-file.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { runImport } from '#data/import/run.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { fixture } from '#tests/factories/import-in-browser.ts';
import { listFixtures } from '#tests/factories/lists-in-browser.ts';
import { closedWithTest } from '#tests/factories/opened-files.ts';
import { openTrial, taskOf } from '#tests/factories/trials.ts';
import { adobeFixture } from '#tests/factories/vip-lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const KINDS = [
  'credit-order',
  'redemption-code',
  'code-batch',
  'volume-app',
  'volume-user',
  'assigned-licence',
  'vip-customer',
  'purchase-authorization',
  'vip-order',
  'price-list-item',
];

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));

const open = async (files: readonly File[]): Promise<OpenLot> => {
  const opened = await openSheet(files);
  if (!opened.ok) throw new Error(opened.problem.code);
  closedWithTest(opened.value);
  return opened.value;
};
const tryAll = async (files: readonly File[]) => {
  const { parts } = await open(files);
  const tried = [];
  for (const part of parts) tried.push(await openTrial(world).try(part, {}, NO_CHOICE));
  return tried;
};
type Tried = Awaited<ReturnType<typeof tryAll>>;
const written = (tried: Tried): number =>
  tried.reduce((sum, { plan }) => sum + plan.counts.new + plan.counts.changed, 0);
const tap = async (tried: Tried): Promise<string> => {
  const done = await runImport(joinedTask(tried.map((one) => taskOf(one, world))), world);
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
};
const importAll = async (files: readonly File[]): Promise<string> => tap(await tryAll(files));
const live = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      KINDS.map(async (kind) => [kind, (await world.records.find({ kind })).length] as const),
    ),
  );
const several = async (): Promise<File[]> => [
  await fixture('01-minimal.csv'),
  await adobeFixture('customers.csv'),
  ...(await listFixtures('licences-neutral.csv')),
];
const runOf = async (id: string): Promise<ImportRun['data']> =>
  ((await world.records.get(id)) as ImportRun).data;

describe('A5: several files are one import', () => {
  test('A5: with one record that tells of all, and one undo that leaves nothing', async () => {
    const before = await live();
    const tried = await tryAll(await several());
    expect(tried.length).toBeGreaterThan(1);
    const run = await tap(tried);
    const data = await runOf(run);
    expect(data.files?.map(({ name }) => name)).toHaveLength(3);
    expect(data.counts.new + data.counts.changed).toBe(written(tried));
    const after = await live();
    expect(after['vip-customer']).toBeGreaterThan(0);
    expect(after['volume-app']).toBeGreaterThan(0);
    expect(await world.records.find({ kind: 'import-run' })).toHaveLength(1);
    const undone = await undoImport(world.records, run, 'ångrat');
    expect(undone).toMatchObject({ ok: true, value: { kept: [] } });
    expect(await live()).toEqual(before);
  });

  test('A5: read again they change nothing, together or one by one', async () => {
    await importAll(await several());
    expect(written(await tryAll(await several()))).toBe(0);
    for (const file of await several()) expect(written(await tryAll([file]))).toBe(0);
  });

  test('A5: what was read one by one is nothing new together', async () => {
    for (const file of await several()) await importAll([file]);
    const tried = await tryAll(await several());
    expect(written(tried)).toBe(0);
    // A code is known to be of its own file, and not of another.
    const outcomes = tried.flatMap(({ plan }) => plan.rows.map(({ outcome }) => outcome as string));
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toEqual([]);
  });

  test('A5: together they bring what they bring one by one', async () => {
    await importAll(await several());
    const together = await live();
    world = await openTestWorkspace();
    for (const file of await several()) await importAll([file]);
    expect(await live()).toEqual(together);
  });

  test('A5: one that is cancelled while it writes leaves nothing of any', async () => {
    const before = await live();
    const tried = await tryAll(await several());
    const task = joinedTask(tried.map((one) => taskOf(one, world)));
    const stop = new AbortController();
    const done = await runImport(task, world, {
      signal: stop.signal,
      onProgress: (count) => void (count >= task.size && stop.abort()),
    });
    expect(done).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await live()).toEqual(before);
  });

  test('A5: a file that is no sheet stops no other, and is named with its reason', async () => {
    const { parts, refused } = await open([
      await fixture('01-minimal.csv'),
      new File(['%PDF-1.7 …'], 'faktura.pdf'),
      new File([], 'tom.csv'),
    ]);
    expect(parts.map(({ programme }) => programme)).toEqual(['apple-credit']);
    expect(refused.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['faktura.pdf', 'wrong-type'],
      ['tom.csv', 'empty-file'],
    ]);
  });
});
