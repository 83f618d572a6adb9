import { expect, test } from 'vitest';
import { hearingRole, keepRole } from '#data/sync/server/role.ts';
import { mayChange, openSettings } from '#data/device/settings.ts';
import { NO_ATTEMPTS } from '#data/vault/lock/wrong-attempts.ts';
import type { Allows } from '#server/couch/entering.ts';
import { refusal } from '#server/couch/refusals.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import type { Network } from './devices.ts';
import {
  amountOn,
  isBulk,
  openLine,
  order,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
  world,
} from './world.ts';

/**
 * An endpoint with a phone that may write, and a tablet that does for as long as the test says so.
 */
const withTablet = async (network?: Network) => {
  let isReader = false;
  const allows: Allows = ({ headers }, _, need) =>
    need === 'write' && isReader && headers.get('authorization') === 'tablet'
      ? refusal(403, 'forbidden', 'readers only read')
      : undefined;
  const { server, device } = await world(endpoint(allows));
  const phone = await device('phone');
  const tablet = await device('tablet', {
    authorization: 'tablet',
    mayWrite: () => !isReader,
    ...(network && { network }),
  });
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  return { server, phone, tablet, reads: (next: boolean) => void (isReader = next) };
};

test('X18: a device that only reads writes nothing, by whatever door, and says why', async () => {
  const { tablet, reads } = await withTablet();
  reads(true);
  const refused = { ok: false, problem: { code: 'only-reads' } };
  expect(await setAmount(tablet, '1.00')).toEqual(refused);
  expect(await tablet.records.create(order('other'))).toEqual(refused);
  expect(await tablet.records.insert([order('other')])).toEqual([]);
  const many = await tablet.records.changeMany(['order-1'], (record) => ({
    ok: true,
    value: record,
  }));
  expect(many.get('order-1')).toEqual(refused.problem);
  await tablet.records.discard(['order-1']);
  expect(await amountOn(tablet)).toBe('25000.00');
  expect(await tablet.records.get('other')).toBeUndefined();
});

test('X18: a member who may only read from now on stays in step, and earlier writes wait until they may be sent', async () => {
  const { server, phone, tablet, reads } = await withTablet();
  await tablet.disconnect();
  await setReseller(tablet, 'Nordby Data');
  reads(true);
  const { status$, aside } = await tablet.connect();
  const states = new Set<string>();
  status$.subscribe(({ state }) => states.add(state));
  await phone.records.create(order('order-2'));
  await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(1);
  expect(aside.size).toBe(0);
  expect([...states]).not.toContain('not-let-in');
  reads(false);
  tablet.sync.tryNow();
  const reseller = async () =>
    ((await phone.records.get('order-1'))?.data as { reseller?: string }).reseller;
  await expect.poll(reseller, PATIENT).toBe('Nordby Data');
  expect((await revisionOf(server))?.startsWith('2-')).toBe(true);
});

test('X18: a member who becomes a reader while a change is on its way goes on receiving, and sends it when allowed', async () => {
  const line = openLine();
  const { phone, tablet, reads } = await withTablet(line.network);
  line.obey((request, answer) => {
    if (isBulk(request)) reads(true);
    return answer();
  });
  await setReseller(tablet, 'Nordby Data');
  // One after the other: each that came was the end of what comes, once.
  for (const id of ['order-2', 'order-3', 'order-4']) {
    await phone.records.create(order(id));
    await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
  }
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(1);
  line.obey();
  reads(false);
  tablet.sync.tryNow();
  const reseller = async () =>
    ((await phone.records.get('order-1'))?.data as { reseller?: string }).reseller;
  await expect.poll(reseller, PATIENT).toBe('Nordby Data');
});

test('X18: a server that went back is not written to by a reader, and takes nothing from them', async () => {
  const { server, phone, tablet, reads } = await withTablet();
  const older = (await server.ask('GET', '/w/order-1')).body as { _rev: string };
  await setAmount(phone, '30000.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('30000.00');
  await phone.disconnect();
  reads(true);
  await server.ask('PUT', '/w/order-1', { ...older, _rev: await revisionOf(server) });
  await phone.records.create(order('order-3'));
  tablet.sync.tryNow();
  await tablet.disconnect();
  const { status$ } = await tablet.connect();
  const now = (): string => {
    let found = '';
    status$.subscribe(({ state }) => (found = state)).unsubscribe();
    return found;
  };
  await expect.poll(now, PATIENT).toBe('in-step');
  expect(await amountOn(tablet)).toBe('30000.00');
  expect((await revisionOf(server))?.startsWith('3-')).toBe(true);
  expect(tablet.sync.writtenBack()).toBe(0);
});

test('X18: the role that a server tells is kept, and who came in to read says who they are before they change anything', async () => {
  const settings = openSettings(keptStorage());
  const here = () => settings.current.workspaces.w;
  settings.changeWorkspace('w', {
    person: '',
    name: 'Nordby IT',
    wrong: NO_ATTEMPTS,
    joining: false,
    onlyReads: true,
  });
  const heard = hearingRole(
    (role) => keepRole(settings, 'w', role),
    async (address) => new Response('{}', { headers: { 'volym-role': String(address) } }),
  );
  await heard('owner');
  expect(mayChange(here())).toBe(false);
  await heard('member');
  expect(here()).toMatchObject({ onlyReads: false, joining: true });
  expect(mayChange(here())).toBe(false);
  settings.changeWorkspace('w', { person: 'sara', joining: false });
  expect(mayChange(here())).toBe(true);
  await heard('reader');
  expect(mayChange(here())).toBe(false);
  await heard('member');
  expect(here()).toMatchObject({ onlyReads: false, joining: false });
  settings.close();
});
