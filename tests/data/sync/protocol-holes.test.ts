import { describe, expect, test } from 'vitest';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  isChanges,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
} from './world.ts';

/** Lets the server write a document, and keeps the answer back until the gate is opened. */
const answeringLater =
  (id: string, { pass }: ReturnType<typeof gate>): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    const response = await answer();
    if (docs.some(({ _id }) => _id === id)) await pass();
    return response;
  };

/** Tells what changed; once it is late, only after the gate is opened, and then all of it. */
const tellingLater =
  (told: ReturnType<typeof gate>, isLate: () => boolean): Network =>
  async (_, answer) => {
    const response = await answer();
    if (!isLate()) return response;
    await told.pass();
    return answer();
  };

describe('X8: what RxDB’s protocol leaves open', () => {
  test('X8: an old copy that waited behind a slow push is not written over what came meanwhile', async () => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network, times: { batch: 1 } });
    await phone.disconnect();
    await phone.records.create(order('slow'));
    // Written again as it is: RxDB reads it together with what is to be pushed, and keeps that
    // copy.
    await (await phone.collection.findOne('order-1').exec())?.incrementalPatch({});
    await setAmount(tablet, '12.00');
    const [slow, told] = [gate(), gate()];
    const [writing, telling] = [answeringLater('slow', slow), tellingLater(told, () => true)];
    line.obey((request, answer) => (isChanges(request) ? telling : writing)(request, answer));
    await phone.connect();
    await slow.reached;
    told.open();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
    slow.open();
    await phone.records.create(order('last'));
    await expect.poll(() => amountOn(tablet, 'last'), PATIENT).toBe('25000.00');
    for (const device of [phone, tablet]) expect(await amountOn(device)).toBe('12.00');
  });

  /**
   * The phone's edit is on the server and its answer on the way; what the tablet makes of the
   * record comes before it. The edit is pushed by a look at everything, since only then RxDB pulls
   * at the same time.
   */
  const pulledDuringPush = async (write: (tablet: Device) => Promise<unknown>) => {
    const [slow, edit, told] = [gate(), gate(), gate()];
    let isLate = false;
    const telling = tellingLater(told, () => isLate);
    const [writing, editing] = [answeringLater('slow', slow), answeringLater('order-1', edit)];
    const line = openLine();
    line.obey((request, answer) => (isChanges(request) ? telling(request, answer) : answer()));
    const pair = await pairInStep({ network: line.network });
    const { server, phone, tablet } = pair;
    isLate = true;
    line.obey((request, answer) =>
      isChanges(request)
        ? telling(request, answer)
        : writing(request, () => editing(request, answer)),
    );
    await phone.records.create(order('slow'));
    await slow.reached;
    phone.sync.tryNow();
    await setReseller(phone, 'Atea');
    slow.open();
    await edit.reached;
    await expect.poll(async () => (await orderOn(tablet))?.data.reseller, PATIENT).toBe('Atea');
    await write(tablet);
    await tablet.records.create(order('beside'));
    await expect.poll(() => revisionOf(server, 'beside'), PATIENT).toBeDefined();
    expect(await revisionOf(server, 'order-1')).toMatch(/^3-/);
    told.open();
    await expect.poll(() => amountOn(phone, 'beside'), PATIENT).toBe('25000.00');
    edit.open();
    return pair;
  };

  test('X8: a change that is pulled while the same record is pushed arrives', async () => {
    const { phone } = await pulledDuringPush((tablet) => setAmount(tablet, '12.00'));
    await expect
      .poll(async () => (await orderOn(phone))?.data, PATIENT)
      .toMatchObject({ amount: '12.00', reseller: 'Atea' });
  });

  test('X8: a deletion that is pulled while the same record is pushed arrives', async () => {
    const { phone } = await pulledDuringPush((tablet) => tablet.records.discard(['order-1']));
    await expect.poll(() => orderOn(phone), PATIENT).toBe(undefined);
  });
});
