import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok, refuse } from '#core/result.ts';
import { comeInByInvitation } from '#data/sync/server/come-in.ts';
import { connectionOf, keepConnection } from '#data/sync/server/connection.ts';
import { newToken } from '#data/sync/keys/handed-keys.ts';
import type { Role } from '#data/sync/server/role.ts';
import { fromBase64Url } from '#data/vault/seal/base64url.ts';
import { deviceKeysOf, forgetDeviceKeys, keepDeviceKeys } from '#data/vault/device-keys.ts';
import { makeKeys, otherKeys, readyHandedKeys, readyKeys, type RawKeys } from '#data/vault/keys.ts';
import { sealingKey } from '#data/vault/seal/sealed-box.ts';
import { openSettings } from '#data/device/settings.ts';
import { newId } from '#platform/ids.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

const GOOD = {
  database: 'w',
  device: 'd',
  credential: 'c',
  server: 'https://good.example',
} as const;
const SERVER = 'https://other.example';

const known: string[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const id of known.splice(0)) await forgetDeviceKeys(id);
});

/** A device that has a workspace at a server, with those keys of it. */
const workspaceHere = async (raw: RawKeys): Promise<string> => {
  const id = newId();
  known.push(id);
  await keepDeviceKeys(id, await readyHandedKeys(raw));
  await keepConnection(id, GOOD);
  return id;
};

type Asked = { readonly role?: Role; readonly inside?: Role | 'shut-out' | 'away' };

/**
 * Follows an invitation to another server, which hands out those keys under the name of the
 * workspace; `inside` is what this device is there already.
 */
const invited = async (
  workspace: string,
  raw: RawKeys,
  { role = 'member', inside = 'shut-out' }: Asked = {},
) => {
  const opens = newToken();
  const { sealForNewcomer } = await readyKeys(raw, 'w');
  const keys = JSON.stringify(await sealForNewcomer(await sealingKey(fromBase64Url(opens))));
  const asked: string[] = [];
  const left: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { method, body }: RequestInit) => {
    if (method === 'DELETE')
      return Response.json({ ok: left.push(address.split('/').at(-1) ?? '') > 0 });
    if (address.endsWith('/devices') && inside === 'away') throw new TypeError('no network');
    if (address.endsWith('/devices') && inside === 'shut-out')
      return Response.json({}, { status: 401 });
    if (address.endsWith('/devices'))
      return Response.json([{ id: 'd', role: inside, since: 0, seen: 0, own: true }]);
    asked.push((JSON.parse(body as string) as { device: string }).device);
    return Response.json({ database: `w-${workspace}`, role, keys }, { status: 201 });
  });
  const settings = openSettings(keptStorage());
  const names = { workspace: 'Nordby IT', person: 'Ola' };
  const link = { kind: 'invited', invitation: newToken(), opens, names } as const;
  const done = await comeInByInvitation(link, { server: SERVER, settings });
  return { done, settings, device: asked[0], left };
};

describe('X8: an invitation', () => {
  test('X8: from a server that has other keys by the name of a workspace that is here takes nothing over', async () => {
    const own = makeKeys().raw;
    const id = await workspaceHere(own);
    const { done, settings, device } = await invited(id, makeKeys().raw);
    expect(done).toEqual(refuse('other-workspace'));
    expect((await deviceKeysOf(id))?.workspace.id).toBe(own.workspace.id);
    expect(await connectionOf(id)).toEqual(GOOD);
    expect(settings.current.workspaces[id]).toBe(undefined);
    // What that server was told lets it in nowhere: a device that does not know the workspace calls
    // itself anew.
    await forgetDeviceKeys(id);
    const next = await invited(id, own);
    expect(next.done.ok).toBe(true);
    expect(next.device).not.toBe(device);
    expect(await connectionOf(id)).toMatchObject({ server: SERVER });
  });

  test('X9: with keys that were changed keeps the old key for reading, and one with old keys does not go back', async () => {
    const before = makeKeys().raw;
    const after = otherKeys(before).raw;
    const id = await workspaceHere(before);
    expect((await invited(id, after)).done.ok).toBe(true);
    for (const raw of [after, before]) {
      expect((await invited(id, raw)).done.ok).toBe(true);
      const keys = await deviceKeysOf(id);
      expect(keys?.workspace.id).toBe(after.workspace.id);
      expect([...(keys?.older?.keys() ?? [])]).toEqual([before.workspace.id]);
    }
  });

  const inside = async () => {
    const own = makeKeys().raw;
    const id = await workspaceHere(own);
    const before = { server: SERVER, database: `w-${id}`, device: 'd', credential: 'c' };
    await keepConnection(id, before);
    return { id, before, after: otherKeys(own).raw };
  };

  test('X18: a device already in there keeps its place and rights, and gets the keys; the second self that is not needed leaves', async () => {
    for (const [role, isIn] of [
      ['reader', 'member'],
      ['member', 'member'],
      ['reader', 'reader'],
    ] as const) {
      const { id, before, after } = await inside();
      const { done, device, left, settings } = await invited(id, after, { role, inside: isIn });
      expect(done).toEqual(ok({ workspace: id, device: 'd' }));
      expect(await connectionOf(id)).toEqual(before);
      expect((await deviceKeysOf(id))?.workspace.id).toBe(after.workspace.id);
      expect(settings.current.workspaces[id]?.onlyReads).toBe(isIn === 'reader');
      expect(left).toEqual([device]);
    }
  });

  test('X18: a device that was shut out comes in as another, and one that only read may change from then on', async () => {
    for (const [isIn, leaving, shutOut] of [
      ['shut-out', [], 'd'],
      ['reader', ['d'], undefined],
    ] as const) {
      const { id, after } = await inside();
      const { done, device, left } = await invited(id, after, { role: 'member', inside: isIn });
      // A device that was shut out gets its former name, so that its return can be shown.
      expect(done).toEqual(ok({ workspace: id, device, shutOut }));
      expect((await connectionOf(id))?.device).toBe(device);
      expect(left).toEqual(leaving);
    }
  });

  test('X8: a network that fails in the middle changes nothing, and the same link goes on', async () => {
    const { id, before, after } = await inside();
    const failed = await invited(id, after, { role: 'reader', inside: 'away' });
    expect(failed.done).toEqual(refuse('offline'));
    expect(await connectionOf(id)).toEqual(before);
    const again = await invited(id, after, { role: 'reader', inside: 'member' });
    expect([again.done.ok, again.device]).toEqual([true, failed.device]);
  });
});
