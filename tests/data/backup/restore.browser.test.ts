import { afterEach, describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { draftOrder, editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok, refuse } from '#core/result.ts';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { newFile } from '#data/backup/file-key.ts';
import { fileLock } from '#data/backup/file-lock.ts';
import type { Bytes } from '#data/backup/flow.ts';
import { readHeader } from '#data/backup/header.ts';
import { makeBackup } from '#data/backup/make-backup.ts';
import type { OpenedFile } from '#data/backup/read-file.ts';
import { dryRunOf, mergeBackup, restoreBackup } from '#data/backup/restore-backup.ts';
import { storedRecords } from '#data/backup/stored-records.ts';
import { testBackup } from '#data/backup/test-backup.ts';
import { writeFile } from '#data/backup/write-file.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { eraseWorkspace } from '#data/workspace/erase-workspace.ts';
import { openWorkspace, type OpenWorkspace } from '#data/workspace/open-workspace.ts';
import { openSettings } from '#data/device/settings.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { deviceKeysOf, forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { renewDeviceKeys } from '#data/vault/keyring/newer-keys.ts';
import { makeKeys, readyHandedKeys } from '#data/vault/keys.ts';
import { plainRecord } from '#tests/factories/backup-files.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock, type SetClock } from '#tests/factories/set-clock.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import { onKind } from '#data/records/on-kind.ts';

const deriving = { derive: deriveInWorker, derivation: quickDerivation };
const made = {
  name: 'Nordby IT',
  person: 'Sara',
  programmes: ['apple-credit'],
  passphrase: PASSPHRASE,
} as const;
const world = () => ({ settings: openSettings(keptStorage()), clock: setClock(), deriving });
type World = ReturnType<typeof world>;

const open: OpenWorkspace[] = [];
afterEach(async () => {
  localStorage.removeItem('volym-file-attempts');
  for (const { id, database, vault } of open.splice(0)) {
    vault.close();
    await database.remove();
    await forgetDeviceKeys(id);
  }
});

const newWorkspace = async (here: World): Promise<OpenWorkspace> => {
  const { id, opened } = await createWorkspace({ ...made, kitWords: KIT.split(' ') }, here);
  return entered(id, { ...here, opened });
};
const entered = async (
  id: string,
  here: Parameters<typeof openWorkspace>[1],
): Promise<OpenWorkspace> => {
  const workspace = await openWorkspace(id, here);
  open.push(workspace);
  return workspace;
};

const order = async (
  { records }: OpenWorkspace,
  id: string,
  institution = 'Nordby kommun',
): Promise<void> => {
  const draft = draftOrder(
    id,
    { amount: '25000.00', orderNumber: id, institution },
    records.doing(),
  );
  if (draft.ok) await records.create(draft.value as Draft);
};
const edit = async (
  { records }: OpenWorkspace,
  clock: SetClock,
  id: string,
  input: object,
): Promise<void> => {
  clock.time += 60_000;
  const edited = await records.change(id, (record) => editOrder(record as CreditOrder, input));
  expect(edited.ok).toBe(true);
};

const all = async ({ database }: Pick<OpenWorkspace, 'database'>): Promise<VolymRecord[]> => {
  const found: VolymRecord[] = [];
  for await (const batch of storedRecords(database.records)) found.push(...batch);
  return found;
};

const backup = async ({ id, database }: OpenWorkspace) => {
  const begun = await makeBackup({ workspaceId: id, collection: database.records, now: 1 });
  if (!begun.ok) throw new Error(begun.problem.code);
  return { file: await fileOf(begun.value.bytes), made: begun.value };
};

const fileOf = async (bytes: Bytes): Promise<Blob> => {
  const parts: BlobPart[] = [];
  for await (const part of bytes) parts.push(part);
  return new Blob(parts);
};

const unlocked = async (file: Blob, here: World, text = KIT) => {
  const read = await readHeader(file);
  const lock = fileLock(read.header, { ...here, derive: deriveInWorker });
  expect(
    await lock.unlock({ by: text === KIT ? 'recovery-kit' : 'passphrase', text }),
  ).toMatchObject({ ok: true });
  const { keys, file: key } = lock.opened ?? expect.unreachable();
  return { keys, opened: { ...read, file, key } satisfies OpenedFile };
};

/** The same browser as a bare device: nothing of the workspace is left on it. */
const lose = async (workspace: OpenWorkspace, here: World): Promise<void> => {
  workspace.vault.close();
  await workspace.database.close();
  open.splice(open.indexOf(workspace), 1);
  await eraseWorkspace(workspace.id, here.settings);
};

describe('X10: out and in again', () => {
  test('X10: from a file alone, by the kit, everything is there as it was, and codes open', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    await order(workspace, 'o1');
    await edit(workspace, here.clock, 'o1', { amount: '30000.00' });
    await order(workspace, 'o2');
    await workspace.records.change('o2', (record) => ({
      ok: true,
      value: { ...record, trashedOn: '2026-11-20' },
    }));
    const place = { id: 'code-1', field: 'sealed' };
    const sealed = await workspace.vault.seal('FAKE-CODE', place);
    const strange = [
      {
        ...plainRecord('of-tomorrow', { sealed }),
        kind: 'kind-of-tomorrow',
        fromTomorrow: { kept: ['å', 1] },
      },
      {
        ...plainRecord('unreadable'),
        kind: 'credit-order',
        data: { v: 1, amount: { not: 'an amount' } },
      },
      { ...plainRecord('newer'), data: { v: 99, name: 7 } },
    ];
    await workspace.database.records.bulkInsert(strange as VolymRecord[]);
    // The vault is locked meanwhile.
    workspace.vault.lock();
    const before = await all(workspace);
    const { file, made: written } = await backup(workspace);
    expect(await testBackup(file, workspace.database.records, written)).toBe(true);
    expect(written.summary().records).toBe(before.length);
    await lose(workspace, here);

    const bare = world();
    const { keys, opened } = await unlocked(file, bare);
    const dry = await dryRunOf(opened, undefined);
    expect(dry).toMatchObject({
      fresh: before.length,
      same: 0,
      newerHere: 0,
      newerInFile: 0,
      name: 'Nordby IT',
    });
    const who = dry.people.find(({ data }) => data.name === 'Sara') ?? expect.unreachable();
    await restoreBackup(opened, { keys, name: dry.name, who }, bare);
    const again = await entered(workspace.id, { ...bare, opened: keys });
    expect(await all(again)).toEqual(before);
    expect(await again.vault.open(sealed, place)).toBe('FAKE-CODE');
    expect(bare.settings.current.workspaces[again.id]).toMatchObject({
      person: who.id,
      name: 'Nordby IT',
    });
    // What was restored can be backed up by the device that has it now.
    const next = await backup(again);
    expect(await testBackup(next.file, again.database.records, next.made)).toBe(true);
  });

  test('X18: whoever is kept out, by whatever somebody wrote of people, has a backup that opens elsewhere', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { id, records, vault } = workspace;
    const place = { id: 'code-1', field: 'sealed' };
    const sealed = await vault.seal('FAKE-CODE', place);
    const { person: me = '' } = here.settings.current.workspaces[id] ?? {};
    const [wrap = ''] = Object.keys((await keyringIn(records))?.wraps ?? {});
    // Somebody who is nobody opens codes, and nobody else does: a member wrote so.
    await records.insert([newPerson('ghost', 'x', { [wrap]: '2026-11-20' })]);
    await records.change(
      me,
      onKind('person', (person) =>
        ok({ ...person, data: { ...person.data, mayOpenCodes: false } }),
      ),
    );
    vault.lock();
    expect(await vault.unlock({ by: 'recovery-kit', text: KIT })).toMatchObject({
      problem: { code: 'may-not-open' },
    });
    const { file } = await backup(workspace);
    await lose(workspace, here);
    const bare = world();
    const { keys, opened } = await unlocked(file, bare);
    await restoreBackup(opened, { keys, name: 'Nordby IT', who: 'Sara' }, bare);
    const again = await entered(id, { ...bare, opened: keys });
    expect(await again.vault.open(sealed, place)).toBe('FAKE-CODE');
    again.vault.lock();
    expect((await again.vault.unlock({ by: 'recovery-kit', text: KIT })).ok).toBe(true);
  });

  test('X10: the passphrase opens it too, and someone new may be who restores', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { file } = await backup(workspace);
    await lose(workspace, here);
    const bare = world();
    const { keys, opened } = await unlocked(file, bare, PASSPHRASE);
    await restoreBackup(opened, { keys, name: 'Nordby IT', who: ' Johan Ek ' }, bare);
    const again = await entered(workspace.id, { ...bare, opened: keys });
    const { person = '' } = bare.settings.current.workspaces[again.id] ?? {};
    expect((await again.records.get(person))?.data).toMatchObject({ name: 'Johan Ek' });
  });

  test('X10: wrong answers wait as at the vault, on a device that knows nothing of the workspace too', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { file } = await backup(workspace);
    await lose(workspace, here);
    const bare = world();
    const read = await readHeader(file);
    const lock = fileLock(read.header, { ...bare, derive: deriveInWorker });
    const wrong = { by: 'passphrase', text: 'inte den rätta frasen' } as const;
    for (const waitMs of [0, 0, 5_000])
      expect(await lock.unlock(wrong)).toMatchObject({
        problem: { code: 'wrong-passphrase', params: { waitMs } },
      });
    expect(await lock.unlock({ by: 'recovery-kit', text: KIT })).toMatchObject({
      problem: { code: 'wait' },
    });
    // Neither a restart nor choosing the file again ends it, and no workspace is known by it.
    const anew = fileLock(read.header, { ...world(), derive: deriveInWorker });
    expect(anew.attempts()).toMatchObject({ count: 3, waitMs: 5_000 });
    expect(bare.settings.current.workspaces).toEqual({});
    bare.clock.time += 5_000;
    expect(await lock.unlock({ by: 'recovery-kit', text: KIT })).toMatchObject({ ok: true });
    expect(lock.attempts()).toEqual({ count: 0, waitMs: 0 });
  });

  test('X10: an older file into a newer workspace loses nothing and asks nothing; what was deleted since comes back where that is chosen', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    for (const id of ['edited', 'trashed', 'same', 'gone']) await order(workspace, id);
    const { file } = await backup(workspace);
    await edit(workspace, here.clock, 'edited', {
      amount: '30000.00',
      inboxLink: 'https://inbox.example/new',
    });
    await edit(workspace, here.clock, 'trashed', { amount: '1.00' });
    await workspace.records.change('trashed', (record) => ({
      ok: true,
      value: { ...record, trashedOn: '2026-11-20' },
    }));
    await workspace.records.discard(['gone']);
    await order(workspace, 'later');
    const before = await all(workspace);
    const { opened } = await unlocked(file, here);
    const dry = await dryRunOf(opened, workspace.database.records);
    expect(dry).toMatchObject({
      fresh: 0,
      deleted: 1,
      newerHere: 2,
      newerInFile: 0,
      merged: 0,
      asked: 0,
    });
    expect([...dry.kinds.deleted]).toEqual([['credit-order', 1]]);
    expect([...dry.kinds.newerHere]).toEqual([['credit-order', 2]]);
    expect(Object.fromEntries(dry.kinds.same)).toEqual({
      'credit-order': 1,
      keyring: 1,
      person: 1,
      workspace: 1,
    });
    expect(dry.kinds.fresh.size).toBe(0);
    expect(await all(workspace)).toEqual(before);
    // A device that only reads takes nothing in: no server would have it.
    const reader = {
      person: 'sara',
      name: 'Nordby IT',
      wrong: { count: 0, since: 0 },
      onlyReads: true,
    };
    await expect(mergeBackup(opened, workspace.database.records, reader)).rejects.toMatchObject({
      code: 'only-reads',
    });
    expect(await all(workspace)).toEqual(before);
    await mergeBackup(opened, workspace.database.records, undefined);
    expect(await all(workspace)).toEqual(before);
    await mergeBackup(opened, workspace.database.records, undefined, { bringsBack: true });
    const after = await all(workspace);
    expect(after.filter(({ id }) => id !== 'gone')).toEqual(before);
    expect(after.find(({ id }) => id === 'gone')?.data).toMatchObject({ orderNumber: 'gone' });
    // A second time there is nothing to do.
    await mergeBackup(opened, workspace.database.records, undefined);
    expect(await all(workspace)).toEqual(after);
  });

  test('X10: a newer file brings an older device forward, and what both wrote becomes a question', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    for (const id of ['forward', 'both']) await order(workspace, id);
    const older = await backup(workspace);
    await edit(workspace, here.clock, 'forward', { amount: '30000.00' });
    await edit(workspace, here.clock, 'both', { institution: 'Nordby skolor' });
    const newer = await backup(workspace);
    await lose(workspace, here);
    const bare = world();
    const old = await unlocked(older.file, bare);
    await restoreBackup(old.opened, { keys: old.keys, name: 'Nordby IT', who: 'Sara' }, bare);
    const again = await entered(workspace.id, { ...bare, opened: old.keys });
    bare.clock.time += 120_000;
    await edit(again, bare.clock, 'both', { institution: 'Nordby bibliotek' });
    const { opened } = await unlocked(newer.file, bare);
    expect(await dryRunOf(opened, again.database.records)).toMatchObject({
      newerInFile: 1,
      newerHere: 1,
      merged: 2,
      asked: 1,
      kinds: { asked: new Map([['credit-order', 1]]), newerInFile: new Map([['credit-order', 1]]) },
    });
    await mergeBackup(opened, again.database.records, undefined);
    expect((await again.records.get('forward'))?.data).toMatchObject({ amount: '30000.00' });
    const both = await again.records.get('both');
    expect(both?.clashes).toMatchObject([{ field: 'institution' }]);
    expect(both?.clashes[0]?.answers.map(({ value }) => value)).toEqual([
      'Nordby skolor',
      'Nordby bibliotek',
    ]);
  });

  test('X9: a wrap that was taken away does not come back with an old file', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { file } = await backup(workspace);
    here.clock.time += 60_000;
    await workspace.records.change(KEYRING_ID, (record) => {
      const { wraps } = record.data as unknown as { wraps: Record<string, { by: string }> };
      const left = Object.fromEntries(
        Object.entries(wraps).filter(([, { by }]) => by === 'recovery-kit'),
      );
      return { ok: true, value: { ...record, data: { ...record.data, wraps: left } as never } };
    });
    const { opened } = await unlocked(file, here);
    await mergeBackup(opened, workspace.database.records, undefined);
    const keyring = (await workspace.records.get(KEYRING_ID))?.data as unknown as { wraps: object };
    expect(Object.keys(keyring.wraps)).toHaveLength(1);
  });

  test('X10: a restore that fails in the middle leaves nothing', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { file } = await backup(workspace);
    await lose(workspace, here);
    const bare = world();
    const { keys, opened } = await unlocked(file, bare);
    const before = (await indexedDB.databases()).map(({ name }) => name).sort();
    expect(before.some((name) => name?.includes(workspace.id))).toBe(false);
    const cut = { ...opened, file: file.slice(0, file.size - 1) };
    await expect(restoreBackup(cut, { keys, name: '', who: 'Sara' }, bare)).rejects.toThrow();
    expect(bare.settings.current.workspaces).toEqual({});
    expect(await deviceKeysOf(workspace.id)).toBeUndefined();
    expect((await indexedDB.databases()).map(({ name }) => name).sort()).toEqual(before);
  });

  test('X10: the restore test finds a file that is not what was written', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    await order(workspace, 'o1');
    const { file, made: written } = await backup(workspace);
    const { records } = workspace.database;
    expect(await testBackup(file.slice(0, file.size - 1), records, written)).toBe(false);
    expect(await testBackup(file, records, { ...written, records: written.records + 1 })).toBe(
      false,
    );
    // What is written here meanwhile is newer, and no fault of the file.
    await edit(workspace, here.clock, 'o1', { amount: '30000.00' });
    expect(await testBackup(file, records, written)).toBe(true);
    await workspace.records.discard(['o1']);
    expect(await testBackup(file, records, written)).toBe(false);
  });

  test('X10: making and reading can be given up, and nothing is written by then', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    // More than one batch.
    await workspace.database.records.bulkInsert(
      Array.from({ length: 450 }, (_, at) => plainRecord(`r${at}`)),
    );
    const stop = new AbortController();
    const { signal } = stop;
    const { id: workspaceId } = workspace;
    const { records: collection } = workspace.database;
    const onProgress = () => stop.abort();
    const begun = await makeBackup({ workspaceId, collection, now: 1, onProgress, signal });
    const writing = async () => {
      if (begun.ok) for await (const _ of begun.value.bytes);
    };
    await expect(writing()).rejects.toMatchObject({ name: 'AbortError' });

    const { file } = await backup(workspace);
    await workspace.records.discard(['r7']);
    const before = await all(workspace);
    const { opened } = await unlocked(file, here);
    const reading = { signal: AbortSignal.abort() };
    await expect(dryRunOf(opened, collection, reading)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await all(workspace)).toEqual(before);
  });

  test('X10: without the key of this device there is no backup until the vault was opened', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const parts = { workspaceId: workspace.id, collection: workspace.database.records, now: 1 };
    await forgetDeviceKeys(workspace.id);
    expect(await makeBackup(parts)).toMatchObject({
      ok: false,
      problem: { code: 'no-device-key' },
    });
    await workspace.vault.unlock({ by: 'recovery-kit', text: KIT });
    expect(await makeBackup(parts)).toMatchObject({ ok: true });
    await workspace.records.discard([KEYRING_ID]);
    expect(await makeBackup(parts)).toMatchObject({ ok: false, problem: { code: 'no-keyring' } });
  });

  test('X10: between a change of the keys and the next unlocking there is no backup, since nobody could open it', async () => {
    const here = world();
    const workspace = await newWorkspace(here);
    const { id, database, records, vault } = workspace;
    const old = (await deviceKeysOf(id)) ?? expect.unreachable();
    const change = changeSecret({ workspaceId: id, ...here, records });
    await change.unlock({ by: 'passphrase', text: PASSPHRASE });
    await change.rotate({
      by: 'recovery-kit',
      text: KIT.split(' ').reverse().join(' '),
      number: 2,
    });
    // The page is gone here.
    const parts = { workspaceId: id, collection: database.records, now: 1 };
    expect(await makeBackup(parts)).toEqual(refuse('keys-changed'));
    // One that was made all the same is found out: its key is not what its keyring brings.
    const keyring = (await records.get(KEYRING_ID))?.data as KeyringData;
    const written = writeFile(
      await newFile(old.workspace, { workspace: id, madeAt: 1, keyring }),
      storedRecords(database.records),
    );
    const mixed = await fileOf(written.bytes);
    expect(
      await testBackup(mixed, database.records, {
        ...written,
        workspaceKey: old.workspace,
        records: 1,
      }),
    ).toBe(false);
    await vault.unlock({ by: 'passphrase', text: PASSPHRASE });
    const { file, made: whole } = await backup(workspace);
    expect(await testBackup(file, database.records, whole)).toBe(true);
    await unlocked(file, world(), PASSPHRASE);
  });

  test('X10: a device that has the new key before the keyring makes no backup either', async () => {
    const here = world();
    const { id, database } = await newWorkspace(here);
    await renewDeviceKeys(id, await readyHandedKeys(makeKeys().raw));
    const parts = { workspaceId: id, collection: database.records, now: 1 };
    expect(await makeBackup(parts)).toEqual(refuse('keys-changed'));
  });
});
