import { expect } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { afterEachTest } from '#tests/factories/after-each-test.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import { openDevice, plainNetwork, sharedKey, type Device, type Network } from './devices.ts';
import { onKind } from '#data/records/on-kind.ts';

/** A busy machine is no fault of sync. */
export const PATIENT = { timeout: 60_000, interval: 10 };

/** What is closed after each test, the first first. */
export const opened: { close(): Promise<void> }[] = [];
afterEachTest(async () => {
  for (const part of opened.splice(0)) await part.close();
});

type Given = Partial<Omit<Parameters<typeof openDevice>[1], 'app' | 'key'>>;

/** An endpoint, a key, and devices that share them. */
export const world = async (server = endpoint()) => {
  opened.push(server);
  const key = await sharedKey();
  const device = async (name: string, given: Network | Given = {}): Promise<Device> => {
    const more = typeof given === 'function' ? { network: given } : given;
    const made = await openDevice(name, { app: server.app as never, key, ...more });
    opened.unshift(made);
    return made;
  };
  return { server, key, codec: sealing(key, ['keyring']), device };
};

/** The usual order, sent on the first of September. */
export const order = (id = 'order-1') => orderWith([['ordered', '2026-09-01']], {}, id);

/** An order as a device has it. */
export const orderOn = async (device: Device, id = 'order-1'): Promise<CreditOrder | undefined> =>
  (await device.records.get(id)) as CreditOrder | undefined;

/** The value that a device shows. */
export const amountOn = async (device: Device, id = 'order-1') =>
  (await orderOn(device, id))?.data.amount;

/** The server has answered for all that a device wrote. */
export const inStep = (device: Device) =>
  expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);

/** Someone writes another value. */
export const setAmount = (device: Device, amount: string, id = 'order-1') =>
  device.records.change(
    id,
    onKind('credit-order', (record) => editOrder(record, { amount })),
  );

/** Someone writes another reseller. */
export const setReseller = (device: Device, reseller: string, id = 'order-1') =>
  device.records.change(
    id,
    onKind('credit-order', (record) => editOrder(record, { reseller })),
  );

/** Both hold one order, as the phone wrote it. */
export const pairInStep = async (given: Given = {}) => {
  const { server, key, codec, device } = await world();
  const [phone, tablet] = [await device('phone', given), await device('tablet')];
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  return { server, key, codec, device, phone, tablet };
};

type Server = ReturnType<typeof endpoint>;
type Pair = { readonly server: Server; readonly tablet: Device };
type Row = {
  id: string;
  key: string;
  value?: { rev: string; deleted?: boolean };
  doc?: WireDocument | null;
};

/** The newest revisions on the server, by id. */
export const onServer = async (
  { ask }: Pick<Server, 'ask'>,
  ids: readonly string[],
): Promise<Row[]> =>
  ((await ask('POST', '/w/_all_docs?include_docs=true', { keys: ids })).body as { rows: Row[] })
    .rows;

/** A document's revision on the server. */
export const revisionOf = async (
  server: Pick<Server, 'ask'>,
  id = 'order-1',
): Promise<string | undefined> => (await onServer(server, [id]))[0]?.value?.rev;

/**
 * The tablet, which sends nothing itself, writes the order, and the server has that sealed with
 * another key.
 */
export const orderUnderOtherKey = async (
  { server, tablet }: Pair,
  other: Parameters<typeof sealing>[0],
) => {
  await setAmount(tablet, '33000.00');
  const theirs = await sealing(other, []).pack((await tablet.records.get('order-1')) as never);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...theirs, _rev: await revisionOf(server) }],
  });
};

/** A line that a test turns: the rule in force answers, or lets the request through. */
export const openLine = () => {
  let rule = plainNetwork;
  const network: Network = (request, answer) => rule(request, answer);
  return { network, obey: (next: Network = plainNetwork) => void (rule = next) };
};

/** No request arrives. */
export const isDown: Network = () => Promise.reject(new TypeError('Failed to fetch'));

/** Holds something back until it is opened; `reached` is when the first came to it. */
export const gate = () => {
  const [opening, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  return {
    pass: (): Promise<void> => {
      reached.resolve();
      return opening.promise;
    },
    open: opening.resolve,
    reached: reached.promise,
  };
};

/** A request that waits for news. */
export const isPoll = ({ url }: Request): boolean => url.includes('feed=longpoll');

/** A request for the newest states of records. */
export const isHeads = ({ method, url }: Request): boolean =>
  method === 'POST' && url.includes('/_all_docs');

/** A request for what changed, waiting or not. */
export const isChanges = ({ url }: Request): boolean => url.includes('/_changes');

/** A request that writes documents. */
export const isBulk = ({ url }: Request): boolean => url.endsWith('/_bulk_docs');

/** The documents that a request would write. */
export const docsIn = async (request: Request): Promise<WireDocument[]> =>
  isBulk(request) ? ((await request.clone().json()) as { docs: WireDocument[] }).docs : [];
