import { expect, test } from 'vitest';
import { LAST_MOMENT } from '#core/day/moment.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import {
  amountOn,
  inStep,
  onServer,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
} from './world.ts';
import type { Device } from './devices.ts';

const isRead = async (device: Device): Promise<string> =>
  conditionOf((await orderOn(device)) ?? expect.unreachable());

test('X9: a put-back wins over a replayed state with a full history of the last moment, and so do edits made since', async () => {
  const { server, codec, phone, tablet } = await pairInStep();
  const both = [phone, tablet];
  await setAmount(phone, '11.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('11.00');
  await inStep(phone);
  const own = (await orderOn(phone)) as VolymRecord;
  const history = Array.from({ length: 200 }, (_, n) => ({
    id: `zzz${n}`,
    at: LAST_MOMENT,
    by: 'm',
    field: 'zzz',
    from: '',
    to: 'x',
  }));
  const dated = { history, updatedAt: LAST_MOMENT, newestFirst: 0, updatedBy: 'zz' };
  const wire = await codec.pack({
    ...own,
    data: { ...own.data, v: 99, amount: '1.00' },
    steps: [],
    ...dated,
  } as VolymRecord);
  /** Puts it on the server again, over what is there. Answers the server's revision of it. */
  const replay = async (): Promise<string> => {
    const write = async (): Promise<{ rev?: string }> => {
      const docs = [{ ...wire, _rev: await revision() }];
      return ((await server.ask('POST', '/w/_bulk_docs', { docs })).body as [{ rev?: string }])[0];
    };
    let answer: { rev?: string } = {};
    await expect.poll(async () => (answer = await write()).rev, PATIENT).toBeDefined();
    return answer.rev ?? expect.unreachable();
  };
  const revision = () => revisionOf(server);
  const versionThere = async (): Promise<number> => {
    const [{ doc } = {}] = await onServer(server, ['order-1']);
    return (await codec.unpack(doc ?? expect.unreachable())).data.v;
  };
  /** It came, and the server has what is read again. */
  const replayed = async (): Promise<void> => {
    const shown = await replay();
    await expect
      .poll(async () => [(await revision()) === shown, await versionThere()], PATIENT)
      .toEqual([false, own.data.v]);
    for (const device of both) await inStep(device);
  };
  await replay();
  for (const device of both) await expect.poll(() => isRead(device), PATIENT).toBe('newer-version');
  for (const device of both) await inStep(device);
  expect((await phone.records.putBack('order-1')).ok).toBe(true);
  for (const device of both) await expect.poll(() => isRead(device), PATIENT).toBe('fine');
  for (const device of both) await expect.poll(() => amountOn(device), PATIENT).toBe('11.00');
  await replayed();
  for (const device of both)
    expect([await isRead(device), await amountOn(device)]).toEqual(['fine', '11.00']);
  // What is written after it, on either device, is kept, even if the same comes again.
  await setAmount(tablet, '12.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
  await replayed();
  await setReseller(phone, 'Atea');
  await expect.poll(async () => (await orderOn(tablet))?.data.reseller, PATIENT).toBe('Atea');
  await replayed();
  for (const device of both) {
    const now = await orderOn(device);
    expect([await isRead(device), now?.data]).toEqual([
      'fine',
      { ...own.data, amount: '12.00', reseller: 'Atea' },
    ]);
    expect([now?.clashes, now?.steps]).toEqual([[], own.steps]);
    expect(now?.history).toEqual(expect.arrayContaining([...own.history]));
  }
});
