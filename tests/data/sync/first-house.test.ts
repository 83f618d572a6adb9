import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { storedOf } from '#data/backup/stored-records.ts';
import { doorsOf } from '#data/sync/server/accounts-client.ts';
import { comeInByInvitation } from '#data/sync/server/come-in.ts';
import { connectionOf, type OwnConnection } from '#data/sync/server/connection.ts';
import { databaseAt } from '#data/sync/couch/database-at.ts';
import { sealedForNewcomer } from '#data/sync/keys/handed-keys.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { openSettings } from '#data/device/settings.ts';
import { deviceKeysOf } from '#data/vault/device-keys.ts';
import { openVault } from '#data/vault/vault.ts';
import { asKeyring } from '#data/vault/keyring/keyring-in.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import {
  keptApart,
  openedIn,
  type FirstHouse,
  type KeptDevice,
} from '#tests/factories/first-house.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { newData, start, stopAll } from '../../server/running.ts';
import { openDevice } from './devices.ts';
import { stateOf } from './keyed-devices.ts';
import { opened, PATIENT } from './world.ts';

afterEach(stopAll);

const kept = <T>(name: string): T =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../fixtures/first-house', name), 'utf8'),
  ) as T;
const expected = kept<FirstHouse>('expected.json');
const idOf = ({ id }: { readonly id: string }): string => id;
const device = kept<KeptDevice>('device.json');

/** A server of today over the folder of data as it was kept. */
const serverOver = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = newData();
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(content, 'base64'));
  }
  return (await start(folder)).url;
};

test('X8, X9: what the first house stored opens today, from the server: a device is let in and has all of it', async () => {
  stubDeviceDatabase();
  const server = await serverOver(kept('server-folder.json'));
  const { workspace: id } = JSON.parse(device.localStorage['volym-settings'] ?? '') as {
    readonly workspace: string;
  };
  // The earlier device is let in as before, and gets its keyring only from the server.
  const before = { ...((await keptApart(device, `${id}/connection`)) as OwnConnection), server };
  const doors = doorsOf(before);
  expect(await doors.devices()).toMatchObject({ ok: true, value: [{ own: true }, { own: false }] });
  const { url, authorization } = databaseAt(before);
  const answer = await fetch(`${url}/keyring`, { headers: { authorization } });
  const keyring = asKeyring(((await answer.json()) as WireDocument).open);
  const [settings, clock] = [openSettings(keptStorage()), setClock()];
  const watch = () => () => undefined;
  const vault = openVault({
    workspaceId: id,
    keyring: async () => keyring,
    settings,
    clock,
    derive,
    watch,
  });
  expect(await vault.unlock({ by: 'passphrase', text: expected.passphrase })).toMatchObject({
    ok: true,
  });

  // It invites another one.
  const { opens, keys } = await sealedForNewcomer(vault);
  const invited = await doors.invite('member', keys);
  if (!invited.ok) throw new Error(invited.problem.code);
  const names = { workspace: '', person: '' };
  const link = { kind: 'invited', invitation: invited.value.invitation, opens, names } as const;
  expect(await comeInByInvitation(link, { server, settings })).toMatchObject({
    ok: true,
    value: { workspace: id },
  });
  const [{ workspace: key }, connection] = await Promise.all([
    deviceKeysOf(id).then((own) => own ?? expect.unreachable()),
    connectionOf(id).then((own) => own ?? expect.unreachable()),
  ]);
  expect(connection.device).not.toBe(before.device);

  const place = databaseAt(connection);
  const request = (address: string, init?: RequestInit) =>
    fetch(address.replace('http://endpoint/w', place.url), init);
  const newcomer = await openDevice('newcomer', {
    app: { request } as never,
    key,
    authorization: place.authorization,
  });
  opened.push(newcomer);
  const { aside, unreadable, writtenBack } = await newcomer.connect();
  await expect.poll(() => stateOf(newcomer), PATIENT).toBe('in-step');
  const here = await storedOf(newcomer.collection, expected.records.map(idOf));
  expect(expected.records.map((record) => here.get(idOf(record)))).toEqual(expected.records);
  expect(await newcomer.collection.count().exec()).toBe(expected.records.length);
  expect([aside.size, unreadable.size, writtenBack()]).toEqual([0, 0, 0]);
  expect(await openedIn(vault, expected.records)).toEqual(expected.sealed);
  vault.close();
});
