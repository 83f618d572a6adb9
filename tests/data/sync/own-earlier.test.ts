import { expect, test } from 'vitest';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { ok } from '#core/result.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { WORKSPACE_ID, type WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import type { Device } from './devices.ts';
import { gate, isBulk, isDown, openLine, PATIENT, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const mappingOn = async ({ records }: Device, headings = 'a') =>
  ((await records.get(WORKSPACE_ID))?.data as WorkspaceData | undefined)?.mappings[headings]?.[
    'No.'
  ];

const mapAs = (device: Device, field: string, headings = 'a') =>
  device.records.change(
    WORKSPACE_ID,
    onKind('workspace', (record) =>
      ok({
        ...record,
        data: {
          ...record.data,
          mappings: { ...record.data.mappings, [headings]: { 'No.': field } },
        },
      }),
    ),
  );

test.each(['goes on', 'is closed'])(
  'X8: what a device wrote over a value that the server took without a word stays, whoever writes the record then; it %s',
  async (then) => {
    const { device } = await world();
    const line = openLine();
    const phone = await device('phone', line.network);
    // Its clock is ahead: what the tablet writes looks later than what the phone does.
    const tablet = await device('tablet', { clock: () => 9_000_000 });
    await phone.records.insert([newWorkspace('Nordby', ['apple-credit'])]);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => tablet.records.get(WORKSPACE_ID), PATIENT).toBeDefined();
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);

    const lost = gate();
    line.obey(async (request, answer) => {
      if (!isBulk(request)) return answer();
      await answer();
      line.obey(isDown);
      await lost.pass();
      return isDown(request, answer);
    });
    await mapAs(phone, 'code');
    await lost.reached;
    await expect.poll(() => mappingOn(tablet), PATIENT).toBe('code');
    if (then === 'is closed') await phone.kill();
    await mapAs(phone, 'order');
    await mapAs(tablet, 'amount', 'b');
    await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);
    line.obey();
    lost.open();
    if (then === 'is closed') await phone.connect();
    for (const device of [phone, tablet]) {
      await expect.poll(() => mappingOn(device, 'b'), PATIENT).toBe('amount');
      await expect.poll(() => mappingOn(device), PATIENT).toBe('order');
    }
  },
);

test('X10: a backup whose settings were saved later takes nothing back of how columns are read here', async () => {
  const { device } = await world();
  const [phone, tablet] = [
    await device('phone'),
    await device('tablet', { clock: () => 9_000_000 }),
  ];
  await phone.records.insert([newWorkspace('Nordby', ['apple-credit'])]);
  await mapAs(phone, 'code');
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => mappingOn(tablet), PATIENT).toBe('code');
  await phone.disconnect();
  await tablet.disconnect();
  await mapAs(phone, 'order');
  await mapAs(tablet, 'amount', 'b');
  const here = await storedOf(tablet.collection, [WORKSPACE_ID]);
  const { opened: file } = await backupOf(batchesOf([...here.values()]));
  expect(await dryRunOf(file, phone.collection)).toMatchObject({ newerInFile: 1, merged: 1 });
  await mergeBackup(file, phone.collection, undefined);
  expect([await mappingOn(phone), await mappingOn(phone, 'b')]).toEqual(['order', 'amount']);
  // Once more it changes nothing.
  expect(await dryRunOf(file, phone.collection)).toMatchObject({ merged: 0 });
  await Promise.all([phone.connect(), tablet.connect()]);
  for (const device of [phone, tablet])
    await expect.poll(() => mappingOn(device), PATIENT).toBe('order');
});
