import { afterEach, describe, expect, test } from 'vitest';
import {
  createWorkspace,
  type CreatedWorkspace,
  type NewWorkspace,
} from '#data/workspace/create-workspace.ts';
import { databaseName } from '#data/records/database.ts';
import { createDemo } from '#data/demo/start-demo.ts';
import { eraseWorkspace } from '#data/workspace/erase-workspace.ts';
import { draftKey } from '#data/device/kept-drafts.ts';
import { openWorkspace, type OpenWorkspace } from '#data/workspace/open-workspace.ts';
import { openSettings } from '#data/device/settings.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { deviceKeysOf, forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';

const asked: NewWorkspace = {
  name: 'Nordby IT',
  person: 'Sara Lindholm',
  programmes: ['apple-credit'],
  passphrase: PASSPHRASE,
  kitWords: KIT.split(' '),
};
const deriving = { derive: deriveInWorker, derivation: quickDerivation };
const world = () => ({ settings: openSettings(keptStorage()), clock: setClock(), deriving });

const opened: OpenWorkspace[] = [];
afterEach(async () => {
  for (const { id, database, vault } of opened.splice(0)) {
    vault.close();
    await database.remove();
    await forgetDeviceKeys(id);
  }
});

const databases = async (): Promise<string[]> =>
  (await indexedDB.databases()).map(({ name = '' }) => name).sort();

describe('X15: a new workspace', () => {
  test('X9: each guess costs half a second, except for the example, whose phrase is readable on the device', async () => {
    const here = { settings: openSettings(keptStorage()), clock: setClock() };
    const costs = async ({ id, opened: keys }: CreatedWorkspace): Promise<number[]> => {
      const workspace = await openWorkspace(id, { ...here, opened: keys });
      opened.push(workspace);
      const { wraps } = (await keyringIn(workspace.records)) ?? expect.unreachable();
      return Object.values(wraps).map(
        ({ derivation: { memoryKiB, passes } }) => memoryKiB * passes,
      );
    };
    expect(await costs(await createWorkspace(asked, here))).toEqual([65_536 * 3, 65_536 * 3]);
    expect(await costs(await createDemo(here))).toEqual([64, 64]);
  });

  test('X15: is made in one step and entered open', async () => {
    const here = world();
    const made = await createWorkspace(asked, here);
    const workspace = await openWorkspace(made.id, { ...here, opened: made.opened });
    opened.push(workspace);
    const person = here.settings.current.workspaces[made.id]?.person ?? '';
    expect(here.settings.current.workspaces[made.id]).toMatchObject({
      name: 'Nordby IT',
      wrong: { count: 0 },
    });
    expect((await workspace.records.get('workspace'))?.data).toMatchObject({
      name: 'Nordby IT',
      programmes: ['apple-credit'],
    });
    expect(await workspace.records.get(person)).toMatchObject({
      data: { name: 'Sara Lindholm' },
      updatedBy: person,
    });
    expect(workspace.vault.isOpen).toBe(true);
    expect((await deviceKeysOf(made.id))?.workspace.key.extractable).toBe(false);
  });

  test('X9: the kit alone opens what was sealed in it, after a restart', async () => {
    const here = world();
    const made = await createWorkspace(asked, here);
    const first = await openWorkspace(made.id, { ...here, opened: made.opened });
    const place = { id: 'code-1', field: 'sealed' };
    const sealed = await first.vault.seal('FAKE-CODE', place);
    first.vault.close();
    await first.database.close();
    const again = await openWorkspace(made.id, here);
    opened.push(again);
    expect(again.vault.isOpen).toBe(false);
    expect(await again.vault.unlock({ by: 'recovery-kit', text: KIT })).toMatchObject({ ok: true });
    expect(await again.vault.open(sealed, place)).toBe('FAKE-CODE');
  });

  test('X15: nothing is left when it cannot be made', async () => {
    const here = world();
    const before = await databases();
    const failing = {
      ...here,
      deriving: { derive: () => Promise.reject(new DeriveFailed()), derivation: quickDerivation },
    };
    await expect(createWorkspace(asked, failing)).rejects.toBeInstanceOf(DeriveFailed);
    expect(await databases()).toEqual(before);
    expect(here.settings.current.workspaces).toEqual({});
  });

  test('X15: one that is erased leaves nothing here, and another keeps what is its own', async () => {
    const here = world();
    const before = await databases();
    const gone = await createWorkspace({ ...asked, demo: true }, here);
    localStorage.setItem(draftKey(gone.id, 'new-order'), '{}');
    localStorage.setItem(draftKey(gone.id, 'order-1'), '{}');
    localStorage.setItem(draftKey('other', 'new-order'), '{}');
    await eraseWorkspace(gone.id, here.settings);
    expect(Object.keys(localStorage)).toEqual([draftKey('other', 'new-order')]);
    expect(await databases()).toEqual(before);
    expect(here.settings.current.workspaces).toEqual({});
    expect(await deviceKeysOf(gone.id)).toBeUndefined();
    localStorage.clear();
  });

  test('X15: only example data keeps its passphrase on the device', async () => {
    const here = world();
    const real = await createWorkspace(asked, here);
    const demo = await createWorkspace({ ...asked, demo: true }, here);
    expect(here.settings.current.workspaces[real.id]?.demo).toBeUndefined();
    expect(here.settings.current.workspaces[demo.id]?.demo).toEqual({ passphrase: PASSPHRASE });
    for (const { id, opened: keys } of [real, demo])
      opened.push(await openWorkspace(id, { ...here, opened: keys }));
    expect((await databases()).some((name) => name.includes(databaseName(real.id)))).toBe(true);
  });
});
