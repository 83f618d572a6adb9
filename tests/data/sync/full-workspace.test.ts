import { afterEach, expect, test, vi } from 'vitest';
import { doorsOf, enterByInvitation } from '#data/sync/server/accounts-client.ts';
import { MOST_DEVICES, MOST_OPEN } from '#server/accounts/doors.ts';
import { closeAll, newcomer, open, WORKSPACE } from '../../server/let-in.ts';

const SERVER = 'http://localhost';

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeAll();
});

/** A server that this device asks, and the device as one that is in. */
const inside = async () => {
  const server = open();
  vi.stubGlobal('fetch', (address: string, asked: RequestInit) =>
    server.app.request(address, asked),
  );
  const member = await server.setUp();
  const [device = '', credential = ''] = member.split('.');
  const connection = { server: SERVER, database: `w-${WORKSPACE}`, device, credential };
  return { ...server, member, device, doors: doorsOf(connection) };
};

const why = (code: string) => ({ ok: false, problem: { code } });

test('X8: a full workspace is reported to the newcomer and to the inviter, and the link is good once a device is shut out', async () => {
  const { member, doors, invite, fillTo } = await inside();
  const { invitation = '' } = await invite(member);
  const [device, credential] = newcomer();
  const come = () => enterByInvitation(SERVER, { device, credential, invitation });
  const [other = ''] = fillTo(member, MOST_DEVICES);
  expect(await come()).toMatchObject(why('too-many-devices'));
  expect(await doors.invite('member', '')).toMatchObject(why('too-many-devices'));
  await doors.shutOut(other);
  expect(await come()).toMatchObject({ ok: true });
});

test('X18: a device is shut out with all that it let in, and the answer says which', async () => {
  const { member, doors, invite, join, fillTo } = await inside();
  const other = await join((await invite(member)).invitation);
  const more = fillTo(other.credential, 4);
  const found = await doors.devices();
  expect(found.ok && found.value.find(({ id }) => id === other.device)?.letIn).toBe(2);
  const done = await doors.shutOut(other.device, { withLetIn: true });
  expect(done).toEqual({ ok: true, value: { ok: true, devices: [other.device, ...more] } });
});

test('X8: each reason for which the server does not do it is reported as that', async () => {
  const { device, member, doors, invite, join } = await inside();
  expect(await doors.shutOut(device)).toMatchObject(why('last-member'));
  expect(await doors.setRole(device, 'reader')).toMatchObject(why('last-member'));
  const { id = '', invitation } = await invite(member);
  await join(invitation);
  expect(await doors.takeBack(id)).toMatchObject(why('already-used'));
  for (let at = 1; at < MOST_OPEN; at += 1) await invite(member);
  expect(await doors.invite('member', '')).toMatchObject(why('too-many-invitations'));
});
