import { afterEach, describe, expect, test, vi } from 'vitest';
import { refuse } from '#domain/result.ts';
import { comeInByInvitation } from '#data/sync/come-in.ts';
import { connectionOf, keepConnection } from '#data/sync/connection.ts';
import { newToken } from '#data/sync/handed-keys.ts';
import { fromBase64Url } from '#data/vault/base64url.ts';
import { deviceKeysOf, forgetDeviceKeys, keepDeviceKeys } from '#data/vault/device-keys.ts';
import { makeKeys, otherKeys, readyHandedKeys, readyKeys, type RawKeys } from '#data/vault/keys.ts';
import { sealingKey } from '#data/vault/sealed-box.ts';
import { openSettings } from '#data/settings.ts';
import { newId } from '#platform/ids.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

const GOOD = { database: 'w', device: 'd', credential: 'c', server: 'https://good.example' } as const;
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

/** Follows an invitation to another server, which hands out those keys under the name of the workspace. */
const invited = async (workspace: string, raw: RawKeys) => {
  const opens = newToken();
  const { sealForNewcomer } = await readyKeys(raw, 'v', 'w');
  const keys = JSON.stringify(await sealForNewcomer(await sealingKey(fromBase64Url(opens))));
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    asked.push((JSON.parse(body as string) as { device: string }).device);
    return Response.json({ database: `w-${workspace}`, role: 'member', keys }, { status: 201 });
  });
  const settings = openSettings(keptStorage());
  const names = { workspace: 'Nordby IT', person: 'Ola' };
  const link = { kind: 'invited', invitation: newToken(), opens, names } as const;
  const done = await comeInByInvitation(link, { server: SERVER, settings });
  return { done, settings, device: asked[0] };
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
    // What that server was told lets it in nowhere: a device that does not know the workspace calls itself anew.
    await forgetDeviceKeys(id);
    const next = await invited(id, own);
    expect(next.done.ok).toBe(true);
    expect(next.device).not.toBe(device);
    expect(await connectionOf(id)).toMatchObject({ server: SERVER });
  });

  test('X9: with keys that were changed keeps the key of before for reading, and one with old keys goes not back', async () => {
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
});
